// Is there anything of this id?
// มีสิ่งใดที่มีรหัสนี้หรือไม่
// parameters: $ds, $id
MATCH (node:Clause|Reading|Body|Activity|Column|Assignment|Duty|Action|Rule|Provision|NamedOrganization {ds: $ds, id: $id})
RETURN node.id AS id
