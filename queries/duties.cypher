// What is a body to do, and which duties speak of an activity?
// องค์กรหรือตำแหน่งหนึ่งมีหน้าที่อะไร และหน้าที่ใดพูดถึงกิจกรรมหนึ่ง
// parameters: $ds, $body, $activity, $kind, $force, $after, $limit
OPTIONAL MATCH (duty:Duty {ds: $ds})
WHERE ($body IS NULL OR EXISTS { MATCH (duty)-[:BINDS]->(:Body {ds: $ds, id: $body}) })
  AND ($activity IS NULL OR EXISTS { MATCH (duty)-[:SPEAKS_OF]->(:Activity {ds: $ds, id: $activity}) })
  AND ($kind IS NULL OR duty.kind = $kind)
  AND ($force IS NULL OR duty.force = $force)
WITH collect(duty) AS duties
UNWIND CASE WHEN any(duty IN duties WHERE duty.position > $after) THEN [duty IN duties WHERE duty.position > $after] ELSE [NULL] END AS found
RETURN found.id AS id, size(duties) AS total
ORDER BY found.position
LIMIT $limit
