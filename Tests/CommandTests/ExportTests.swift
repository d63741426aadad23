import Domain
import Foundation
import Storage
import Testing

struct ExportTests {
    private static let name = "2026-10-lan-1-leadership"
    private static let clock = "--now 2026-10-18T09:00+07:00"

    /// The small province with its first edition, after a change of what was sent.
    private func issued(changing: String? = nil) throws -> ExportPlace {
        let place = try ExportPlace()
        if let changing { try place.shell(changing) }
        #expect(try place.run("run 2026-10 --now 2026-10-17T09:00+07:00 --quiet").exit == 1)
        #expect(try place.run("issue 2026-10 --yes --now 2026-10-17T10:00+07:00 --quiet").exit <= 1)
        return place
    }

    @Test func `without an edition there is nothing to export, and nothing is made`() throws {
        let place = try ExportPlace()
        let outcome = try place.run("export 2026-10 --audience leadership \(Self.clock)")
        #expect(outcome.exit == 2)
        #expect(outcome.errors.contains("tonghop issue 2026-10"))
        #expect(try place.files("reports").isEmpty)
        let issued = try issued()
        #expect(try issued.run("export 2026-10 --audience leadership --edition 7 \(Self.clock)").exit == 2)
        #expect(try issued.run("export 2026-10 --audience press \(Self.clock)").exit == 64)
        #expect(try issued.files("reports/2026-10/xuat").isEmpty)
    }

    @Test func `a package holds every part, its sums hold, and its zip is the same`() throws {
        let place = try issued()
        for audience in Audience.allCases {
            #expect(try place.run("export 2026-10 --audience \(audience.rawValue) \(Self.clock)").exit == 0)
            let name = "2026-10-lan-1-\(audience.rawValue)"
            let files = try place.files("reports/2026-10/xuat/\(name)")
            let tail = "2026-10-\(audience.rawValue)"
            #expect(
                files.keys.sorted() == [
                    "SHA256SUMS", "bao-cao-\(tail).docx", "bao-cao-\(tail).txt", "doc-truoc.txt",
                    "du-lieu/datapackage.json",
                    "du-lieu/dhis2-\(tail).csv", "du-lieu/sdmx-\(tail).csv", "du-lieu/so-lieu-\(tail)-excel.csv",
                    "du-lieu/so-lieu-\(tail).csv", "manifest.json", "so-lieu-\(tail).xlsx", "tom-tat-\(tail).txt",
                    "tong-hop-\(tail).txt", "tong-hop-\(tail).xlsx", "trang-tom-tat-\(tail).html",
                ])
            #expect(try place.shell("cd reports/2026-10/xuat/\(name) && sha256sum --strict -c SHA256SUMS") == 0)
            #expect(try place.shell("cd reports/2026-10/xuat/\(name) && test $(wc -l <SHA256SUMS) = 14") == 0)
            let unzip = "python3 -m zipfile -e reports/2026-10/xuat/\(name).zip unzipped-\(name)"
            #expect(try place.shell(unzip) == 0)
            #expect(try place.files("unzipped-\(name)") == files)
            // A leader's texts come first, what programs load after all that is to be read.
            let order =
                "python3 -c 'import zipfile; print(*zipfile.ZipFile(\"reports/2026-10/xuat/\(name).zip\").namelist())'"
            #expect(try place.shell("\(order) >order.txt") == 0)
            let names = try place.text("order.txt").split(whereSeparator: \.isWhitespace).map(String.init)
            #expect(names.prefix(2) == ["trang-tom-tat-\(tail).html", "tom-tat-\(tail).txt"])
            #expect(names.suffix(2) == ["SHA256SUMS", "manifest.json"])
            #expect(names.firstIndex(of: "doc-truoc.txt") == names.count - 8)
            for text in [
                "trang-tom-tat-\(tail).html", "doc-truoc.txt", "tom-tat-\(tail).txt", "tong-hop-\(tail).txt",
                "bao-cao-\(tail).txt", "manifest.json",
            ] {
                let words = String(decoding: try #require(files[text]), as: UTF8.self)
                #expect(words.contains("LƯU HÀNH NỘI BỘ") == (audience != .public), "\(text)")
            }
            let manifest = try JSONSerialization.jsonObject(with: try #require(files["manifest.json"]))
            let page = try #require(manifest as? [String: Any])
            #expect(page["audience"] as? String == audience.rawValue && page["edition"] as? Int == 1)
            #expect((page["catalogueDigest"] as? String)?.count == 64 && page["inputs"] == nil)
            #expect(page["asOf"] as? String == "2026-10-17T02:00:00Z" && page["programVersion"] != nil)
        }
        #expect(try place.run("verify").exit == 0)
    }

    @Test func `the same edition gives the same bytes, in another place and when its package is made again`() throws {
        let (first, second) = (try issued(), try issued())
        let xuat = "reports/2026-10/xuat"
        #expect(try first.run("export 2026-10 --audience leadership \(Self.clock)").exit == 0)
        let package = try first.files(xuat)
        #expect(package.count == 16)
        // A later day, another zone, and a catalogue and data that have moved on.
        try second.shell("printf '\\n' >>inputs/catalogue/targets.csv")
        try second.shell("rm inputs/submissions/2026-10/STP-02-tt.csv; cp inputs/submissions/2026-10/SDT-02-tt.csv x")
        try second.shell("sed 's/Lần gửi: 1/Lần gửi: 2/; s/;330;/;350;/' x >inputs/submissions/2026-10/SDT-02-tt-2.csv")
        #expect(try second.run("run 2026-10 --now 2026-10-20T09:00+07:00 --quiet").exit == 1)
        #expect(
            try second.run("export 2026-10 --audience leadership --now 2027-03-01T00:00Z", zone: "UTC").exit == 0)
        #expect(try second.files(xuat) == package)
        let again = try first.run("export 2026-10 --audience leadership \(Self.clock) --quiet")
        #expect(again.exit == 0 && again.output.isEmpty && again.errors.isEmpty)
        #expect(try first.files(xuat) == package)
        try first.shell("rm -r \(xuat)")
        #expect(try first.run("export 2026-10 --audience leadership \(Self.clock)").exit == 0)
        #expect(try first.files(xuat) == package)
        // The next edition's package stands beside the first's, which stays the very same files.
        #expect(try second.run("issue 2026-10 --yes --now 2026-10-20T10:00+07:00 --quiet").exit <= 1)
        #expect(try second.run("export 2026-10 --audience leadership \(Self.clock)").exit == 0)
        let both = try second.files(xuat)
        #expect(package.allSatisfy { both[$0.key] == $0.value } && both.count == 32)
        #expect(both["2026-10-lan-2-leadership.zip"] != package["\(Self.name).zip"])
    }

