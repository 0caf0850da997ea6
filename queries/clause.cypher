// Is there a clause of this id?
// มีข้อรหัสนี้หรือไม่
// parameters: $ds, $id
MATCH (clause:Clause {ds: $ds, id: $id})
RETURN clause.id AS id
