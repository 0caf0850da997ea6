// Is there an instrument of this id?
// มีเครื่องมือรหัสนี้หรือไม่
// parameters: $ds, $id
MATCH (found:Instrument {ds: $ds, id: $id})
RETURN found.id AS id
