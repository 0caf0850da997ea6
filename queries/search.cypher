// What holds all these words? The ranking is made once, elsewhere.
// สิ่งใดมีคำเหล่านี้ครบ
// parameters: $ds, $words, $labels, $after, $first
MATCH (node:Activity|Body|Instrument|Column|Rule|Provision|Reading|Clause|NamedOrganization {ds: $ds})
WHERE any(label IN labels(node) WHERE label IN $labels)
  AND all(word IN $words WHERE node.search CONTAINS word)
RETURN node.id AS id
