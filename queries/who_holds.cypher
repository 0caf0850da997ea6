// Who holds a code for an activity? The whole row, cell by cell; the judgement is made once, elsewhere.
// ใครถือรหัสใดสำหรับกิจกรรมหนึ่ง ให้ทั้งแถวทีละช่อง
// parameters: $ds, $activity, $code, $level
MATCH (:Activity {ds: $ds, number: $activity})<-[:FOR_ACTIVITY]-(printed:Assignment)-[:IN_COLUMN]->(column:Column)
RETURN printed.id AS cell, column.level AS level, printed.codes AS codes
ORDER BY printed.position
