// Which relationships of bodies and instruments does the guideline state?
// แนวทางฯ ระบุความสัมพันธ์ระหว่างองค์กรและตำแหน่งใดบ้าง
// parameters: $ds, $body, $direction, $relations, $force, $after, $limit
WITH CASE WHEN $body IS NULL THEN [$ds] ELSE [] END AS scanned
CALL (scanned) {
  UNWIND scanned AS ds
  MATCH (:Body|Instrument {ds: ds})-[tie]->(:Body|Instrument)
  RETURN tie
  UNION
  MATCH (:Body|Instrument {ds: $ds, id: $body})-[tie]->(:Body|Instrument)
  WHERE $direction <> 'to'
  RETURN tie
  UNION
  MATCH (:Body|Instrument {ds: $ds, id: $body})<-[tie]-(:Body|Instrument)
  WHERE $direction <> 'from'
  RETURN tie
}
WITH tie
WHERE (size($relations) = 0 OR toLower(type(tie)) IN $relations)
  AND ($force IS NULL OR tie.force = $force)
WITH collect(tie) AS ties
UNWIND CASE WHEN any(tie IN ties WHERE tie.position > $after) THEN [tie IN ties WHERE tie.position > $after] ELSE [NULL] END AS found
RETURN found.id AS id, size(ties) AS total
ORDER BY found.position
LIMIT $limit
