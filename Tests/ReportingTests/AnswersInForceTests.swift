import Domain
import TestSupport
import Testing

@testable import Reporting

/// Reasons that come back in a return, against the files they are about.
struct AnswersInForceTests {
    private static let later = Instant(seconds: Scene.noon.seconds + 3_600)
    private static let latest = Instant(seconds: Scene.noon.seconds + 7_200)

    private func finding(
        _ path: String, value: String = "201", row: Int = 9, level: Finding.Level = .query,
        rule: RuleName = "above-bound"
    ) -> Finding {
        Finding(
            stored: rule, level: level,
            position: Position(file: path, line: row, row: row, column: 4, header: "Số buổi"),
            value: value, message: Bilingual(vi: "“\(value)” lớn hơn 200", en: "“\(value)” is above 200"),
            remedy: Bilingual(vi: "Sửa.", en: "Mend."))
    }

    private func file(
        _ name: String, _ findings: (String) -> [Finding], sequence: Int = 1, at: Instant = Scene.noon,
        unlisted: Reading.Unlisted = .zero
    ) throws -> Reading {
        let path = "2026-10/\(name).csv"
        return Reading(
            receipt: Receipt(path: path, sha256: "\(name)\(sequence)", size: 1, receivedAt: at),
            catalogueDigest: "test",
            department: "STP", form: "02-tt", period: Period(Month(index: 2026 * 12 + 9)), part: "",
            sequence: sequence,
            state: .accepted, unlisted: unlisted, measures: [], tallies: [], refusedPlaces: [],
            refusedRowsWithoutPlace: 0,
            rowsRead: 1, rowsCounted: 1, findings: findings(path))
    }

    private func answer(to finding: Finding, _ reason: String, asked: Answer.Asked = .query) -> Answer {
        Answer(
            position: Position(file: "2026-10/stp.csv", line: 7, row: 7, column: 9), asked: asked,
            file: finding.position.file, rule: finding.rule, row: finding.position.row, column: finding.position.column,
            question: ReturnSheet.question(finding), reason: reason)
    }

    private func returned(
        _ answers: [Answer], name: String = "stp", department: String = "STP", at: Instant = later
    ) throws -> Reading {
        Reading(
            receipt: Receipt(path: "2026-10/\(name).csv", sha256: name, size: 1, receivedAt: at),
            catalogueDigest: "test", department: department, form: nil, period: Period(Month(index: 2026 * 12 + 9)),
            part: "", sequence: 1, state: .answered, unlisted: .notReported, measures: [], tallies: [],
            refusedPlaces: [], refusedRowsWithoutPlace: 0, rowsRead: 0, rowsCounted: 0, findings: [], answers: answers)
    }

    private func basis(_ readings: [Reading], _ decisions: [Decision] = [], asOf: Instant? = nil) throws -> Basis {
        let scene = try Scene()
        let evidence =
            asOf.map {
                Evidence(catalogue: scene.catalogue, readings: readings, decisions: decisions, asOf: $0)
            } ?? Evidence(catalogue: scene.catalogue, readings: readings, decisions: decisions)
        return try Basis(
            evidence, period: Period(Month(index: 2026 * 12 + 9)), standing: .draft, programVersion: "test")
    }

    private func state(_ basis: Basis) throws -> SubmissionRoll.State {
        try #require(basis.roll.entries.first { $0.key.department == "STP" && $0.key.form == "02-tt" }).state
    }

    private func own(_ basis: Basis) -> [Finding] {
        basis.openFindings.filter { $0.position.file.hasPrefix("2026-10/") && $0.rule != "jump-against-history" }
    }

    @Test func `a reason clears its query, in the status, in the return and in the workbook`() throws {
        let file = try file("a", { [finding($0)] })
        #expect(try state(basis([file])) == .toConfirm)
        let answered = try basis([file, returned([answer(to: file.findings[0], "Tháng cao điểm")])])
        #expect(try state(answered) == .accepted)
        #expect(own(answered).map(\.answer) == ["Tháng cao điểm"])
        #expect(own(answered).map(\.needsPerson) == [false])
        let sheet = OpenFindings.table(answered, TableContext(language: .vi, annexNumber: nil, domain: nil, plan: []))
        #expect("\(sheet.rows)".contains("Đơn vị đã thuyết minh: Tháng cao điểm"))
        let item = try #require(Returns.all(answered).first { $0.name == "stp" })
        #expect("\(item.text)".contains("Đã thuyết minh: Tháng cao điểm."))
    }

    @Test func `the next return has the reason in its column, and sent back again it changes nothing`() throws {
        let file = try file("a", { [finding($0), finding($0, row: 10)] })
        let first = try returned([answer(to: file.findings[0], "Tháng cao điểm")])
        let returns = try Returns.all(basis([file, first]))
        let item = try #require(returns.first { $0.name == "stp" })
        let questions = try #require(item.report.tables.first)
        func asked(_ finding: Finding) throws -> Table.Row {
            let address = ReturnSheet.address(finding.position, header: finding.position.header)
            return try #require(questions.rows.first { $0.cells.contains(.text(address)) })
        }
        let reason = try #require(ReturnSheet.Column.written.firstIndex(of: .reason))
        let row = try asked(file.findings[0])
        #expect(row.cells[reason] == .entry("Tháng cao điểm") && row.cells.contains(.text(ReturnSheet.answered)))
        #expect(try asked(file.findings[1]).cells[reason] == .entry(""))
        #expect(item.report.tables.count == 2)
        let again = try returned(
            [answer(to: file.findings[0], "Tháng cao điểm", asked: .answered)], name: "stp-2", at: Self.latest)
        #expect(try own(basis([file, first, again])).map(\.answer) == ["Tháng cao điểm", nil])
    }

