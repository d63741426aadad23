import Foundation
import Testing

/// A new office, from nothing to its first report.
struct InitTests {
    private static let model = SmallOffice.repository.appendingPathComponent("inputs/catalogue").path
    private static let answers = [
        "--province-code", "77", "--province", "Hải Vân", "--agency", "Sở Dân tộc và Tôn giáo", "--abbreviation", "SDT",
        "--from", InitTests.model,
    ]

    /// The rules that `check --catalogue` names, with the files they name.
    private func gaps(_ office: SmallOffice) throws -> [String] {
        let ending = try office.run(["check", "--catalogue", "--inputs", "moi/inputs", "--quiet"])
        #expect(ending.exit == (ending.output.isEmpty ? 0 : 1), "\(ending)")
        return ending.output.split(separator: "\n").compactMap { $0.split(separator: ":").first.map(String.init) }
    }

    private func add(_ lines: String, to register: String, _ office: SmallOffice) throws {
        let path = "moi/inputs/catalogue/\(register)"
        let cells = lines.replacingOccurrences(of: ",", with: ";")
        try Data((try office.text(path) + cells + "\r\n").utf8).write(to: office.url(path))
    }

    /// Each has a folder of its own until one takes the place; the others say that it is taken or being made.
    @Test(arguments: 0..<4) func `several at once make one whole catalogue`(_ round: Int) throws {
        let office = try SmallOffice()
        let program = try #require(BuiltProgram(), "the program is not built")
        let answers = Self.answers.map { "'\($0)'" }.joined(separator: " ")
        let ending = try office.shell(
            """
            make() { '\(program.path)' init "$1" \(answers) --quiet --now 2026-10-01T09:00+07:00 >/dev/null 2>&1; echo $? >>codes; }
            make mot; rm codes
            for turn in 1 2 3; do make nhieu & done; wait
            (cd mot; find . -type f -exec sha256sum {} + | sort -k2) >mot.txt
            (cd nhieu; find . -type f -exec sha256sum {} + | sort -k2) >nhieu.txt
            diff mot.txt nhieu.txt && sort codes | tr '\\n' ' '
            """)
        #expect(ending.exit == 0, "\(ending)")
        let codes = ending.output.split(separator: " ").map(String.init)
        #expect(codes.count == 3 && codes.count { $0 == "0" } == 1, "\(ending)")
        #expect(try office.text("nhieu.txt").split(separator: "\n").count > 15)
    }

