// Which kinds of relation are there, and how often is each stated?
// มีความสัมพันธ์ชนิดใดบ้าง และระบุไว้กี่แห่ง
// parameters: $ds
MATCH (:Body|Instrument {ds: $ds})-[tie]->(:Body|Instrument {ds: $ds})
RETURN type(tie) AS type, count(tie) AS count
