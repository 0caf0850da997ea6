// Is there anything of this id?
// มีสิ่งใดที่มีรหัสนี้หรือไม่
// parameters: $ds, $id
MATCH (node:Clause|Reading|Body|Instrument|Activity|Column|Assignment|Duty|Action|Qualification|Rule|TextDifference|Provision|NamedOrganization|Concept {ds: $ds, id: $id})
RETURN node.id AS id
