// Who must do what to put the guideline into effect?
// ใครต้องดำเนินการอะไรเพื่อให้เป็นไปตามแนวทางฯ
// parameters: $ds, $body, $after, $limit
OPTIONAL MATCH (action:Action {ds: $ds})
WHERE $body IS NULL OR EXISTS { MATCH (action)-[:CHARGES]->(:Body {ds: $ds, id: $body}) }
WITH collect(action) AS actions
UNWIND CASE WHEN any(action IN actions WHERE action.position > $after) THEN [action IN actions WHERE action.position > $after] ELSE [NULL] END AS found
RETURN found.id AS id, size(actions) AS total
ORDER BY found.position
LIMIT $limit
