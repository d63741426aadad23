/// The cells of a line of CSV, in which quotes hold commas. Written apart from the program's own reader, which it judges.
func csvCells(_ line: some StringProtocol) -> [String] {
    var cells = [""]
    var isQuoted = false
    for character in line {
        if character == "\"" {
            isQuoted.toggle()
        } else if character == ",", !isQuoted {
            cells.append("")
        } else {
            cells[cells.count - 1].append(character)
        }
    }
    return cells
}
