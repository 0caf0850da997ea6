// Who stands around a body, up to three steps away? Each with its distance.
// ใครอยู่รอบองค์กรหรือตำแหน่งหนึ่ง ไม่เกินสามขั้น
// parameters: $ds, $body, $depth, $relations, $first
MATCH (centre:Body|Instrument {ds: $ds, id: $body})
CALL (centre) {
  MATCH (centre)-[tie]-(other:Body|Instrument)
  WHERE size($relations) = 0 OR toLower(type(tie)) IN $relations
  RETURN collect(DISTINCT other) AS near
}
CALL (near) {
  UNWIND CASE WHEN $depth >= 2 THEN near ELSE [] END AS one
  MATCH (one)-[tie]-(other:Body|Instrument)
  WHERE size($relations) = 0 OR toLower(type(tie)) IN $relations
  RETURN collect(DISTINCT other) AS farther
}
CALL (farther) {
  UNWIND CASE WHEN $depth >= 3 THEN farther ELSE [] END AS one
  MATCH (one)-[tie]-(other:Body|Instrument)
  WHERE size($relations) = 0 OR toLower(type(tie)) IN $relations
  RETURN collect(DISTINCT other) AS farthest
}
WITH [[centre], near, farther, farthest] AS rings
UNWIND range(0, 3) AS step
UNWIND rings[step] AS found
RETURN found.id AS id, min(step) AS distance
