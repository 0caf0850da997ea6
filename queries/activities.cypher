// Which activities are there?
// มีกิจกรรมใดบ้าง
// parameters: $ds, $after, $limit
OPTIONAL MATCH (every:Activity {ds: $ds})
WITH count(every) AS total
OPTIONAL MATCH (activity:Activity {ds: $ds}) WHERE activity.position > $after
RETURN activity.id AS id, total
ORDER BY activity.position
LIMIT $limit
