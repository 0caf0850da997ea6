// What has changed since 1998, topic by topic?
// อะไรเปลี่ยนไปบ้างตั้งแต่ปี ๒๕๔๑
// parameters: $ds, $after, $limit
OPTIONAL MATCH (every:Provision {ds: $ds})
WITH count(every) AS total
OPTIONAL MATCH (provision:Provision {ds: $ds}) WHERE provision.position > $after
RETURN provision.id AS id, total
ORDER BY provision.position
LIMIT $limit
