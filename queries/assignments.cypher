// Which printed cells match an activity, a body, a level and a code?
// ช่องใดของตารางตรงกับกิจกรรม องค์กร ระดับ และรหัสที่ถาม
// parameters: $ds, $activity, $body, $level, $code, $after, $limit
OPTIONAL MATCH (subject:Activity {ds: $ds})<-[:FOR_ACTIVITY]-(cell:Assignment)-[:IN_COLUMN]->(column:Column)
WHERE ($activity IS NULL OR subject.id = $activity)
  AND ($level IS NULL OR column.level = $level)
  AND ($code IS NULL OR $code IN cell.codes)
  AND ($body IS NULL OR EXISTS { MATCH (column)-[:STANDS_FOR]->(:Body {ds: $ds, id: $body}) })
WITH collect(cell) AS cells
UNWIND CASE WHEN any(cell IN cells WHERE cell.position > $after) THEN [cell IN cells WHERE cell.position > $after] ELSE [NULL] END AS found
RETURN found.id AS id, size(cells) AS total
ORDER BY found.position
LIMIT $limit
