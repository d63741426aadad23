import DelimitedText
import Testing

struct FormulaGuardTests {
    @Test(arguments: [
        "=1+1", "+84912", "-1+2", "-", "@SUM(A1)", "\t=1", "\r=1", "--1", "-a", "-1,", "-.5", "-1..2", "- 1", "-2 3|x",
    ])
    func `what a spreadsheet would work out gets an apostrophe`(field: String) {
        #expect(FormulaGuard.neutralised(field) == (field == "-" ? "-" : "'" + field))
    }

    @Test(arguments: ["", "-5", "-1.234,5", "-1 234", "-12%", "Mường Bú", "1-2", "a=b", "..."])
    func `negative numbers and plain texts stay`(field: String) {
        #expect(FormulaGuard.neutralised(field) == field)
    }
}
