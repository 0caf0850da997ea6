// How much is loaded? Nodes by label, and the relationships.
// มีข้อมูลเท่าใด แยกตามชนิด
// parameters: $ds
MATCH (node:Clause|Reading|Body|Instrument|Activity|Column|Assignment|Duty|Action|Qualification|Rule|TextDifference|Provision|NamedOrganization|Concept {ds: $ds})
UNWIND [label IN labels(node) WHERE label IN ['Clause', 'Reading', 'Body', 'Instrument', 'Activity', 'Column', 'Assignment', 'Duty', 'Action', 'Qualification', 'Rule', 'TextDifference', 'Provision', 'NamedOrganization', 'Concept']] AS label
RETURN label, count(node) AS count
UNION ALL
MATCH (:Body|Instrument {ds: $ds})-[tie]->(:Body|Instrument {ds: $ds})
RETURN 'Relationship' AS label, count(tie) AS count
