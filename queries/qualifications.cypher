// What must somebody be or have to be assigned to a post, and which posts qualify for which?
// ผู้ดำรงตำแหน่งต้องมีคุณสมบัติอย่างไร และตำแหน่งใดมีคุณสมบัติเป็นอะไรได้
// parameters: $ds, $body, $met_by, $after, $limit
OPTIONAL MATCH (asked:Qualification {ds: $ds})
WHERE ($body IS NULL OR EXISTS { MATCH (asked)-[:QUALIFIES_FOR]->(:Body)<-[:COMPRISES*0..1]-(:Body {ds: $ds, id: $body}) })
  AND ($met_by IS NULL OR EXISTS { MATCH (asked)-[:MET_BY]->(:Body {ds: $ds, id: $met_by}) })
  AND ($met_by IS NOT NULL OR NOT EXISTS { MATCH (asked)-[:PART_OF]->(:Qualification) })
WITH collect(asked) AS all_asked
UNWIND CASE WHEN any(each IN all_asked WHERE each.position > $after) THEN [each IN all_asked WHERE each.position > $after] ELSE [NULL] END AS found
RETURN found.id AS id, size(all_asked) AS total
ORDER BY found.position
LIMIT $limit
