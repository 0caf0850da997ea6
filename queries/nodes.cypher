// What are the things of these ids?
// สิ่งที่มีรหัสเหล่านี้คืออะไร
// parameters: $ds, $ids
MATCH (node:Clause|Reading|Body|Instrument|Activity|Column|Assignment|Duty|Action|Qualification|Rule|TextDifference|Provision|NamedOrganization|Concept {ds: $ds})
WHERE node.id IN $ids
RETURN node.id AS id
