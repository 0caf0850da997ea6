// Which numbers, periods, quotas and prohibitions are there, and whom do they bind?
// มีกำหนดเวลา จำนวน และข้อห้ามใดบ้าง ผูกพันใคร
// parameters: $ds, $body, $kind, $force, $after, $limit
OPTIONAL MATCH (rule:Rule {ds: $ds})
WHERE ($body IS NULL OR EXISTS { MATCH (rule)-[:BINDS]->(:Body {ds: $ds, id: $body}) })
  AND ($kind IS NULL OR rule.kind = $kind)
  AND ($force IS NULL OR rule.force = $force)
WITH collect(rule) AS rules
UNWIND CASE WHEN any(rule IN rules WHERE rule.position > $after) THEN [rule IN rules WHERE rule.position > $after] ELSE [NULL] END AS found
RETURN found.id AS id, size(rules) AS total
ORDER BY found.position
LIMIT $limit