    @Test func `check --catalogue leads an invented province to its first report`() throws {
        let office = try SmallOffice()
        let made = try office.run(["init", "moi"] + Self.answers, now: "2026-10-01T09:00+07:00")
        #expect(made.exit == 0, "\(made)")
        let folder = "moi/inputs/catalogue"
        #expect(try gaps(office) == ["\(folder)/obligations.csv", "\(folder)/sources.csv", "\(folder)/units.csv"])
        try add(
            """
            771,Cửa Sông,địa bàn,district,77,,0,,,\r
            77101,Đá Bạc,xã,commune,77,771,0,,,\r
            77102,Cồn Hến,phường,commune,77,771,0,,,
            """, to: "units.csv", office)
        #expect(try gaps(office) == ["\(folder)/obligations.csv", "\(folder)/sources.csv"])
        try add("SDT,02-tt,month,77,,", to: "obligations.csv", office)
        #expect(try gaps(office) == ["\(folder)/sources.csv"])
        try add(
            (1...11).map { "TT\($0 < 10 ? "0" : "")\($0),SDT,count,,," }.joined(separator: "\r\n"), to: "sources.csv",
            office)
        // What is left are the indicators that this office does not gather yet: named, and no hindrance.
        #expect(try Set(gaps(office).map { String($0.prefix(while: { $0 != ":" })) }) == ["\(folder)/indicators.csv"])

        let template = try office.run([
            "template", "SDT", "02-tt", "2026-10", "--inputs", "moi/inputs", "--output", "bieu",
        ])
        #expect(template.exit == 0, "\(template)")
        let form = try #require(template.output.split(separator: "\n").first { $0.hasSuffix(".csv") })
        var lines = try office.text(String(form)).components(separatedBy: "\r\n")
        for (index, line) in lines.enumerated() where line.contains("77101") || line.contains("77102") {
            var cells = line.components(separatedBy: ";")
            for column in 3..<cells.count - 1 { cells[column] = "0" }
            cells[3] = "2"
            cells[4] = "60"
            lines[index] = cells.joined(separator: ";")
        }
        try Data(lines.joined(separator: "\r\n").utf8).write(
            to: office.url("moi/inputs/submissions/2026-10/SDT-02-tt.csv"))
        let run = try office.run(["run", "--inputs", "moi/inputs", "--reports", "moi/reports"])
        #expect(run.exit == 0, "\(run)")
        let figures = try office.text("moi/reports/2026-10/du-thao/so-lieu-2026-10.csv")
        #expect(figures.contains("TT01"))
        let letter = try office.text("moi/reports/2026-10/du-thao/bao-cao-2026-10.txt")
        #expect(letter.contains("ỦY BAN NHÂN DÂN TỈNH HẢI VÂN") && letter.contains("04 buổi"), "\(letter)")
        #expect(!letter.contains("Sơn La"))
        let trace = try office.run(["trace", "2026-10", "TT01", "--inputs", "moi/inputs", "--reports", "moi/reports"])
        #expect(trace.exit <= 1 && trace.output.contains("SDT-02-tt.csv"), "\(trace)")
        #expect(try office.run(["verify", "--reports", "moi/reports"]).exit == 0)
    }

    @Test func `nothing of the model's own province comes along`() throws {
        let office = try SmallOffice()
        #expect(try office.run(["init", "moi"] + Self.answers).exit == 0)
        let folder = office.url("moi")
        let names = FileManager.default.enumerator(atPath: folder.path)?.allObjects as? [String] ?? []
        let files = names.filter { $0.hasSuffix(".csv") || $0.hasSuffix(".yaml") }
        #expect(files.count > 18)
        for name in files {
            let text = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
            #expect(!text.contains("Sơn La") && !text.contains("SƠN LA"), "\(name)")
        }
        #expect(try office.text("moi/inputs/catalogue/units.csv").split(separator: "\r\n").count == 2)
    }

    @Test func `a catalogue that is there is never touched`() throws {
        let office = try SmallOffice()
        let before = try office.text("inputs/catalogue/units.csv")
        let ending = try office.run(["init", "."] + Self.answers)
        #expect(ending.exit == 2 && ending.errors.contains("đã có danh mục"))
        #expect(try office.text("inputs/catalogue/units.csv") == before)
    }

    @Test func `without a terminal all that is missing is named at once`() throws {
        let office = try SmallOffice()
        let ending = try office.run(["init", "moi", "--province-code", "77", "--from", Self.model])
        #expect(ending.exit == 64)
        #expect(ending.errors.contains("--province, --agency, --abbreviation"))
        #expect(!FileManager.default.fileExists(atPath: office.url("moi").path))
    }

    @Test func `answers are taken as they are written, quotes and all`() throws {
        let office = try SmallOffice()
        var answers = Self.answers
        answers[5] = #"Sở "Dân tộc": \ và, Tôn giáo"#
        #expect(try office.run(["init", "moi"] + answers).exit == 0)
        let ending = try office.run(["check", "--catalogue", "--inputs", "moi/inputs", "--quiet"])
        #expect(!ending.output.contains("organisation.yaml") && !ending.output.contains("departments.csv"))
        answers[7] = "S/D"
        #expect(try office.run(["init", "khac"] + answers).exit == 64)
    }

