// Which courses, registers, guidelines and other instruments are there?
// แนวทางฯ กล่าวถึงหลักสูตร บัญชีรายชื่อ แนวทาง และเครื่องมืออื่นใดบ้าง
// parameters: $ds, $form, $after, $limit
OPTIONAL MATCH (instrument:Instrument {ds: $ds})
WHERE $form IS NULL OR instrument.form = $form
WITH collect(instrument) AS instruments
UNWIND CASE WHEN any(each IN instruments WHERE each.position > $after) THEN [each IN instruments WHERE each.position > $after] ELSE [NULL] END AS found
RETURN found.id AS id, size(instruments) AS total
ORDER BY found.position
LIMIT $limit
