// How is one body tied to another? Of the shortest ways, the one whose ids come first.
// องค์กรหรือตำแหน่งหนึ่งผูกกับอีกแห่งอย่างไร
// parameters: $ds, $source, $target
MATCH (source:Body|Instrument {ds: $ds, id: $source}), (target:Body|Instrument {ds: $ds, id: $target})
CALL (source, target) {
  WITH * WHERE source <> target
  MATCH way = allShortestPaths((source)-[*..15]-(target))
  WHERE all(each IN nodes(way) WHERE each:Body|Instrument)
  RETURN [each IN nodes(way) | each.id] AS ids
  UNION
  WITH * WHERE source = target
  RETURN [source.id] AS ids
}
WITH ids ORDER BY ids LIMIT 1
UNWIND range(0, size(ids) - 1) AS step
RETURN step, ids[step] AS id
ORDER BY step
