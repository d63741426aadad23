import Foundation
import Legibility
import Testing
import ZipPackage

/// Characters that steer a terminal or turn the writing round, planted wherever a text comes in: none of them stands in
/// anything that the program shows.
struct PlantedTextTests {
    /// What is planted, by kind: a file that one kind keeps from being read would hide the others.
    private static let kinds: [String: [UInt32]] = [
        "controls": [0x1, 0x7, 0x8, 0xB, 0xC, 0xE, 0x1B, 0x1F, 0x7F],
        "upper controls": [0x80, 0x85, 0x8D, 0x90, 0x9B, 0x9C, 0x9D, 0x9F],
        "directions": [
            0x61C, 0x200E, 0x200F, 0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068, 0x2069, 0x206A,
            0x206F,
        ],
        "separators, marks and tags": [
            0x2028, 0x2029, 0xFEFF, 0xFFF9, 0xFFFB, 0xFDD0, 0xFFFE, 0xFFFF, 0x1FFFE, 0xE0001, 0xE0041, 0xE007F,
        ],
    ]

    private static func planted(_ kind: String) -> String {
        (kinds[kind] ?? []).compactMap(Unicode.Scalar.init).map { "a\(Character($0))" }.joined() + "z"
    }

    /// The same for a YAML text in double quotes.
    private static func inYAML(_ kind: String) -> String {
        (kinds[kind] ?? []).map { "a\\U" + String(format: "%08X", $0) }.joined() + "z"
    }

    @Test(arguments: kinds.keys.sorted()) func `nothing planted by those who send or decide is shown raw`(
        _ kind: String
    )
        throws
    {
        let office = try SmallOffice()
        let text = Self.planted(kind)
        let files = try plantInSubmissions(text, in: office)
        try Data(
            """
            Ngày;Kỳ;Đơn vị;Biểu;Tệp;Việc;Giá trị;Lý do;Chức danh người duyệt
            01/10/2026;2026-10;CA;;"2026-10/x \(text).csv";rút tệp;;"gửi nhầm \(text)";"GĐ \(text)"
            01/10/2026;2026-10;STP;;;miễn;;"vì \(text)";"GĐ \(text)"
            01/10/2026;2026-10;"CA\(text)";"03\(text)";;"miễn\(text)";;"a\(text)";GĐ

            """.utf8
        ).write(to: office.url("inputs/xu-ly.csv"))

        let shown = try everythingShown(by: office, of: files)
        #expect(shown.count > 60)
        for (place, bytes) in shown { expectNothingRaw(in: bytes, place) }

        // The control: rows as they stand pass by what shows text, and there the same look finds what was planted.
        let asTheyStand = try files.map { try office.run(["inspect", "--csv", $0]).output }.joined()
        let found = Set(Self.raw(in: asTheyStand.replacing("\r\n", with: "\n")).map(\.value))
        #expect(found == Set(Self.kinds[kind] ?? []))
    }

    @Test(arguments: kinds.keys.sorted()) func `nothing planted in the catalogue is shown raw`(_ kind: String) throws {
        let office = try SmallOffice()
        let (text, yaml) = (Self.planted(kind), Self.inYAML(kind))
        for (file, old, new) in [
            ("departments.csv", "Công an tỉnh,", "\"Công an tỉnh \(text)\","),
            ("indicators.csv", "Số buổi tuyên truyền trực tiếp,", "\"Số buổi \(text)\","),
            ("units.csv", "Bản Mây", "\"Bản Mây \(text)\""),
            ("organisation.yaml", "vi: SỞ DÂN TỘC VÀ TÔN GIÁO", "vi: \"SỞ DÂN TỘC \(yaml)\""),
            ("organisation.yaml", "{vi: GIÁM ĐỐC", "{vi: \"GIÁM ĐỐC \(yaml)\""),
            ("forms/03-an.yaml", "{vi: Tình hình an ninh trật tự", "{vi: \"Tình hình \(yaml)\""),
        ] {
            let before = try office.text("inputs/catalogue/\(file)")
            #expect(before.contains(old))
            try Data(before.replacing(old, with: new, maxReplacements: 1).utf8)
                .write(to: office.url("inputs/catalogue/\(file)"))
        }
        let files = ["CA-03-an.csv", "STP-02-tt.csv"].map { "inputs/submissions/2026-10/\($0)" }
        // A package is made slowly where LibreOffice prints it, and one kind is enough for its own formats.
        let shown = try everythingShown(by: office, of: files, alsoExported: kind == "directions")
        #expect(shown.count > 60)
        #expect(shown.contains { String(decoding: $0.bytes, as: UTF8.self).contains("\u{FFFD}") })
        for (place, bytes) in shown { expectNothingRaw(in: bytes, place) }
    }