    @Test func `the leadership is given all figures and told so, and the ledger notes it`() throws {
        let place = try issued()
        #expect(try place.run("export 2026-10 --audience leadership \(Self.clock)").exit == 0)
        let ledger = try Ledger.openIfPresent(folder: place.path("reports"))
        let release = try #require(try ledger.read { try $0.releases() }.first)
        #expect(release.detail == .full && release.files(.seen).count == 1 && release.files(.mask).isEmpty)
        let folder = "reports/2026-10/xuat/\(Self.name)"
        let figures = try place.text("\(folder)/du-lieu/so-lieu-2026-10-leadership.csv")
        #expect(figures.contains("AN04") && figures.contains(",xã,2,") && !figures.contains("(bm)"))
        #expect(try place.text("\(folder)/manifest.json").contains("\"detail\" : \"full\""))
        let mark = "bản đầy đủ, chỉ dùng nội bộ lãnh đạo"
        for name in ["tom-tat", "tong-hop", "bao-cao"] {
            #expect(try place.text("\(folder)/\(name)-2026-10-leadership.txt").contains(mark))
        }
        #expect(try place.run("verify").exit == 0)
    }

    @Test func `where the office has laid it down, the leadership is protected from as partners are`() throws {
        // One case in each of two communes of a district: a count of two.
        let place = try issued(
            changing: """
                sed -i 's/;2;4;4;3;2;5;/;1;3;4;3;2;5;/' inputs/submissions/2026-10/CA-03-an.csv
                echo 'leadership_figures: protected' >>inputs/catalogue/organisation.yaml
                """)
        for audience in ["leadership", "partners"] {
            #expect(try place.run("export 2026-10 --audience \(audience) \(Self.clock)").exit == 0)
        }
        func text(_ name: String, _ audience: String) throws -> String {
            try place.text("reports/2026-10/xuat/2026-10-lan-1-\(audience)/du-lieu/\(name)-2026-10-\(audience).csv")
        }
        #expect(try text("so-lieu", "leadership") == text("so-lieu", "partners"))
        let rows = try text("so-lieu", "leadership").split(separator: "\r\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        // A name may hold a comma, so cells are counted from the end: the level, the figure, its state, two counts, four figures
        // each with its state.
        let sensitive = rows.filter { ["AN04", "AN05"].contains($0[1]) }
        for row in sensitive {
            let figures = row.suffix(12).prefix(1) + row.suffix(8)
            #expect(Set(figures).isDisjoint(with: ["1", "2"]), "\(row)")
        }
        #expect(sensitive.contains { $0.contains("(bm)") })
        let sdmx = try text("sdmx", "leadership")
        #expect(sdmx.contains(",AN04,") && sdmx.contains(",Q,C,bảo mật,1,"))
        #expect(!(try place.text("reports/2026-10/xuat/\(Self.name)/manifest.json")).contains("bản đầy đủ"))
    }

    @Test func `what the signing tool returns is in the package; without a signature nothing is published`() throws {
        let place = try issued()
        let xuat = "reports/2026-10/xuat"
        let export = "export 2026-10 --audience partners \(Self.clock)"
        for (command, words) in [
            ("cat >/dev/null; exit 3", "kết thúc với mã 3"), ("true", "không trả về chữ ký"),
            ("kill -9 $$", "tín hiệu 9"), ("/khong/co", "kết thúc với mã 127"),
        ] {
            let outcome = try place.run(export, "--sign", command)
            #expect(outcome.exit == 2 && outcome.errors.contains(words), "\(command): \(outcome.errors)")
            #expect(try place.files(xuat).isEmpty)
            #expect(try Ledger.openIfPresent(folder: place.path("reports")).read { try $0.releases() }.isEmpty)
        }
        #expect(try place.run(export, "--sign", "sha256sum").exit == 0)
        let folder = "\(xuat)/2026-10-lan-1-partners"
        let digest = try place.shell("cd \(folder) && sha256sum <manifest.json | cmp - manifest.json.sig")
        #expect(digest == 0)
        #expect(try place.shell("cd \(folder) && sha256sum --strict -c SHA256SUMS && grep -q json.sig SHA256SUMS") == 0)
        #expect(try place.run("verify").exit == 0)
        let signed = try place.files(xuat)
        // A later failure leaves the signed package; the tool may also be told the path.
        #expect(try place.run(export, "--sign", "false").exit == 2)
        #expect(try place.files(xuat) == signed)
        #expect(try place.run(export, "--sign", "sha256sum <\"$TONGHOP_MANIFEST\"").exit == 0)
        #expect(try place.files(xuat) == signed)
        #expect(try Ledger.openIfPresent(folder: place.path("reports")).read { try $0.releases() }.count == 1)
    }

    @Test func `explaining prints what is suppressed, and writes nothing`() throws {
        let place = try issued()
        let before = try place.files("reports")
        let outcome = try place.run("export 2026-10 --audience partners --explain \(Self.clock)")
        #expect(outcome.exit == 0)
        #expect(outcome.output.contains("CHỈ DÙNG TRONG CƠ QUAN"))
        #expect(outcome.output.contains("AN04 Vụ ma túy, Xã Bản Mây, 2026-10: 2 – số nhỏ"))
        #expect(try place.files("reports") == before)
    }

    @Test func `verify names a package's file that was changed, and exporting again mends it`() throws {
        let place = try issued()
        #expect(try place.run("export 2026-10 --audience public \(Self.clock)").exit == 0)
        let file = "reports/2026-10/xuat/2026-10-lan-1-public/du-lieu/so-lieu-2026-10-public.csv"
        let bytes = try place.text(file)
        // Other recorded entries come after the release, so that it counts as shown.
        try place.shell(
            "sed 's/Lần gửi: 1/Lần gửi: 2/' inputs/submissions/2026-10/SDT-02-tt.csv >inputs/submissions/2026-10/SDT-02-tt-2.csv"
        )
        #expect(try place.run("run 2026-10 --now 2026-10-20T09:00+07:00 --quiet").exit == 1)
        try place.shell("sed -i 's/901/902/' '\(file)'")
        let outcome = try place.run("verify")
        #expect(outcome.exit == 1 && outcome.output.contains(file), "\(outcome)")
        // The changed file is kept, which a person should know.
        #expect(try place.run("export 2026-10 --audience public \(Self.clock)").exit == 1)
        #expect(try place.text(file) == bytes)
        #expect(try place.run("verify").exit == 0)
        // A package that was handed over may be taken away.
        try place.shell("rm -r reports/2026-10/xuat")
        #expect(try place.run("verify").exit == 0)
    }
}

/// A private folder with the small province, in which programs are run without LibreOffice.
final class ExportPlace {
    let root: URL
    private let program: BuiltProgram