    @Test func `a province of the register needs nothing but its name`() throws {
        let office = try SmallOffice()
        for (name, folder) in [
            ("dien bien", "moi"), ("Điện Biên".decomposedStringWithCanonicalMapping, "thư mục có dấu cách"),
        ] {
            let made = try office.run(["init", folder, "--province", name], now: "2026-10-01T09:00+07:00")
            #expect(made.exit == 0 && made.errors.contains("Tỉnh Điện Biên (11): 45 xã"), "\(made)")
            let catalogue = "\(folder)/inputs/catalogue"
            #expect(try office.text("\(catalogue)/units.csv").contains("100;Huyện Điện Biên (cũ);địa bàn"))
            #expect(try office.text("\(catalogue)/departments.csv").contains("Công an tỉnh"))
            #expect(!FileManager.default.fileExists(atPath: office.url("\(catalogue)/obligations.csv").path))
            let checked = try office.run(["check", "--catalogue", "--inputs", "\(folder)/inputs"])
            #expect(checked.exit == 1 && !checked.output.contains(": lỗi: "), "\(checked)")
            #expect(checked.output.contains("8 xã, phường lập từ phần của nhiều huyện cũ"))
            let status = try office.run(["status", "2026-10", "--inputs", "\(folder)/inputs"])
            #expect(status.output.contains("0/27"), "\(status)")
        }
        // What the office has settled is said no more; the next is led to.
        let path = "moi/inputs/catalogue/open_points.csv"
        let settled = try office.text(path).replacing(";\r\n", with: ";giữ nguyên 05/10/2026\r\n")
        try Data(settled.utf8).write(to: office.url(path))
        let checked = try office.run(["check", "--catalogue", "--inputs", "moi/inputs"])
        #expect(!checked.output.contains("[open-point]"), "\(checked)")
    }

    @Test func `registers and the table that stands for them are not both taken`() throws {
        let office = try SmallOffice()
        #expect(try office.run(["init", "moi", "--province", "Lai Châu"]).exit == 0)
        let folder = "moi/inputs/catalogue"
        try Data("department,form,every,area,valid_from,valid_to\n".utf8).write(
            to: office.url("\(folder)/obligations.csv"))
        let ending = try office.run(["check", "--catalogue", "--inputs", "moi/inputs"])
        #expect(ending.exit == 1 && ending.output.contains("có cả “phan-cong.xlsx” và “obligations.csv”"), "\(ending)")
    }

