// What does the whole matrix say? All 65 printed cells, row by row.
// ตารางทั้งหมด ๖๕ ช่อง ทีละแถว
// parameters: $ds
MATCH (cell:Assignment {ds: $ds})
RETURN cell.id AS id
ORDER BY cell.position
