import Domain
import Intake
import Reporting
import Testing

/// What goes back to a department, from files that are read under the real catalogue.
struct ReturnContentTests {
    private static let sha256 = String(repeating: "ab", count: 32)

    private func returned(_ rows: [String]) throws -> Return {
        let catalogue = try #require(Scene.real)
        let header =
            "Mã xã,\"Xã, phường\",Tranh chấp đất đai: tồn đầu kỳ,Tranh chấp đất đai: phát sinh,"
            + "Tranh chấp đất đai: đã giải quyết,Tranh chấp đất đai: tồn cuối kỳ\n"
        let text = "\"Ô trống và xã, phường không ghi tên: không phát sinh\"\n" + header + rows.joined(separator: "\n")
        let path = "2026-10/X04045-03-an.csv"
        let reading = SubmissionReader(catalogue: catalogue).read(
            SourceFile(path: path, bytes: [UInt8](text.utf8)),
            receipt: Receipt(
                path: path, sha256: Self.sha256, size: text.utf8.count,
                receivedAt: try #require(Instant("2026-10-16T08:05+07:00"))))
        let evidence = Evidence(catalogue: catalogue, readings: [reading], decisions: [])
        let basis = try Basis(
            evidence, period: try #require(Period("2026-10")), standing: .draft, programVersion: "test")
        return try #require(basis.reportSet().returns.first { $0.name == "x04045" })
    }

    private func words(_ document: Document) -> String {
        document.blocks.map { block in
            switch block {
            case .title(let lines), .list(let lines), .lines(let lines): lines.joined(separator: "\n")
            case .heading(_, let text), .paragraph(let text): text
            default: ""
            }
        }.joined(separator: "\n")
    }

    @Test func `caps say how many findings there truly are`() throws {
        let rows = (0..<8_214).map { "04045,,x\($0),0,0,0" }
        let item = try returned(rows)
        let first = try #require(item.report.tables.first)
        // The other cells of the first row count, so that the form is no longer owed.
        #expect(first.rows.count == 1_000)
        #expect(first.notes.contains { $0.hasPrefix("Hiển thị 1.000 trong tổng số ") })
        let summary = try #require(item.report.tables.first { $0.id == "theo-quy-tac" })
        let row = try #require(summary.rows.first { $0.cells.contains(.text("not-a-number")) })
        #expect(row.cells.suffix(2) == [.count(8_214), .count(8_214)])
        let text = words(item.text)
        #expect(text.contains("Hiển thị 1.000 trong tổng số "))
    }

    @Test func `nothing is said of a cap that leaves nothing out`() throws {
        let item = try returned(["04045,,x,0,0,0"])
        #expect(item.report.tables.flatMap(\.notes).contains { $0.hasPrefix("Hiển thị") } == false)
        #expect(!words(item.text).contains("Hiển thị"))
    }

    @Test func `a clean file gets a confirmation with rows, totals, hash, time and the next deadline`() throws {
        let item = try returned(["04045,,2,3,1,4"])
        let text = words(item.text)
        #expect(item.report.title.hasPrefix("Phiếu xác nhận tiếp nhận số liệu"))
        #expect(text.contains("1/1 dòng được tính, nhận lúc 08:05 ngày 16/10/2026, mã SHA-256 \(Self.sha256)"))
        #expect(text.contains("Tranh chấp đất đai: tồn cuối kỳ: 4"))
        #expect(text.contains("Hạn gửi kỳ tiếp theo (tháng 11 năm 2026): 17/11/2026."))
        let cells = item.report.tables.flatMap(\.rows).flatMap(\.cells)
        #expect(cells.contains(.text("08:05 ngày 16/10/2026")))
        #expect(cells.contains(.text(Self.sha256)))
        #expect(item.report.tables.map(\.id) == ["da-nhan", "tong-so"])
    }
}