    @Test func `an error is never cleared, and the reason given for it is asked about`() throws {
        let file = try file("a", { [finding($0, level: .error)] })
        let basis = try basis([file, returned([answer(to: file.findings[0], "đúng", asked: .error)])])
        #expect(own(basis).map(\.rule) == ["above-bound", "reason-for-error"])
        #expect(own(basis).map(\.needsPerson) == [true, true])
    }

    @Test func `a corrected file keeps the reason only where the row says the same`() throws {
        let old = try file("a", { [finding($0), finding($0, row: 10)] })
        let reasons = try returned(old.findings.map { answer(to: $0, "lý do \($0.position.row)") }, at: Self.latest)
        let new = try file("b", { [finding($0), finding($0, value: "301", row: 10)] }, sequence: 2, at: Self.later)
        let found = try own(basis([old, new, reasons]))
        #expect(found.map(\.answer) == ["lý do 9", nil, nil])
        #expect(found.map(\.rule) == ["above-bound", "above-bound", "reason-without-question"])
        #expect(found.last?.level == .query && found.last?.value == "lý do 10")
    }

    @Test func `a reason that was overtaken by a correction is a note`() throws {
        let old = try file("a", { [finding($0)] })
        let reasons = try returned([answer(to: old.findings[0], "đúng")])
        let new = try file("b", { _ in [] }, sequence: 2, at: Self.latest)
        let basis = try basis([old, new, reasons])
        #expect(own(basis) == [])
        #expect(basis.ledgerFindings.filter { $0.rule == "reason-without-question" }.map(\.level) == [.note])
    }

    @Test func `of several reasons the last received stands, whatever the order of the files`() throws {
        let file = try file("a", { [finding($0)] })
        let early = try returned([answer(to: file.findings[0], "lý do cũ")], name: "x")
        let late = try returned([answer(to: file.findings[0], "lý do mới")], name: "b", at: Self.latest)
        for readings in [[file, early, late], [late, file, early]] {
            #expect(try own(basis(readings)).map(\.answer) == ["lý do mới"])
        }
    }

    @Test func `another department's return answers nothing`() throws {
        let file = try file("a", { [finding($0)] })
        let other = try returned([answer(to: file.findings[0], "đúng")], department: "CAT")
        #expect(try own(basis([file, other])).first?.answer == nil)
    }

    @Test func `before the return came the query is open, and it is again once the return is withdrawn`() throws {
        let file = try file("a", { [finding($0)] })
        let reasons = try returned([answer(to: file.findings[0], "đúng")])
        #expect(try own(basis([file, reasons], asOf: Scene.noon)).map(\.answer) == [nil])
        #expect(try own(basis([file, reasons], asOf: Self.later)).map(\.answer) == ["đúng"])
        let withdrawal = Decision(
            at: Self.latest, period: nil, department: nil, form: nil, path: reasons.receipt.path, action: .withdraw,
            reason: "gửi nhầm", approver: "Giám đốc")
        #expect(try own(basis([file, reasons], [withdrawal])).map(\.answer) == [nil])
    }

    @Test func `a query of a check across files is answered too`() throws {
        var scene = try Scene()
        try scene.send("STP", "02-tt", "2026-10", [:])
        scene.readings.append(try file("a", { _ in [] }))
        let close = Decision(
            at: Instant(seconds: 0), period: Period("2026-10"), department: nil, form: nil, path: nil, action: .close,
            reason: "họp", approver: "Giám đốc")
        let asked = try basis(scene.readings, [close]).ledgerFindings
        let held = try #require(asked.first)
        let reasons = try returned([answer(to: held, "xin tính kỳ sau")])
        let answered = try basis(scene.readings + [reasons], [close]).ledgerFindings
        #expect(answered.first { $0.position == held.position }?.answer == "xin tính kỳ sau")
    }

    @Test func `what another department sends changes nothing in a return`() throws {
        let file = try file("a", { [finding($0)] })
        let before = try Returns.all(basis([file])).first { $0.name == "stp" }
        var scene = try Scene()
        try scene.send("SDTTG", "02-tt", "2026-10", [:], at: Self.latest)
        let after = try basis([file] + scene.readings)
        #expect(try basis([file]).asOf != after.asOf)
        #expect(Returns.all(after).first { $0.name == "stp" } == before && before != nil)
    }

    /// Words that do not say what blanks are answer nothing, and those that do are taken at their word.
    @Test(arguments: [
        ("Không phát sinh", true, Reading.Unlisted.zero), ("không phát sinh ở các xã còn lại", true, .zero),
        ("Chưa có số liệu", true, .notReported), ("Đã kiểm tra", false, .notReported), ("Không", false, .notReported),
    ]) func `blanks are what the answer says that they are`(
        _ reason: String, _ isAnswer: Bool, _ unlisted: Reading.Unlisted
    ) throws {
        let rule = RuleName(stored: BlanksAnswer.rule)
        let file = try file("a", { [finding($0, rule: rule)] }, unlisted: .notReported)
        let basis = try basis([file, returned([answer(to: file.findings[0], reason)])])
        let reading = try #require(basis.evidence.readings.first { $0.receipt.path == "2026-10/a.csv" })
        #expect((reading.findings[0].answer != nil) == isAnswer && reading.unlisted == unlisted)
        #expect(try state(basis) == (isAnswer ? .accepted : .toConfirm))
    }
}
