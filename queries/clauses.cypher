// Which clauses are there, all or the parts of one?
// มีข้อใดบ้าง ทั้งหมดหรือส่วนของข้อหนึ่ง
// parameters: $ds, $parent, $after, $limit
WITH CASE WHEN $parent IS NULL THEN [$ds] ELSE [] END AS scanned
CALL (scanned) {
  UNWIND scanned AS ds
  MATCH (clause:Clause {ds: ds})
  RETURN clause
  UNION
  MATCH (:Clause {ds: $ds, id: $parent})<-[:PART_OF]-(clause:Clause)
  RETURN clause
}
WITH collect(clause) AS clauses
UNWIND CASE WHEN any(each IN clauses WHERE each.position > $after) THEN [each IN clauses WHERE each.position > $after] ELSE [NULL] END AS found
RETURN found.id AS id, size(clauses) AS total
ORDER BY found.position
LIMIT $limit
