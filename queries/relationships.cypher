// Which relationships of bodies and instruments does the guideline state?
// แนวทางฯ ระบุความสัมพันธ์ระหว่างองค์กรและตำแหน่งใดบ้าง
// parameters: $ds, $body, $direction, $relations, $force, $after, $limit
OPTIONAL MATCH (source:Body|Instrument {ds: $ds})-[tie]->(target:Body|Instrument {ds: $ds})
WHERE (size($relations) = 0 OR toLower(type(tie)) IN $relations)
  AND ($force IS NULL OR tie.force = $force)
  AND ($body IS NULL
    OR ($direction <> 'to' AND source.id = $body)
    OR ($direction <> 'from' AND target.id = $body))
WITH collect(tie) AS ties
UNWIND CASE WHEN any(tie IN ties WHERE tie.position > $after) THEN [tie IN ties WHERE tie.position > $after] ELSE [NULL] END AS found
RETURN found.id AS id, size(ties) AS total
ORDER BY found.position
LIMIT $limit
