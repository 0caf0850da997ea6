// 1 Cyber security: who holds which code, and where · ความมั่นคงปลอดภัยไซเบอร์ ใครถือรหัสใด ระดับใด
// 6 rows
MATCH (:Activity {number: 11})<-[:FOR_ACTIVITY]-(cell:Assignment)-[:IN_COLUMN]->(head:Column)
MATCH (head)-[stands:STANDS_FOR]->(holder:Body)
RETURN head.level AS level, head.label AS column, cell.printed AS code,
       holder.name_th AS body, stands.basis AS basis
ORDER BY cell.position, stands.position;

// 2 At which level anybody is Accountable, in all rows · ระดับใดมี Accountable บ้าง ทุกแถว
// 5 rows
MATCH (cell:Assignment)-[:IN_COLUMN]->(head:Column)
WITH head, collect(cell.codes) AS cells
RETURN head.level AS level, head.label AS column,
       size([codes IN cells WHERE 'A' IN codes]) AS accountable
ORDER BY head.position;

// 3 All codes of the DCIO · รหัสทั้งหมดของ DCIO
// 13 rows
MATCH (:Body {id: 'post:dcio'})<-[:STANDS_FOR]-(:Column)<-[:IN_COLUMN]-(cell:Assignment)
MATCH (cell)-[:FOR_ACTIVITY]->(activity:Activity)
RETURN activity.number AS row, cell.printed AS code, activity.name_en AS activity
ORDER BY row;

// 4 Who sits on the PCIO committee, and as what · ใครเป็นกรรมการ PCIO ในฐานะใด
// 11 rows
MATCH (member:Body)-[seat:SITS_ON|IS_REPRESENTED_ON]->(:Body {id: 'organization:pcio-committee'})
RETURN seat.role AS role, type(seat) AS how, member.name_th AS member,
       seat.one_of AS one_of, seat.conditions AS conditions, seat.basis AS basis,
       seat.clause AS clause
ORDER BY seat.position;

// 5 How the PCIO is tied to the GCIO Committee · PCIO ผูกกับ GCIO Committee อย่างไร
// 3 rows
MATCH (:Body {id: 'organization:pcio-committee'})-[tie]-(gcio:Body)
WHERE gcio.id = 'organization:gcio-committee'
RETURN startNode(tie).short AS who, type(tie) AS does, endNode(tie).short AS to_whom,
       tie.force AS force, tie.basis AS basis, tie.clause AS clause, tie.quote AS quote
ORDER BY tie.position;

// 6 What rests on clause 5(ง) · อะไรอาศัยข้อ ๕.ง.
// 9 rows
MATCH (:Clause {id: 'clause:5.4'})<-[cites:CITES|CITES_ISSUE|CITES_BESIDE|DECIDED_BY]-(fact)
RETURN labels(fact)[0] AS kind, fact.id AS fact, cites.quote AS quote
ORDER BY kind, fact
UNION ALL
MATCH (who)-[tie {clause: 'clause:5.4'}]->(whom)
RETURN type(tie) AS kind, who.id + ' -> ' + whom.id AS fact, tie.quote AS quote
ORDER BY kind, fact;

// 7 Kinds of relation that are anywhere a permission · ความสัมพันธ์ชนิดใดที่แนวทางใช้คำว่า อาจ
// 12 rows
MATCH (:Body|Instrument)-[tie]->(:Body|Instrument)
WHERE tie.valid_until = ''
WITH type(tie) AS relation, collect(tie.force) AS forces
WHERE 'may' IN forces
RETURN relation, size([each IN forces WHERE each = 'may']) AS may,
       size([each IN forces WHERE each = 'shall']) AS shall,
       size([each IN forces WHERE each = 'states']) AS states
ORDER BY may DESC, relation;

// 8 Who shall and who may set up what · ใครต้องตั้ง ใครอาจตั้งอะไร
// 6 rows
MATCH (who:Body)-[tie:ESTABLISHES]->(what:Body)
RETURN tie.force AS force, who.name_en AS who, what.name_en AS what, tie.conditions AS conditions,
       tie.basis AS basis, tie.clause AS clause
ORDER BY force, tie.position;

// 9 Search Thai words · ค้นคำไทย
// 9 rows
CALL db.index.fulltext.queryNodes('words_th', 'ไซเบอร์') YIELD node, score
RETURN labels(node)[0] AS kind, node.id AS id
ORDER BY score DESC;

// 10 Search English words · ค้นคำอังกฤษ
// 9 rows
CALL db.index.fulltext.queryNodes('words_en', '"cyber security"') YIELD node, score
RETURN labels(node)[0] AS kind, node.id AS id
ORDER BY score DESC;

// 11 Picture: row 11 of the matrix · ภาพแถวที่ ๑๑ ของตาราง
// 6 rows
MATCH row = (:Activity {number: 11})<-[:FOR_ACTIVITY]-(:Assignment)-[:IN_COLUMN]->(:Column)-[:STANDS_FOR]->(:Body)
RETURN row;

// 12 Picture: who acts on the PCIO committee and on whom it acts · ภาพรอบ PCIO
// 24 rows
MATCH tie = (:Body {id: 'organization:pcio-committee'})-[]-(:Body|Instrument)
RETURN tie;

// 13 Picture: the bodies behind the columns, and what ties them · ภาพองค์กรหลังคอลัมน์
// 14 rows
MATCH (:Column)-[:STANDS_FOR]->(body:Body)
WITH collect(DISTINCT body) AS bodies
MATCH tie = (one)-[]->(other)
WHERE one IN bodies AND other IN bodies
RETURN tie;

// 14 What is our reading or inference, and not printed · อะไรเป็นการอ่านหรืออนุมานของเรา
// 2 rows
MATCH (:Body|Instrument)-[tie]->(:Body|Instrument)
WHERE tie.basis <> 'stated'
RETURN tie.basis AS basis, count(tie) AS relations
ORDER BY basis;

// 15 Words damaged in scanning where our reading is unsure · คำที่สแกนเพี้ยนและเราไม่แน่ใจ
// 39 rows
MATCH (reading:Reading {certain: false})-[:READS]->(clause:Clause)
RETURN clause.place AS place, reading.printed AS printed, reading.read AS read, reading.why_th AS why
ORDER BY clause.position, printed;

// 16 The clauses that no fact cites, by reason · ข้อที่ไม่มีข้อเท็จจริง ด้วยเหตุใด
// 7 rows
MATCH (clause:Clause)
WHERE clause.no_fact IS NOT NULL
RETURN clause.no_fact AS reason, count(clause) AS clauses
ORDER BY clauses DESC, reason;

// 17 Versions this database holds · ฐานข้อมูลนี้มีรุ่นใดบ้าง
// 1 rows
MATCH (version:Dataset)
RETURN version.ds AS version, version.state AS state, version.loaded AS loaded,
       EXISTS { (:Pointer {name: 'current'})-[:POINTS_TO]->(version) } AS is_current
ORDER BY is_current DESC;
