import Domain
import Testing

@testable import Reporting

/// What English tables say in English, and which columns of changes stand in tables.
struct EnglishTablesTests {
    @Test func `no mark of English tables is a Vietnamese abbreviation`() {
        let english = Mark.allCases.map { $0.text(in: .en) }
        #expect(english == ["-", "...", "n/r", "x", "(c)", "n/c", "(p)", "(r)"])
        #expect(Mark.allCases.map { $0.text(in: .vi) } == Mark.allCases.map(\.rawValue))
        #expect(Set(english).count == english.count)
    }

    @Test(arguments: [
        ("Mường Lạn", "xã", "Mường Lạn Commune"), ("Tô Hiệu", "phường", "Tô Hiệu Ward"),
        ("Thành phố Sơn La (cũ)", "địa bàn", "Sơn La City"), ("Yên Châu (cũ)", "địa bàn", "Yên Châu"),
        ("Xa Lạ", "vùng", "Xa Lạ"),
    ])
    func `a place bears the English word for what it is`(name: String, type: String, english: String) {
        let validity = Validity(from: nil, to: nil)
        let unit = Unit(
            key: UnitKey(code: "1", from: Day(number: 0)), name: name, type: type, level: .commune, parent: nil,
            district: nil, border: false, validity: validity, aliases: [])
        #expect(unit.englishName == english)
    }

    private func table(_ differences: [Figure]) -> Table {
        Table(
            id: "t", sheetName: "T", title: "T",
            columns: [
                .init("Area", kind: .label), .init(["Cases", "2026"], kind: .number),
                .init(["Cases", "Change"], kind: .number),
            ],
            rows: differences.map { difference in
                Table.Row(
                    .plain,
                    [
                        .text("A"), .figure(Figure(.known(.quantity(.zero), .reported)), decimals: 0),
                        .difference(difference, decimals: 0),
                    ])
            })
    }

    @Test func `a column of changes in which no row has a number is left out, and a note says so`() {
        let bare = table([Figure(.absent(.notComparable)), Figure(.absent(.notApplicable))])
        let dropped = bare.droppingChangesThatNobodyHas(.en)
        #expect(dropped.columns.map { $0.header.last } == ["Area", "2026"])
        #expect(dropped.notes.last?.contains("Cases") == true)
    }

    @Test func `one number, or one that is kept back, keeps the column`() {
        let known = Figure(.known(.quantity(.zero), .reported))
        for figure in [known, Figure(.absent(.suppressed)), Figure(.absent(.notReported))] {
            let kept = table([Figure(.absent(.notComparable)), figure])
            #expect(kept.droppingChangesThatNobodyHas(.vi) == kept)
        }
    }
}
