import Domain
import TestSupport
import Testing

@testable import DelimitedText
@testable import FastRows
@testable import Intake

/// Rows read by their bytes against the same rows read with care.
struct CleanRowsTests {
    private static let reader = SubmissionReader(
        catalogue: SmallCatalogue.make(forms: [withoutKey(SmallForms.classes)]))

    /// Registers with a key have every row read with care.
    private static func withoutKey(_ form: Form) -> Form {
        Form(
            code: form.code, number: form.number, title: form.title, domain: form.domain, layout: form.layout,
            places: form.places, dateColumn: form.dateColumn, placeless: form.placeless, columns: form.columns,
            measures: form.measures, checks: form.checks, key: [], totals: ["district", "month", "chuong_trinh"])
    }

    private static let header =
        "TT;Ngày khai mạc;Ngày bế mạc;Mã xã;Nơi tổ chức;Phạm vi;Vai trò;Số lớp;Lượt người;"
        + "Chương trình;Ghi chú"

    private struct Result: Equatable {
        let reading: Reading
        let totals: [String]

        init(_ submission: SubmissionInHand) {
            let receipt = Receipt(path: submission.file.path, sha256: "", size: 0, receivedAt: Instant(seconds: 0))
            let checked = CheckedSubmission(submission, receipt)
            reading = checked.reading
            totals = checked.totals.map { "\($0)" }
        }
    }

    /// Reads a text with care, by its bytes, and by its bytes in small blocks where it lies.
    private func compare(
        _ text: String, _ path: String = "2026-10/CAT-04-lop.csv"
    ) -> (reading: Reading, clean: Int, streamed: Int) {
        let bytes = Array(text.utf8)
        let file = SourceFile(path: path, bytes: bytes)
        let careful = Result(
            SubmissionInHand(file, names: Self.reader.names, tracing: RowTrace(measures: ["lop"])))
        let swift = SubmissionInHand(file, names: Self.reader.names)
        #expect(Result(swift) == careful, "\(text)")
        var streamedCount = 0
        for blockBytes in [50, 333] {
            guard let streamed = DelimitedDocument(streamed: HeldBytes(bytes: bytes), blockBytes: blockBytes) else {
                continue
            }
            let submission = SubmissionInHand(
                SourceFile(path: path, bytes: []), names: Self.reader.names, streamed: streamed)
            guard !streamed.isRefuted else { continue }
            streamedCount += 1
            #expect(Result(submission) == careful, "blocks of \(blockBytes): \(text)")
        }
        return (careful.reading, swift.cleanRowCount, streamedCount)
    }

    private struct Dice {
        var generator: SeededGenerator

        mutating func pick<Value>(_ values: [Value]) -> Value {
            values[Int(truncatingIfNeeded: generator.next() % UInt64(values.count))]
        }

        /// Nearly always the first kind.
        mutating func cell(_ good: [String], _ odd: [String], oddInAThousand: UInt64) -> String {
            generator.next() % 1_000 < oddInAThousand ? pick(odd) : pick(good)
        }

        mutating func row(_ number: Int, odd: UInt64) -> String {
            [
                cell(["\(number)"], ["", "I", "II", "A.", "I. Nhóm", "123456789012"], oddInAThousand: odd),
                cell(["", "16/9/2026", "17/09/2026"], ["2026-09-15", "31/9/2026", "15/10/2026"], oddInAThousand: odd),
                cell(
                    ["25/9/2026", "01/10/2026", "2026-10-05", "07-10-2026", "8.10.2026"],
                    ["10/13/2026", "14/09/2026", "15/10/2026", "", "30/2/2026", "45925", "25/9/26", " 25/9/2026", "x"],
                    oddInAThousand: odd),
                cell(["00101", "00102", "\"00103\""], ["", "101", "99999", "00106", "14"], oddInAThousand: odd),
                cell([""], ["Hòa An", "Hoa An", "Thủy Sơn", "Cửa Suối", "Cấp tỉnh", "Tổng cộng"], oddInAThousand: odd),
                cell(["xã", "Xã", "\"xã\""], ["tinh", "toàn tỉnh", "", "lạ", " xã"], oddInAThousand: odd),
                cell(["chủ trì", "phối hợp", "Chu tri"], ["", "khác"], oddInAThousand: odd),
                cell(
                    ["1", "2", "0", "007"], ["", "-", "1.234", "1,5", "-3", "...", "1E+05", "9999999999"],
                    oddInAThousand: odd),
                cell(["30", "40"], ["", "không", "12 345"], oddInAThousand: odd),
                cell(["", "ct2"], ["ct1", "Chương trình hai"], oddInAThousand: odd),
                cell(
                    ["", "ghi chú", "\"có; dấu\"", "\"hai\ndòng\""],
                    ["số 0912345678", "một \"hai\" ba", "\"mở \"\"trong\"\"\"", "a\u{0}b"], oddInAThousand: odd),
            ].joined(separator: ";")
        }
    }

