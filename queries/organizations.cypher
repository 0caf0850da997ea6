// Which ministries, departments, agencies and provinces are there by name?
// มีกระทรวง กรม และจังหวัดใดบ้าง
// parameters: $ds, $level, $parent, $after, $limit
OPTIONAL MATCH (organization:NamedOrganization {ds: $ds})
WHERE ($level IS NULL OR organization.level = $level)
  AND ($parent IS NULL OR EXISTS { MATCH (organization)-[:PART_OF]->(:NamedOrganization {ds: $ds, id: $parent}) })
WITH collect(organization) AS organizations
UNWIND CASE WHEN any(each IN organizations WHERE each.position > $after) THEN [each IN organizations WHERE each.position > $after] ELSE [NULL] END AS found
RETURN found.id AS id, size(organizations) AS total
ORDER BY found.position
LIMIT $limit
