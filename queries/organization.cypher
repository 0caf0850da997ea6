// Is there a named organization of this id?
// มีกระทรวง กรม หรือจังหวัดรหัสนี้หรือไม่
// parameters: $ds, $id
MATCH (organization:NamedOrganization {ds: $ds, id: $id})
RETURN organization.id AS id
