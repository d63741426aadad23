import DelimitedText
import Domain
import Foundation
import Intake

/// The catalogue of an office that adds up provinces: provinces are its districts and its senders, a package of theirs is its
/// one form, and every indicator of the model is taken from it.
package struct NationCatalogue {
    /// The code of the whole; no province has it.
    package static let code = "VN"
    /// Said under every table by district.
    package static let districtNote = Bilingual(
        vi: "Địa bàn là tỉnh, thành phố từ 01/7/2025.", en: "Districts are the provinces since 1 July 2025.")
    private static let form = "goi"
    /// Tables that say something of provinces.
    private static let tables = [
        "tom-tat", "tong-hop", "linh-vuc", "tien-do", "tinh-hinh-gui", "can-xac-nhan", "thay-doi", "nguon-ky-hieu",
    ]
    /// Since then there are the provinces of today, and owe packages.
    private static let since = "2025-07-01"

    /// A catalogue whose indicators, texts and code lists are taken.
    let model: String
    /// The register of units: level, code, type, name, parent, valid_to among its columns.
    let register: String

    package init(model: String, register: String) {
        self.model = model
        self.register = register
    }

    /// The register's table of units: named itself or by its folder, else what came with the program.
    package static func register(named: String?) throws -> String {
        let name = "vietnam-units.csv"
        if let named { return InputFile.isFolder(named) ? "\(named)/\(name)" : named }
        guard let shipped = RegisterFolder.shipped else {
            throw Failure(
                Bilingual(
                    vi: "không có sổ đăng ký đơn vị hành chính cạnh chương trình; chỉ thư mục hoặc tệp bằng --register",
                    en: "there is no register of units beside the program; name its folder or file with --register"))
        }
        return "\(shipped)/\(name)"
    }

    private struct Place {
        let level, code, type, name, parent: String
    }

    /// What takes the place of the model's files, by name.
    func files() throws -> [SourceFile] {
        let places = try places()
        let indicators = try table("\(model)/indicators.csv")
        let codes = try table("\(model)/codes.csv")
        func file(_ name: String, _ text: String) -> SourceFile { SourceFile(path: name, bytes: Array(text.utf8)) }
        return [
            file("forms/\(Self.form).yaml", form(indicators)), file("reports/tong-hop.yaml", plan(indicators)),
            written("units.csv", units(places)),
            written("departments.csv", departments(places)), written("obligations.csv", obligations(places)),
            written(
                "indicators.csv",
                [indicators.header] + indicators.rows.map { taken($0, indicators) } + reports(indicators.header)),
            written("sources.csv", sources(places, indicators)),
            written("codes.csv", [codes.header] + codes.rows + states(codes.header)),
            file("audiences.yaml", try audiences()),
        ]
    }

    // MARK: What is read

    private func table(_ path: String) throws -> RegisterTable {
        RegisterTable(try InputFile.bytes(of: path, most: ReadLimit.listBytes))
    }

    private func places() throws -> [Place] {
        let table = try table(register)
        let places = table.rows.filter { table.value($0, "valid_to").isEmpty }.map { row in
            Place(
                level: table.value(row, "level"), code: table.value(row, "code"), type: table.value(row, "type"),
                name: table.value(row, "name"), parent: table.value(row, "parent"))
        }
        guard places.contains(where: { $0.level == "province" }), places.contains(where: { $0.level == "commune" })
        else {
            throw Failure(
                Bilingual(
                    vi: "trong “\(register)” không có tỉnh và xã nào đang có hiệu lực; chỉ đúng tệp bằng --register",
                    en: "there are no provinces and communes of today in “\(register)”; name the file with --register"))
        }
        return places
    }

    // MARK: What is written

    private func written(_ name: String, _ rows: [[String]]) -> SourceFile {
        var writer = OfficeFolder.writer
        for row in rows { writer.write(row) }
        return SourceFile(path: name, bytes: writer.bytes)
    }

    private func units(_ places: [Place]) -> [[String]] {
        [
            ["code", "name", "type", "level", "parent", "district", "border", "valid_from", "valid_to", "aliases"],
            [Self.code, "Việt Nam", Unit.country, "province", "", "", "0", "", "", ""],
        ]
            + places.filter { $0.level == "province" }.map {
                [$0.code, $0.name, $0.type.lowercased(), "district", Self.code, "", "0", "", "", ""]
            }
            + places.filter { $0.level == "commune" }.map {
                [$0.code, $0.name, $0.type.lowercased(), "commune", Self.code, $0.parent, "0", "", "", ""]
            }
    }

    private func departments(_ places: [Place]) -> [[String]] {
        [
            [
                "code", "name", "name_en", "short_name", "kind", "unit", "valid_from", "valid_to", "successor",
                "aliases",
            ]
        ]
            + places.filter { $0.level == "province" }.map {
                [
                    "T\($0.code)", "Ủy ban nhân dân \($0.type.lowercased()) \($0.name)",
                    "\($0.name) Provincial People's Committee", $0.name, "district", $0.code, Self.since, "", "", "",
                ]
            }
    }

    private func obligations(_ places: [Place]) -> [[String]] {
        [["department", "form", "every", "area", "valid_from", "valid_to"]]
            + places.filter { $0.level == "province" }.map {
                ["T\($0.code)", Self.form, "month", $0.code, Self.since, ""]
            }
    }

    private func sources(_ places: [Place], _ indicators: RegisterTable) -> [[String]] {
        [["indicator", "department", "role", "valid_from", "valid_to", "reason"]]
            + counted(indicators).flatMap { code in
                places.filter { $0.level == "province" }.map {
                    [code, "T\($0.code)", "count", Self.since, "", "Mỗi tỉnh chỉ gửi số liệu của tỉnh mình"]
                }
            }
    }

    private func counted(_ indicators: RegisterTable) -> [String] {
        indicators.rows.filter { indicators.value($0, "kind") != "ratio" }.map { indicators.value($0, "code") }
            + PackagedReports.allCases.map(\.rawValue)
    }

    /// An indicator of the model, taken from packages; bounds of one commune's month stay.
    private func taken(_ row: [String], _ indicators: RegisterTable) -> [String] {
        guard indicators.value(row, "kind") != "ratio" else { return row }
        return zip(indicators.header, row).map { column, text in
            switch column {
            case "numerator": measure(indicators.value(row, "code"))
            case "forms": Self.form
            default: text
            }
        }
    }

    /// The model's, without the tables that only a province has.
    private func audiences() throws -> String {
        let bytes = try InputFile.bytes(of: "\(model)/audiences.yaml", most: ReadLimit.listBytes)
        return String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false).map {
            line in
            guard line.hasPrefix("  tables: ["), let end = line.lastIndex(of: "]") else { return String(line) }
            let names = line[line.index(line.startIndex, offsetBy: 11)..<end].split(separator: ",")
                .map { $0.trimmingCharacters(in: .whitespaces) }
            return "  tables: [\(names.filter(Self.tables.contains).joined(separator: ", "))]"
        }.joined(separator: "\n")
    }

    private func measure(_ code: String) -> String { code.lowercased() }

    /// The reports that provinces received and are owed, and the share of the one in the other.
    private func reports(_ header: [String]) -> [[String]] {
        func row(
            _ code: String, _ vi: String, _ en: String, _ short: (vi: String, en: String), _ more: [String: String]
        )
            -> [String]
        {
            let cells = [
                "code": code, "domain": PackagedReports.domain, "name_vi": vi, "name_en": en, "unit_vi": "báo cáo",
                "unit_en": "report", "decimals": "0", "better": "up", "sensitive": "0", "short_vi": short.vi,
                "short_en": short.en,
            ].merging(more) { $1 }
            return header.map { cells[$0] ?? "" }
        }
        func count(_ kind: PackagedReports) -> [String: String] {
            ["kind": "flow", "numerator": measure(kind.rawValue), "forms": Self.form]
        }
        return [
            row(
                PackagedReports.received.rawValue, "Báo cáo các tỉnh đã nhận, tính theo chỉ tiêu",
                "Reports that provinces received, by indicator", ("Đã nhận", "Received"), count(.received)),
            row(
                PackagedReports.owed.rawValue, "Báo cáo các tỉnh phải nhận, tính theo chỉ tiêu",
                "Reports that provinces are owed, by indicator", ("Phải nhận", "Owed"), count(.owed)),
            row(
                PackagedReports.rate, "Tỷ lệ báo cáo các tỉnh đã nhận", "Share of the provinces' reports received",
                ("Tỷ lệ đã nhận", "Share received"),
                [
                    "kind": "ratio", "unit_vi": "%", "unit_en": "percent", "factor": "100", "decimals": "1",
                    "numerator": PackagedReports.received.rawValue, "denominator": PackagedReports.owed.rawValue,
                ]),
        ]
    }

    private func states(_ header: [String]) -> [[String]] {
        func row(_ list: String, _ code: String, _ vi: String, _ en: String) -> [String] {
            let cells = ["list": list, "code": code, "name_vi": vi, "name_en": en]
            return header.map { cells[$0] ?? "" }
        }
        return PackagedState.allCases.map { row(PackagedState.list, $0.rawValue, $0.name, $0.name) }
            + [row("linh_vuc", PackagedReports.domain, "Báo cáo của các tỉnh", "Reports of the provinces")]
    }

    private func form(_ indicators: RegisterTable) -> String {
        let domain = indicators.rows.first.map { indicators.value($0, "domain") } ?? ""
        let measures = counted(indicators).map {
            "  - {code: \(measure($0)), columns: [gia_tri], by: [\(PackagedState.column)]}\n"
        }
        return """
            # Gói số liệu của một tỉnh (tệp .zip do “tonghop export” làm), đọc từ tệp so-lieu trong gói.
            code: \(Self.form)
            number: GÓI
            title: {vi: Gói số liệu của tỉnh, en: Package of a province}
            domain: \(domain)
            layout: list
            places: both
            columns:
              - {id: chi_tieu, name: Mã chỉ tiêu, name_en: Indicator code, type: text, required: true}
              - {id: ma_dia_ban, name: Mã địa bàn, name_en: Area code, type: unit_code, required: true}
              - {id: dia_ban, name: Địa bàn, name_en: Area, type: unit_name}
              - {id: gia_tri, name: Kỳ này, name_en: This period, type: decimal, decimals: 3}
              - {id: \(PackagedState.column), name: Tình trạng, name_en: State, type: code, list: \(PackagedState.list), required: true, filled: true}
            measures:

            """ + measures.joined()
    }

    private func plan(_ indicators: RegisterTable) -> String {
        var domains: [String] = []
        for row in indicators.rows where !domains.contains(indicators.value(row, "domain")) {
            domains.append(indicators.value(row, "domain"))
        }
        domains.append(PackagedReports.domain)
        let main = indicators.rows.filter { indicators.value($0, "part_of").isEmpty }.prefix(12)
            .map { indicators.value($0, "code") }.joined(separator: ", ")
        return """
            # Các bảng của báo cáo, theo thứ tự.
            code: tong-hop
            tables:
              - tom-tat: {indicators: [\(main)]}
              - tong-hop
            \(domains.map { "  - linh-vuc: {domain: \($0)}" }.joined(separator: "\n"))
              - tien-do
              - tinh-hinh-gui
              - can-xac-nhan
              - thay-doi
              - nguon-ky-hieu

            """
    }
}