    init() throws {
        program = try #require(BuiltProgram(), "the program is not built")
        root = FileManager.default.temporaryDirectory.appendingPathComponent("tonghop xuất \(UUID().uuidString)")
        let fixture = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("Fixtures/nho/inputs")
        try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
        try FileManager.default.copyItem(at: fixture, to: root.appendingPathComponent("inputs"))
        // The tools that tests sign with, and no office.
        try shell("mkdir bin; for tool in cat sha256sum; do ln -s /usr/bin/$tool bin/; done")
    }

    deinit { try? FileManager.default.removeItem(at: root) }

    func path(_ name: String) -> String { root.appendingPathComponent(name).path }

    /// Runs the program with words, then with arguments as they stand.
    func run(
        _ words: String, _ arguments: String..., zone: String = "Asia/Ho_Chi_Minh", path: String? = nil
    ) throws -> Ending {
        try Ending(
            of: program.path, words.split(separator: " ").map(String.init) + arguments, in: root,
            environment: ["PATH": path ?? self.path("bin"), "TZ": zone, "HOME": root.path])
    }

    @discardableResult
    func shell(_ command: String) throws -> Int32 { try Ending(of: "/bin/sh", ["-c", command], in: root).exit }

    func text(_ name: String) throws -> String {
        String(decoding: try Data(contentsOf: root.appendingPathComponent(name)), as: UTF8.self)
    }

    /// Files below a folder but for the ledger's log, which differs as it is read.
    func files(_ name: String) throws -> [String: Data] {
        try FileTree.read(root.appendingPathComponent(name)).filter { !$0.key.hasPrefix("ledger.sqlite") }
    }
}
