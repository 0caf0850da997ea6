// Who sits on which committee, as what?
// ใครนั่งอยู่ในคณะกรรมการใด ในฐานะใด
// parameters: $ds, $committee, $member, $role, $after, $limit
OPTIONAL MATCH (member:Body {ds: $ds})-[seat:SITS_ON|IS_REPRESENTED_ON]->(committee:Body {ds: $ds})
WHERE ($committee IS NULL OR committee.id = $committee)
  AND ($member IS NULL OR member.id = $member)
  AND ($role IS NULL OR seat.role = $role)
WITH collect(seat) AS seats
UNWIND CASE WHEN any(seat IN seats WHERE seat.position > $after) THEN [seat IN seats WHERE seat.position > $after] ELSE [NULL] END AS found
RETURN found.id AS id, size(seats) AS total
ORDER BY found.position
LIMIT $limit
