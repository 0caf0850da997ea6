// What is this course, register or guideline, and who has to do with it?
// หลักสูตร บัญชีรายชื่อ หรือแนวทางนี้คืออะไร ใครเกี่ยวข้อง
// parameters: $ds, $id
MATCH (found:Instrument {ds: $ds, id: $id})
RETURN found.id AS id
