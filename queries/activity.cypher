// Is there an activity of this id?
// มีกิจกรรมรหัสนี้หรือไม่
// parameters: $ds, $id
MATCH (activity:Activity {ds: $ds, id: $id})
RETURN activity.id AS id
