// Which columns does the matrix have?
// ตารางมีคอลัมน์ใดบ้าง
// parameters: $ds
MATCH (column:Column {ds: $ds})
RETURN column.id AS id
ORDER BY column.position