    @Test func `a province of before, a name of several and a damaged register make nothing`() throws {
        let office = try SmallOffice()
        for (name, words) in [
            ("Bắc Giang", "thuộc Tỉnh Bắc Ninh (24)"), ("Quảng", "Quảng Ninh (22)"), ("Xyz", "Hà Nội (01)"),
        ] {
            let ending = try office.run(["init", "moi", "--province", name])
            #expect(ending.exit == 64 && ending.errors.contains(words), "\(ending)")
        }
        let english = try office.run(["init", "moi", "--province", "Yen Bai", "--lang", "en"])
        #expect(
            english.exit == 64 && english.errors.contains("is part of Tỉnh Lào Cai (15) since 1 July 2025"),
            "\(english)")
        #expect(try office.run(["init", "moi", "--province", "Điện Biên", "--province-code", "14"]).exit == 64)
        let source = SmallOffice.repository.appendingPathComponent("inputs/register")
        for (file, old, new, words) in [
            ("vietnam-units.csv", "district_certain", "chac", "[missing-register-column]"),
            ("vietnam-unit-changes.csv", "03127,03127", "03127,99999", "[change-of-unknown-unit]"),
            ("vietnam-units.csv", ",0", ",", "[register-saved-by-spreadsheet]"),
        ] {
            let folder = office.url("so")
            try? FileManager.default.removeItem(at: folder)
            try FileManager.default.copyItem(at: source, to: folder)
            let text = try office.text("so/\(file)")
            try Data(text.replacing(old, with: new).utf8).write(to: office.url("so/\(file)"))
            let ending = try office.run(["init", "moi", "--province", "Điện Biên", "--register", "so"])
            #expect(ending.exit == 2 && ending.errors.contains(words), "\(ending)")
        }
        #expect(!FileManager.default.fileExists(atPath: office.url("moi/inputs/catalogue").path))
    }

    @Test func `a commune that a later register ends keeps its committee until then, and says who carries on`() throws {
        let office = try SmallOffice()
        try FileManager.default.copyItem(
            at: SmallOffice.repository.appendingPathComponent("inputs/register"), to: office.url("so"))
        let (units, changes) = ("so/vietnam-units.csv", "so/vietnam-unit-changes.csv")
        let row = "commune,04795,Phường,Hòa Bình,25,148,1,2025-07-01,"
        let ended = try office.text(units).replacing(row + "\n", with: row + "2027-01-01\n")
        try Data(ended.utf8).write(to: office.url(units))
        try Data((try office.text(changes) + "2027-01-01,04795,04792,whole,1/NQ-GIẢ ĐỊNH\n").utf8).write(
            to: office.url(changes))
        let made = try office.run(["init", "moi", "--province", "Phú Thọ", "--register", "so"])
        #expect(made.exit == 0, "\(made)")
        let departments = try office.text("moi/inputs/catalogue/departments.csv")
        #expect(departments.contains(";commune;04795;2025-07-01;2027-01-01;X04792;"))
        #expect(!departments.contains("Thịnh Lang"))
        let checked = try office.run(["check", "--catalogue", "--inputs", "moi/inputs"])
        #expect(!checked.output.contains(": lỗi: ") && !checked.output.contains("unregistered-unit"), "\(checked)")
    }

    @Test func `an office's own register is taken where it is no older`() throws {
        let office = try SmallOffice()
        let source = SmallOffice.repository.appendingPathComponent("inputs/register")
        try FileManager.default.createDirectory(at: office.url("moi/inputs"), withIntermediateDirectories: true)
        try FileManager.default.copyItem(at: source, to: office.url("moi/inputs/register"))
        let units = "moi/inputs/register/vietnam-units.csv"
        let newer = try office.text(units).replacing(
            "commune,03158,Xã,Sín Thầu,11,096,1,2025-07-01,\n",
            with: "commune,03158,Xã,Sín Thầu,11,096,1,2025-07-01,2026-03-01\n"
                + "commune,03158,Xã,Sín Thầu Mới,11,096,1,2026-03-01,\n")
        try Data(newer.utf8).write(to: office.url(units))
        let changes = "moi/inputs/register/vietnam-unit-changes.csv"
        try Data((try office.text(changes) + "2026-03-01,03158,03158,whole,1/NQ-GIẢ ĐỊNH\n").utf8).write(
            to: office.url(changes))
        let made = try office.run(["init", "moi", "--province", "Điện Biên"], now: "2026-10-01T09:00+07:00")
        #expect(made.exit == 0 && made.errors.contains("01/3/2026"), "\(made)")
        #expect(
            try office.text("moi/inputs/catalogue/units.csv").contains(
                "03158;Sín Thầu Mới;xã;commune;11;096;0;2026-03-01"))
        #expect(try office.text("moi/inputs/catalogue/unit_changes.csv").contains("2026-03-01;03158;03158;renamed"))
        let checked = try office.run(["check", "--catalogue", "--inputs", "moi/inputs"])
        #expect(!checked.output.contains(": lỗi: "), "\(checked)")
    }

    @Test func `on a terminal it asks, and asks again where an answer cannot be`() throws {
        let office = try SmallOffice()
        let program = try #require(BuiltProgram())
        let typed = ["Hải Vân", "bac giang", "lai chau", "Sở Dân tộc", "S D", "SDT", "", "", "năm", "5"].joined(
            separator: "\\n")
        let ending = try office.shell(
            "printf '\(typed)\\n' | script -qec \"'\(program.path)' init moi --from '\(Self.model)'\" /dev/null")
        #expect(ending.exit == 0, "\(ending)")
        let text = try office.text("moi/inputs/catalogue/organisation.yaml")
        #expect(text.contains("abbreviation: \"SDT\"") && text.contains("working_days: 5"))
        #expect(text.contains("province: \"12\"") && text.contains("Ủy ban nhân dân tỉnh Lai Châu"))
    }
}
