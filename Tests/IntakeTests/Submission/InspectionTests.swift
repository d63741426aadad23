import Domain
import Testing

@testable import Intake

struct InspectionTests {
    @Test func `says how a file is read, with proof, and keeps its rows as they stand`() throws {
        let text = SmallFile.sheet("1;00101;Hòa An;1;1.030;;12,5;", ";;Người lập biểu;;;;;")
        let inspection = SmallFile.reader.inspect(SourceFile(path: "2026-10/CAT-01-dt.csv", bytes: [UInt8](text.utf8)))
        #expect(inspection.headerRow == 2)
        #expect(inspection.form == "01-dt" && inspection.department == "CAT" && inspection.period == Period("2026-10"))
        #expect(inspection.dialect.delimiter == UInt8(ascii: ";"))
        #expect(inspection.numbers?.value == .commaDecimal)
        #expect(inspection.numbers?.text == "1.030")
        #expect(inspection.rows.count == 4)
        #expect(inspection.rows[2].fields[4] == "1.030")
        #expect(inspection.leftOut == [1...1, 4...4])
    }

    @Test func `shows forbidden files as they stand`() {
        let text = "Họ và tên;Số lớp;Xã, phường\nA;1;Hòa An\n"
        let inspection = SmallFile.reader.inspect(SourceFile(path: "x.csv", bytes: [UInt8](text.utf8)))
        #expect(inspection.state == .forbidden)
        #expect(inspection.rows.count == 2)
    }
}
