import Foundation
import Testing

/// Supplements from the folder to the reports.
struct SupplementOfficeTests {
    private static let files = [
        ("SDT-02-tt-bo-sung.csv", "18/10/2026", "2", "1;90101;Bản Mây;5;300;250;2;0;0;"),
        (
            "SDT-02-tt-bo-sung-2.csv", "19/10/2026", "3",
            "1;90101;Bản Mây;6;310;260;2;0;0;\n2;90202;Khe Sâu;4;150;150;3;0;0;"
        ),
    ]

    private func text(_ sequence: String, _ rows: String) -> String {
        """
        Biểu số: 02/TT
        Kỳ báo cáo: Tháng 10 năm 2026
        Đơn vị gửi: Sở Dân tộc và Tôn giáo
        Lần gửi: \(sequence) (bổ sung)
        Ô trống và xã, phường không ghi tên: không phát sinh

        TT;Mã xã;Xã, phường;Số buổi;Lượt người nghe;Trong đó: người DTTS;Mô hình, câu lạc bộ cuối kỳ;Vụ việc hòa giải tiếp nhận;Hòa giải thành;Thuyết minh
        \(rows)

        """
    }

    /// Runs once after each file has come, in this order; the decisions say when each was received.
    private func office(_ order: [String]) throws -> SmallOffice {
        let office = try SmallOffice(isClean: true)
        let whole = office.submission("2026-10/SDT-02-tt.csv")
        let bytes = try Data(contentsOf: whole)
        try FileManager.default.removeItem(at: whole)
        var decisions = try office.text("inputs/xu-ly.csv")
        for (name, day, _, _) in [("SDT-02-tt.csv", "15/10/2026", "", "")] + Self.files {
            decisions += "\(day);2026-10;SDT;02-tt;2026-10/\(name);ngày nhận;\(day) 09:00;thư điện tử;Trưởng phòng\n"
        }
        try Data(decisions.utf8).write(to: office.url("inputs/xu-ly.csv"))
        for (place, name) in order.enumerated() {
            let file = Self.files.first { $0.0 == name }
            let content = file.map { Data(text($0.2, $0.3).utf8) } ?? bytes
            try content.write(to: office.submission("2026-10/\(name)"))
            _ = try office.run(["run", "2026-10"], now: "2026-10-2\(place)T09:00+07:00")
        }
        return office
    }

    private func draft(_ office: SmallOffice) throws -> [String: Data] {
        let folder = office.url("reports/2026-10/du-thao")
        let names = FileManager.default.enumerator(atPath: folder.path)?.allObjects as? [String] ?? []
        var files: [String: Data] = [:]
        for name in names where !name.hasSuffix("manifest.json") {
            files[name] = try? Data(contentsOf: folder.appendingPathComponent(name))
        }
        return files
    }

    @Test func `whatever comes first, the draft has the same bytes`() throws {
        let names = ["SDT-02-tt.csv"] + Self.files.map(\.0)
        let first = try draft(try office(names))
        #expect(first.count > 5)
        for order in [Array(names.reversed()), [names[1], names[0], names[2]]] {
            let other = try draft(try office(order))
            #expect(Set(other.keys) == Set(first.keys))
            for (name, bytes) in first { #expect(other[name] == bytes, "\(name) after \(order)") }
        }
        let listeners = try office(names).run(["trace", "2026-10", "TT02", "90101", "--quiet"])
        #expect(listeners.output.contains("SDT-02-tt-bo-sung-2.csv"))
        #expect(!listeners.output.contains("SDT-02-tt-bo-sung.csv"))
    }

    @Test(arguments: [("1;90101;Bản Mây;4;240;200;2;;;", false), ("3;90202;Khe Sâu;3;120;120;3;;;", true)])
    func `what was asked of a row is asked no more once the row is replaced`(_ row: String, _ isAsked: Bool) throws {
        let office = try SmallOffice(isClean: true)
        let form = office.url("inputs/catalogue/forms/02-tt.yaml")
        let asking = try String(contentsOf: form, encoding: .utf8).replacing(
            "whole: nguoi_nghe, level: error", with: "whole: nguoi_nghe, level: query")
        try Data(asking.utf8).write(to: form)
        try office.replace("Bản Mây;4;240;200;2", by: "Bản Mây;4;240;250;2", in: "2026-10/SDT-02-tt.csv")
        try office.replace(";13;690;440;6", by: ";13;690;490;6", in: "2026-10/SDT-02-tt.csv")
        _ = try office.run(["run", "2026-10"], now: "2026-10-16T09:00+07:00")
        func answer() throws -> String { try office.text("reports/2026-10/du-thao/phieu-phan-hoi/sdt.txt") }
        #expect(try answer().contains("CẦN XÁC NHẬN (1)"))
        try Data(text("2", row).utf8).write(to: office.submission("2026-10/SDT-02-tt-bo-sung.csv"))
        let ending = try office.run(["run", "2026-10"], now: "2026-10-16T10:00+07:00")
        #expect(try answer().contains("CẦN XÁC NHẬN (1)") == isAsked)
        #expect(ending.errors.contains("[part-exceeds-whole]") == isAsked, "\(ending.errors)")
        // Withdrawn, the older row stands again, and with it what it was asked.
        try Data(
            (try office.text("inputs/xu-ly.csv")
                + "17/10/2026;2026-10;SDT;02-tt;2026-10/SDT-02-tt-bo-sung.csv;rút tệp;;gửi nhầm;Trưởng phòng\n").utf8
        ).write(to: office.url("inputs/xu-ly.csv"))
        _ = try office.run(["run", "2026-10"], now: "2026-10-17T10:00+07:00")
        #expect(try answer().contains("CẦN XÁC NHẬN (1)"))
    }

    @Test func `the template offers it`() throws {
        let office = try SmallOffice(isClean: true)
        let made = try office.run(["template", "SDT", "02-tt", "2026-10", "--output", "bieu"])
        #expect(made.exit == 0)
        let csv = try #require(made.output.split(separator: "\n").first { $0.hasSuffix(".csv") })
        #expect(try office.text(String(csv)).contains("Bổ sung: không"))
    }
}
