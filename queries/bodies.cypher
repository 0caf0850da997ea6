// Which bodies does the guideline name, all or of one kind or level?
// แนวทางฯ กล่าวถึงองค์กรและตำแหน่งใดบ้าง
// parameters: $ds, $kind, $level, $after, $limit
OPTIONAL MATCH (every:Body {ds: $ds})
WHERE ($kind IS NULL OR every.kind = $kind) AND ($level IS NULL OR every.level = $level)
WITH count(every) AS total
OPTIONAL MATCH (body:Body {ds: $ds})
WHERE body.position > $after
  AND ($kind IS NULL OR body.kind = $kind) AND ($level IS NULL OR body.level = $level)
RETURN body.id AS id, total
ORDER BY body.position
LIMIT $limit
