// Who stands around a body, up to three steps away? Each with its distance.
// ใครอยู่รอบองค์กรหรือตำแหน่งหนึ่ง ไม่เกินสามขั้น
// parameters: $ds, $body, $depth, $relations, $first
MATCH (centre:Body|Instrument {ds: $ds, id: $body})
OPTIONAL MATCH way = (centre)-[*1..3]-(other:Body|Instrument {ds: $ds})
WHERE other <> centre
  AND length(way) <= $depth
  AND all(each IN nodes(way) WHERE each:Body|Instrument)
  AND (size($relations) = 0 OR all(tie IN relationships(way) WHERE toLower(type(tie)) IN $relations))
WITH centre, other, min(length(way)) AS distance
WITH centre, collect({id: other.id, distance: distance}) AS others
UNWIND [{id: centre.id, distance: 0}] + [each IN others WHERE each.id IS NOT NULL] AS found
RETURN found.id AS id, found.distance AS distance
