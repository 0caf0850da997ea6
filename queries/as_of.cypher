// What was laid down on a day, from the resolution of 1998 to that of 2019?
// ในวันหนึ่งกำหนดไว้อย่างไร ตั้งแต่มติปี ๒๕๔๑ ถึงปี ๒๕๖๒
// parameters: $ds, $date, $until
MATCH (provision:Provision {ds: $ds})
WHERE provision.valid_from <= $until AND (provision.valid_until = '' OR $date <= provision.valid_until)
RETURN provision.id AS id
