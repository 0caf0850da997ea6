// Which clauses are there, all or the parts of one?
// มีข้อใดบ้าง ทั้งหมดหรือส่วนของข้อหนึ่ง
// parameters: $ds, $parent, $after, $limit
OPTIONAL MATCH (every:Clause {ds: $ds})
WHERE $parent IS NULL OR EXISTS { MATCH (every)-[:PART_OF]->(:Clause {ds: $ds, id: $parent}) }
WITH count(every) AS total
OPTIONAL MATCH (clause:Clause {ds: $ds})
WHERE clause.position > $after
  AND ($parent IS NULL OR EXISTS { MATCH (clause)-[:PART_OF]->(:Clause {ds: $ds, id: $parent}) })
RETURN clause.id AS id, total
ORDER BY clause.position
LIMIT $limit
