import Domain
import TestSupport
import Testing

@testable import Intake

/// What identifies a person, and marks of secrecy, keep a file out wherever they stand.
struct KeptOutTests {
    private static let numbers = PersonTableLine.keptOut.filter { $0.place == .cell && $0.found == "number" }
    private static let anywhere: [PersonTableLine.Place] = [.unknown, .below, .signers, .reason, .cell, .header]

    @Test func `the table has a hundred lines and more`() { #expect(PersonTableLine.keptOut.count >= 100) }

    @Test(arguments: PersonTableLine.keptOut) func `the file is forbidden, and says nothing of it`(
        _ line: PersonTableLine
    ) {
        let (text, path) = line.file()
        let reading = SmallFile.read(text, as: path)
        #expect(reading.state == .forbidden, "\(reading.findings.map(\.message.vi))")
        let rule = line.found == "mark" ? "secrecy-mark" : "personal-data"
        #expect(reading.rules.contains(rule))
        #expect(Set(reading.rules).isSubset(of: ["personal-data", "secrecy-mark", "wrong-format"]))
        #expect(reading.tallies.isEmpty && reading.answers.isEmpty)
        guard line.found != "mark", line.found != "header" else { return }
        let said = "\(reading.findings) \(reading.part) \(ShownPath(path).text)"
        #expect(!said.contains(line.text))
        for word in line.text.split(separator: " ") where word.contains("Thử") || word.filter(\.isNumber).count >= 7 {
            #expect(!said.contains(word), "\(word)")
        }
    }

    @Test(arguments: PersonTableLine.keptOut) func `the file without it is taken, so that nothing else refused it`(
        _ line: PersonTableLine
    ) {
        let (text, path) = line.harmlessFile()
        let reading = SmallFile.read(text, as: path)
        #expect(reading.state == .accepted, "\(reading.findings.map(\.message.vi))")
    }

    @Test(arguments: numbers) func `a number is found at every place`(_ line: PersonTableLine) {
        for place in Self.anywhere {
            let (text, path) = line.file(at: place)
            #expect(SmallFile.read(text, as: path).state == .forbidden, "\(place)")
        }
    }

    @Test(arguments: numbers) func `whatever else is wrong with the file`(_ line: PersonTableLine) {
        let (text, path) = line.file()
        let wrong = [
            ("2026-09/STP-03-an.csv", text), ("CAT.csv", text), ("2026-10/CAT-01-dt.xlsx", text),
            (path, "a;b;c\n1;2;\(line.text)\n"), (path, text.replacing("Ô trống", with: "\"Ô trống")),
            (path, text.replacing(";làm;", with: ";\"làm;")),
            (path, text.replacing("Số lớp", with: "S? l?p") + "\u{0}"),
            (path, text.replacing("TT;Mã xã", with: "Kỳ báo cáo: Tháng 1 năm 2020\nTT;Mã xã")),
            (path, "PHIẾU ĐỀ NGHỊ CHỈNH SỬA, BỔ SUNG SỐ LIỆU\nTệp;Nội dung;Mã quy tắc\na;b;\(line.text)\n"),
        ]
        for (path, text) in wrong {
            #expect(SmallFile.read(text, as: path).state == .forbidden, "\(path) \(text.prefix(40))")
        }
    }

    /// Registers without a key, whose clean rows are read by their bytes.
    private static let reader = SubmissionReader(
        catalogue: SmallCatalogue.make(
            forms: [SmallForms.classes].map { form in
                Form(
                    code: form.code, number: form.number, title: form.title, domain: form.domain, layout: form.layout,
                    places: form.places, dateColumn: form.dateColumn, placeless: form.placeless, columns: form.columns,
                    measures: form.measures, checks: form.checks, key: [])
            }))

    @Test(arguments: PersonTableLine.keptOut.filter { $0.place == .cell || $0.place == .unknown })
    func `in the cells of a register whose rows are clean`(_ line: PersonTableLine) {
        func register(_ cell: String) -> SubmissionInHand {
            let row = "20/09/2026;22/09/2026;00101;Hòa An;Xã;Chủ trì;1;30"
            let header = line.header.isEmpty ? "Nội dung" : line.header
            let text = SmallFile.register("1;\(row);làm", "2;\(row);\"\(cell)\"").replacing(
                "Chương trình", with: header)
            return SubmissionInHand(
                SourceFile(path: "2026-10/CAT-04-lop.csv", bytes: [UInt8](text.utf8)), names: Self.reader.names)
        }
        #expect(register(line.text).verdict.state == .forbidden)
        let clean = register("đã làm")
        #expect(clean.verdict.state == nil && clean.cleanRowCount >= 1)
    }
}
