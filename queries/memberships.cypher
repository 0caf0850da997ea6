// Who sits on which committee, as what?
// ใครนั่งอยู่ในคณะกรรมการใด ในฐานะใด
// parameters: $ds, $committee, $member, $role, $after, $limit
WITH CASE WHEN $committee IS NULL AND $member IS NULL THEN [$ds] ELSE [] END AS scanned
CALL (scanned) {
  UNWIND scanned AS ds
  MATCH (:Body {ds: ds})-[seat:SITS_ON|IS_REPRESENTED_ON]->(:Body)
  RETURN seat
  UNION
  MATCH (:Body {ds: $ds, id: $committee})<-[seat:SITS_ON|IS_REPRESENTED_ON]-(member:Body)
  WHERE $member IS NULL OR member.id = $member
  RETURN seat
  UNION
  MATCH (:Body {ds: $ds, id: $member})-[seat:SITS_ON|IS_REPRESENTED_ON]->(committee:Body)
  WHERE $committee IS NULL OR committee.id = $committee
  RETURN seat
}
WITH seat
WHERE $role IS NULL OR seat.role = $role
WITH collect(seat) AS seats
UNWIND CASE WHEN any(seat IN seats WHERE seat.position > $after) THEN [seat IN seats WHERE seat.position > $after] ELSE [NULL] END AS found
RETURN found.id AS id, size(seats) AS total
ORDER BY found.position
LIMIT $limit