    /// In cells, headers, labels, reasons, file names and folder names; the paths of the files.
    private func plantInSubmissions(_ text: String, in office: SmallOffice) throws -> [String] {
        try office.replace("0;0;1;0;1;0;", by: "0;0;1;0;1;0;\"lý do \(text)\"", in: "2026-10/CA-03-an.csv")
        try office.replace("1;1;1;1;0;1;", by: "1;1;1;1;0;1;\"vì \(text)\"", in: "2026-10/CA-03-an.csv")
        try office.replace("Số đối tượng", by: "Số đối tượng;\"Cột \(text)\"", in: "2026-10/CA-05-vu.csv")
        try office.replace("gửi: Công an tỉnh", by: "gửi: Công an tỉnh \(text)", in: "2026-10/CA-05-vu.csv")
        try office.replace("Chủ trì", by: "\"Chủ \(text)\"", in: "2026-10/CA-05-vu.csv")
        let sheet = office.submission("2026-10/STP-02-tt.csv")
        let rows = "9;90101;\"Bản \(text)\";1;2;3;4\n9;90101;Bản Mây;\"1\(text)\";2;3;4\n"
        try (Data(contentsOf: sheet) + Data(rows.utf8)).write(to: sheet)
        let named = "CA-03-an \(text) 1.csv"
        try FileManager.default.copyItem(
            at: office.submission("2026-10/CA-03-an.csv"), to: office.submission("2026-10/\(named)"))
        for folder in ["thu \(text)", "2026-10/con \(text)"] {
            try FileManager.default.createDirectory(
                at: office.submission(folder), withIntermediateDirectories: false)
        }
        return ["CA-03-an.csv", named, "CA-05-vu.csv", "STP-02-tt.csv"].map { "inputs/submissions/2026-10/\($0)" }
    }

    /// What the commands print and write, workbooks part by part.
    private func everythingShown(
        by office: SmallOffice, of files: [String], alsoExported: Bool = false
    ) throws -> [(place: String, bytes: [UInt8])] {
        let month = "2026-10"
        let json = ["--format", "json"]
        let (status, check, trace) = (["status", month], ["check"] + files, ["trace", month, "TT01"])
        var commands = [
            ["run", month, "--log", "nhat-ky.log"], status, status + json, check, check + json, trace, trace + json,
            ["check", "--catalogue"] + json, ["trace", month, "AN04", "90101"], ["issue", month, "--yes"],
            ["changes", month] + json, ["doctor"], ["verify"] + json, ["template", "CA", "03-an"],
            ["run", month, "--lang", "en", "--log", "nhat-ky.json", "--log-format", "json"],
            ["check", "không có \(files[1])"],
        ]
        commands += files.flatMap { [["inspect", $0], ["inspect", $0] + json] }
        if alsoExported { commands.append(["export", month, "--audience", "public"]) }
        var shown: [(place: String, bytes: [UInt8])] = []
        for command in commands {
            let ending = try office.run(command)
            #expect([0, 1, 2].contains(ending.exit), "\(command): \(ending)")
            shown += [("\(command) >", Array(ending.output.utf8)), ("\(command) 2>", Array(ending.errors.utf8))]
        }
        let walker = FileManager.default.enumerator(atPath: office.root.path)
        for name in (walker?.allObjects as? [String] ?? []).sorted() where !name.hasPrefix("inputs") {
            shown.append(("the name \(name)", Array(name.utf8)))
            let path = office.url(name).path
            switch office.url(name).pathExtension {
            case "xlsx", "zip": shown += try Self.parts(of: path).map { ("\(name)!\($0)", $1) }
            case "csv", "txt", "json", "log", "html", "svg", "head":
                shown.append((name, Array(try Data(contentsOf: office.url(name)))))
            default: break
            }
        }
        return shown
    }

    private static func parts(of path: String) throws -> [(String, [UInt8])] {
        let zip = try ZipReader(path: path)
        return try zip.entries.filter {
            ["xml", "rels", "csv", "txt", "json"].contains(($0.name as NSString).pathExtension)
        }
        .map { ($0.name, try zip.bytes(of: $0.name)) }
    }

    private func expectNothingRaw(in bytes: [UInt8], _ place: String) {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            Issue.record("\(place): no UTF-8")
            return
        }
        let isCSV = place.hasSuffix(".csv")
        let body = (isCSV && text.hasPrefix("\u{FEFF}") ? String(text.unicodeScalars.dropFirst()) : text)
            .replacing("\r\n", with: "\n")
        let found = Self.raw(in: body).map { String($0.value, radix: 16) }
        #expect(found.isEmpty, "\(place): \(Set(found).sorted())")
        // An escape of a workbook or of XML would be read back as what it stands for.
        #expect(
            !body.contains(#/_x00(0[0-8BCEF]|1|7F|8|9)[0-9A-F]*_|_x20(0[EF]|2[89A-E]|6[6-9A-F])_|&#x?(1B|9B|202E)/#))
    }

    private static func raw(in text: String) -> [Unicode.Scalar] {
        text.unicodeScalars.filter { ShownText.steers($0) && $0 != "\n" && $0 != "\t" }
    }
}
