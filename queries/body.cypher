// Is there a body of this id?
// มีองค์กรหรือตำแหน่งรหัสนี้หรือไม่
// parameters: $ds, $id
MATCH (body:Body {ds: $ds, id: $id})
RETURN body.id AS id
