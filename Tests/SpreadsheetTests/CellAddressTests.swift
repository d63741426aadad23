import Spreadsheet
import Testing

struct CellAddressTests {
    @Test(arguments: [
        ("A1", 0, 0), ("B3", 2, 1), ("Z9", 8, 25), ("AA10", 9, 26), ("AZ1", 0, 51), ("ZZ1", 0, 701),
        ("XFD1048576", 1_048_575, 16_383),
    ])
    func `an address reads as it prints`(text: String, row: Int, column: Int) {
        #expect(CellAddress(text) == CellAddress(row: row, column: column))
        #expect(CellAddress(row: row, column: column).description == text)
    }

    @Test(arguments: [
        "", "A", "1", "A0", "a1", "1A", "A1B", "XFE1", "AAAA1", "A1048577", "A99999999999999999999", "$A$1",
    ])
    func `what is no cell is refused`(text: String) {
        #expect(CellAddress(text) == nil)
    }

    @Test func `a range prints both corners`() throws {
        let range = try cells("B2", "D9")
        #expect(range.description == "B2:D9")
        #expect(range.absolute == "$B$2:$D$9")
        #expect(range.cellCount == 24)
        #expect(try !cells("D9", "B2").isInSheet)
    }
}
