import Foundation
import Testing

/// What leaves the office holds nothing that departments and officers wrote: `Tests/Auditor/words.py` reads every part.
struct OutgoingTests {
    private static let clock = "--now 2026-10-20T09:00+07:00 --quiet"
    private static let audiences = ["leadership", "partners", "public"]
    private static let words = "Tests/Auditor/words.py"

    /// The sample's month, with a department's answer that names a person and gives a suppressed count.
    private func issued() throws -> ExportPlace {
        let place = try ExportPlace()
        let root = SmallOffice.repository.path
        try place.shell(
            """
            rm -r inputs && mkdir -p inputs/submissions
            cp -r '\(root)/inputs/catalogue' '\(root)/inputs/xu-ly.csv' inputs/
            cp -r '\(root)/inputs/submissions/2026-10' inputs/submissions/
            """)
        let answered = """
            Biểu số: 03/AN;;;;
            Kỳ báo cáo: Tháng 10 năm 2026 (từ ngày 15/9/2026 đến ngày 14/10/2026);;;;
            Đơn vị gửi: Sở Dân tộc và Tôn giáo;;;;
            Lần gửi: 1;;;;
            Ô trống và xã, phường không ghi tên: không phát sinh;;;;
            TT;Mã xã;Xã, phường;Tảo hôn (cặp);Thuyết minh
            1;03646;Tô Hiệu;1;
            2;03703;Quỳnh Nhai;2;
            3;03721;Thuận Châu;5;
            ;;Tổng cộng;9;cộng cả 01 cặp cũ, Quỳnh Nhai có em Tòng Thị Thử sinh năm 2011
            """
        try answered.write(
            toFile: place.path("inputs/submissions/2026-10/SDTTG-03-an.csv"), atomically: true, encoding: .utf8)
        try place.shell(
            """
            printf '%s\\r\\n' '19/10/2026;2026-10;;;;chốt số liệu;19/10/2026 17:00;họp giao ban đã thống nhất như vậy;Phó Giám đốc' \
            >>inputs/xu-ly.csv
            """)
        _ = try place.run("run 2026-10 \(Self.clock)")
        #expect(try place.run("issue 2026-10 --yes \(Self.clock)").exit <= 1)
        return place
    }

    private func audit(_ place: ExportPlace, _ packages: [String], _ option: String = "") throws -> Int32 {
        let python = ProcessInfo.processInfo.environment["TONGHOP_PYTHON"] ?? "python3"
        let script = SmallOffice.repository.appendingPathComponent(Self.words).path
        let list = packages.map { "'\($0)'" }.joined(separator: " ")
        return try place.shell("\(python) '\(script)' inputs \(list) \(option) >audit.txt 2>&1")
    }

    @Test func `no word of a department or an officer is in any part of a package`() throws {
        let place = try issued()
        let packages = Self.audiences.map { "reports/2026-10/xuat/2026-10-lan-1-\($0)" }
        for audience in Self.audiences {
            #expect(try place.run("export 2026-10 --audience \(audience) \(Self.clock)").exit == 0)
        }
        let found = try audit(place, packages)
        let report = try place.text("audit.txt")
        #expect(found == 0, "\(report)")
        // Every number of a page that leaves is one that the package gives in its table, suppressed ones as such.
        for (package, audience) in zip(packages, Self.audiences) {
            let page = "\(package)/trang-tom-tat-2026-10-\(audience).html"
            let table = "\(package)/du-lieu/so-lieu-2026-10-\(audience).csv"
            let script = SmallOffice.repository.appendingPathComponent("Tests/Oracle/page.py").path
            let numbers = "python3 '\(script)' '\(page)' '\(table)' --numbers --control >numbers.txt 2>&1"
            let compared = try place.shell(numbers)
            let told = try place.text("numbers.txt")
            #expect(compared == 0, "\(told)")
        }
        // What is planted in any kind of part is found, and so is what stands in the office's own set.
        let planted = try audit(place, [packages[2]], "--control")
        let control = try place.text("audit.txt")
        #expect(planted == 0, "\(control)")
        #expect(try audit(place, ["reports/2026-10/lan-1"]) == 1)
        #expect(try place.text("audit.txt").contains("found"))
    }

    @Test func `only the leadership is told who sent late, and nobody who met the rule`() throws {
        let place = try issued()
        for audience in Self.audiences {
            #expect(try place.run("export 2026-10 --audience \(audience) \(Self.clock)").exit == 0)
            let package = "reports/2026-10/xuat/2026-10-lan-1-\(audience)"
            for words in ["Chưa đạt", "cần xác nhận", "tiếp nhận một phần"] {
                #expect(try audit(place, [package], "--never='\(words)'") == 0, "\(audience): \(words)")
            }
            for words in ["gửi chậm", "khen thưởng", "còn thiếu báo cáo của", "Tình hình gửi báo cáo của"] {
                let isThere = try audit(place, [package], "--never='\(words)'") == 1
                #expect(isThere == (audience == "leadership"), "\(audience): \(words)")
            }
        }
    }

    @Test func `without the file, or where an audience is not in it, the figures alone go out`() throws {
        let place = try ExportPlace()
        let file = "inputs/catalogue/audiences.yaml"
        try place.shell("sed -i '/^public:/,$d' \(file)")
        _ = try place.run("run 2026-10 --now 2026-10-17T09:00+07:00 --quiet")
        #expect(try place.run("issue 2026-10 --yes --now 2026-10-17T10:00+07:00 --quiet").exit <= 1)
        let export = "export 2026-10 --audience public --now 2026-10-18T09:00+07:00 --quiet"
        #expect(try place.run(export).exit == 0)
        let folder = "reports/2026-10/xuat/2026-10-lan-1-public"
        let figures = [
            "SHA256SUMS", "doc-truoc.txt", "du-lieu/datapackage.json", "du-lieu/dhis2-2026-10-public.csv",
            "du-lieu/sdmx-2026-10-public.csv", "du-lieu/so-lieu-2026-10-public-excel.csv",
            "du-lieu/so-lieu-2026-10-public.csv", "manifest.json", "so-lieu-2026-10-public.xlsx",
        ]
        #expect(try place.files(folder).keys.sorted() == figures)
        #expect(try place.text("\(folder)/manifest.json").contains("Bản công khai"))
        // What is laid down later holds for what goes out later, of the same edition as well, once it was run.
        try place.shell(
            "printf 'public:\\n  mark: {vi: Bản thử, en: Trial}\\n  data: [so-lieu]\\n  files: [csv]\\n' >>\(file)")
        #expect(try place.run("run 2026-10 --now 2026-10-18T10:00+07:00 --quiet").exit <= 1)
        #expect(try place.run(export).exit == 0)
        #expect(
            try place.files(folder).keys.sorted()
                == figures.filter { $0.contains("/so-lieu") || !$0.contains("-2026") })
        try place.shell("rm \(file)")
        #expect(try place.run("run 2026-10 --now 2026-10-18T11:00+07:00 --quiet").exit <= 1)
        #expect(try place.run(export).exit == 0)
        #expect(try place.files(folder).keys.sorted() == figures)
        #expect(try place.run("verify").exit == 0)
        #expect(try place.run("check --catalogue --now 2026-10-18T11:00+07:00").output.contains("audiences.yaml"))
    }
}