    @Test func `rows of every kind come to the same, in whatever company`() {
        var clean = 0
        var streamed = 0
        for seed in 0..<120 as Range<UInt64> {
            var dice = Dice(generator: SeededGenerator(seed: seed))
            let odd = [0, 5, 30, 200][Int(seed % 4)] as UInt64
            var lines = [Self.header]
            for number in 1...Int(5 + seed % 40) {
                lines.append(dice.row(number, odd: odd))
                if dice.generator.next() % 1_000 < odd {
                    lines.append(
                        dice.pick([
                            "", ";;;;;;;;;;", "Cộng;;;;;;;3;60;;", "Tổng cộng;;;;;;;9;90;;", "I;;;;Khối;;;2;50;;",
                        ]))
                }
            }
            if seed % 3 == 0 { lines.append("Tổng cộng;;;;;;;12;300;;") }
            if seed % 5 == 0 { lines += ["", ";;Người lập biểu;;;;;;;;", ";;Nguyễn Văn A;;;;;;;;"] }
            let found = compare(
                lines.joined(separator: seed % 2 == 0 ? "\n" : "\r\n") + (seed % 7 == 0 ? "" : "\n"))
            clean += found.clean
            streamed += found.streamed
        }
        #expect(streamed > 100)
        #expect(clean > 500)
    }

    @Test func `every rule of rows is one that no clean row breaks`() {
        #expect(
            CleanPlan.unspokenFor(RuleList.rowRules) == [],
            """
            a clean row of a register is not put to such a rule: have what breaks it make a row unclean in CleanRowReader, \
            then name it in CleanPlan.rulesOfCleanRows. Until then every row of every register is read with care, which is slow
            """)
        #expect(!CleanPlan.rulesOfCleanRows.isEmpty)
    }

    /// Nobody speaks for it.
    private enum Newcomer: RowRule {
        static let code = "newcomer"
        static let page = Bilingual(vi: "", en: "")

        static func judge(_ row: inout RowInHand, _ block: borrowing RowBlock, _ judge: inout RowJudge) {}
    }

    @Test func `control: a rule that nobody speaks for is seen`() {
        #expect(CleanPlan.unspokenFor([NotNegative.self, Newcomer.self]) == ["newcomer"])
    }

    @Test func `a total line is held against the rows above it, clean or not`() {
        let rows = ["1;;25/9/2026;00101;;xã;chủ trì;1;30;;", "2;;26/9/2026;00102;;xã;chủ trì;2;50;;"]
        let (right, _, _) = compare(([Self.header] + rows + ["Tổng cộng;;;;;;;3;80;;"]).joined(separator: "\n"))
        #expect(right.findings.filter { $0.level != .note } == [])
        let (wrong, clean, _) = compare(([Self.header] + rows + ["Tổng cộng;;;;;;;3;81;;"]).joined(separator: "\n"))
        #expect(wrong.findings.filter { $0.level != .note }.map(\.rule) == ["declared-total"])
        #expect(clean == 2)
    }

    @Test func `more findings of a rule than are listed are counted`() {
        let rows = (0..<2_500).map { "1;;25/9/2026;00\($0 % 2 == 0 ? "101" : "999");;xã;chủ trì;1;30;;" }
        let (reading, clean, _) = compare(([Self.header] + rows).joined(separator: "\n"))
        #expect(clean == 1_250)
        #expect(reading.findings.contains { $0.rule == "further-findings" && $0.value == "unknown-unit 1250" })
    }

    @Test func `a broken letter where a file lies sends it to be held`() {
        var bytes = Array(
            ([Self.header] + (0..<5_000).map { "\($0);;25/9/2026;00101;;xã;chủ trì;1;30;;" })
                .joined(separator: "\n").utf8)
        let at = bytes.count - 40
        bytes.replaceSubrange(at..<at + 1, with: [0xE1])
        let receipt = Receipt(path: "2026-10/CAT-04-lop.csv", sha256: "", size: 0, receivedAt: Instant(seconds: 0))
        let limits = Limits(evidenceBytes: 1 << 16)
        let streamed = DelimitedDocument(streamed: HeldBytes(bytes: bytes), limits: limits)
        if let streamed {
            _ = SubmissionInHand(
                SourceFile(path: receipt.path, bytes: []), names: Self.reader.names, streamed: streamed)
            #expect(streamed.isRefuted)
        }
        #expect(Self.reader.read(streamed: HeldBytes(bytes: bytes), path: receipt.path) == nil)
    }
}
