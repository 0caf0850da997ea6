// Where do the matrix and the duties of the annex differ? Each cell with the duties of its row.
// ตารางกับหน้าที่ในภาคผนวกต่างกันที่ใด
// parameters: $ds
MATCH (subject:Activity {ds: $ds})<-[:FOR_ACTIVITY]-(printed:Assignment)-[:IN_COLUMN]->(:Column)-[:STANDS_FOR]->(body:Body)
WHERE EXISTS { MATCH (:Duty {ds: $ds, kind: 'listed'})-[:BINDS]->(body) }
OPTIONAL MATCH (subject)<-[:SPEAKS_OF]-(duty:Duty {kind: 'listed'})-[:BINDS]->(body)
WITH printed, body, duty ORDER BY duty.position
WITH printed, body, collect(duty.id) AS duties
RETURN printed.id AS cell, duties
ORDER BY printed.position
