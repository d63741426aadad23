import Domain
import Testing

@testable import Rendering

struct DHIS2CSVTests {
    @Test func `numbers of the period alone, by position, with the true days in the comment`() throws {
        let bytes = try #require(DHIS2CSV.bytes(SamplePackage.package()))
        let days = "từ ngày 15/9/2026 đến ngày 14/10/2026"
        #expect(
            String(decoding: bytes, as: UTF8.self)
                == """
                dataelement,period,orgunit,categoryoptioncombo,attributeoptioncombo,value,storedby,lastupdated,comment,followup
                A1,202610,90,,,12,,2026-10-14T17:46:40Z,\(days),false
                A1,202610,901,,,0,,2026-10-14T17:46:40Z,\(days),false
                A1,202610,902,,,7,,2026-10-14T17:46:40Z,\(days); số liệu sơ bộ,false
                A1,202610,903,,,5,,2026-10-14T17:46:40Z,\(days); số liệu điều chỉnh,false
                A2,202610,90,,,12.5,,2026-10-14T17:46:40Z,\(days),false

                """.replacing("\n", with: "\r\n"))
    }

    @Test(
        arguments: [
            ("2026-10", "202610"), ("2026-Q3", "2026Q3"), ("2026-H1", "2026S1"), ("2026-H2", "2026S2"),
            ("2026", "2026"),
            ("2026-9M", nil), ("2026-02..2026-05", nil),
        ] as [(String, String?)])
    func `a period is written as DHIS2 has it, where it has it`(period: String, code: String?) throws {
        let period = try #require(Period(period))
        #expect(DHIS2CSV.period(period) == code)
        #expect((DHIS2CSV.bytes(SamplePackage.package(period: period)) == nil) == (code == nil))
    }
}
