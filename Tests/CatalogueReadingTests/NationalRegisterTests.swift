import Domain
import Foundation
import Testing

@testable import CatalogueReading

/// The national register, and the registers of a province that are made from it.
struct NationalRegisterTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "inputs")

    private static func files() throws -> [SourceFile] {
        try NationalRegister.files.map { name in
            SourceFile(
                path: "register/\(name)", bytes: Array(try Data(contentsOf: root.appending(path: "register/\(name)"))))
        }
    }

    private static let register: NationalRegister? = try? NationalRegister.read(files()).register

    private func register() throws -> NationalRegister { try #require(Self.register) }

    private func made(_ name: String) throws -> ProvinceRegisters {
        let register = try register()
        let choice = ProvinceChoice(name, in: register)
        guard case .found(let province) = choice else {
            Issue.record("\(name): \(choice)")
            throw CancellationError()
        }
        return ProvinceRegisters(of: province, in: register)
    }

    @Test func `it holds 34 provinces and the 63 of before, and no fault`() throws {
        let (register, findings) = NationalRegister.read(try Self.files())
        #expect(findings.isEmpty)
        #expect(register?.provinces.count == 34)
        #expect(register?.asOf == Day("2025-07-01"))
    }

    @Test func `every commune of today belongs to one of the 34, and every one of before too`() throws {
        let register = try register()
        let all = register.provinces.map { ProvinceRegisters(of: $0, in: register) }
        #expect(all.reduce(0) { $0 + $1.communes.count } == 3_321)
        let before = all.flatMap(\.units).filter { $0[3] == "commune" && !$0[8].isEmpty }
        #expect(before.count == 10_047)
    }

    @Test(
        arguments: [
            ("Điện Biên", "11"), ("dien bien", "11"), ("tỉnh Điện  Biên ", "11"), ("ĐIỆN BIÊN", "11"),
            ("Dien-Bien", "11"),
            ("14", "14"), ("4", "04"), ("TP. Hồ Chí Minh", "79"), ("Thành phố Hồ Chí Minh", "79"), ("TPHCM", "79"),
            ("TP.HCM", "79"), ("Huế", "46"), ("Thành phố Huế", "46"), ("Thanh Hóa", "38"), ("Gia Lai", "52"),
            ("Thanh Hoa", "38"), ("Bắc Ninh", "24"),
        ]) func `any spelling that names one is taken`(_ typed: String, _ code: String) throws
    {
        let register = try register()
        for text in [typed, typed.decomposedStringWithCanonicalMapping] {
            guard case .found(let province) = ProvinceChoice(text, in: register) else {
                Issue.record("\(text): \(ProvinceChoice(text, in: register))")
                continue
            }
            #expect(province.code == code, "\(text)")
        }
    }

    @Test func `a province of before is explained, a name that fits several is not taken`() throws {
        let register = try register()
        let former = [
            ("Bắc Giang", "24"), ("Yên Bái", "15"), ("thai binh", "33"), ("Bà Rịa - Vũng Tàu", "79"), ("27", "24"),
            ("tỉnh Kon Tum", "51"),
        ]
        for (typed, code) in former {
            guard case .former(_, let now) = ProvinceChoice(typed, in: register) else {
                Issue.record("\(typed)")
                continue
            }
            #expect(now.code == code, "\(typed)")
        }
        for (typed, near) in [("Quảng", 4), ("Điện Bieen", 1), ("Atlantis", 0), ("", 0), ("…", 0), ("tỉnh", 1)] {
            guard case .unclear(let units) = ProvinceChoice(typed, in: register) else {
                Issue.record("\(typed)")
                continue
            }
            #expect(units.count == near, "\(typed): \(units.map(\.name))")
        }
    }

    /// Sơn La's own catalogue has what the register is without: the changes of 2025-02-01 with their spellings, borders, aliases of
    /// communes, the words of sources.
    @Test func `the catalogue of Sơn La comes out of it, but for what the register is without`() throws {
        let made = try made("Sơn La")
        let catalogue = try #require(try RealCatalogue().read().catalogue).geography
        let summer = Day(number: try #require(Day("2025-07-01")).number - 1)
        let respelled: Set = ["03712", "03754", "04009", "04117", "04136", "04162"]
        let today = try #require(Day("2026-10-01"))
        for day in [summer, today] {
            for level in Domain.Unit.Level.allCases {
                let isKept = { (code: String) -> Bool in day == today || !respelled.contains(code) }
                let own: [[String]] = catalogue.units(level, on: day).filter { isKept($0.code) }.map {
                    (unit: Domain.Unit) in
                    let district = level == .commune ? unit.district : nil
                    return [unit.code, unit.name, unit.type, unit.parent ?? "", district ?? ""]
                }
                let rows: [[String]] = made.units.filter { (row: [String]) -> Bool in
                    guard row[3] == level.rawValue, isKept(row[0]) else { return false }
                    return Validity(from: Day(row[7]), to: Day(row[8])).contains(day)
                }
                let other: [[String]] = rows.map { (row: [String]) in [row[0], row[1], row[2], row[4], row[5]] }
                #expect(Set(own) == Set(other), "\(level) \(day)")
                #expect(own.count == other.count)
            }
        }
        var aliases: [String: Set<String>] = [:]
        for row in made.units where row[3] == "district" {
            aliases["\(row[0]) \(row[7])"] = Set(row[9].split(separator: "|").map { String($0) })
        }
        for area in catalogue.units(.district, on: today) {
            let own = Set(area.aliases).subtracting(["Huyện Mộc Châu"])
            #expect(aliases["\(area.code) 2025-07-01"] == own, "\(area.name)")
        }
        let text = try #require(try RealCatalogue().texts["catalogue/unit_changes.csv"])
        let lines: [[Substring]] = text.split(whereSeparator: \.isNewline).map {
            $0.split(separator: ",", omittingEmptySubsequences: false)
        }
        let summers = lines.filter { $0[0] == "2025-07-01" }
        let own: [[String]] = summers.map { line in line[0...3].map { String($0) } }
        #expect(own.count == 213)
        #expect(Set(own) == Set(made.changes.map { Array($0[0...3]) }))
        #expect(made.changes.allSatisfy { $0[5].hasPrefix("Nghị quyết 1681/NQ-UBTVQH15") && $0[4].isEmpty })
        #expect(made.openPoints.map { [$0[0], $0[3]] } == [["14", "border"], ["03985", "district"]])
    }

    @Test func `areas of one name are told apart`() throws {
        let names = try made("Tây Ninh").units.filter { $0[2] == "địa bàn" }.map { $0[1] }
        #expect(names.contains("Huyện Châu Thành, Long An (cũ)") && names.contains("Huyện Châu Thành, Tây Ninh (cũ)"))
        for province in try register().provinces {
            let made = ProvinceRegisters(of: province, in: try register())
            let areas = made.units.filter { $0[2] == "địa bàn" }.map { Folding.key($0[1]) }
            #expect(Set(areas).count == areas.count, "\(province.name)")
        }
    }

    @Test func `a damaged register is found, not taken`() throws {
        let files = try Self.files()
        func damaged(_ index: Int, _ change: (String) -> String) -> [SourceFile] {
            var files = files
            let text = String(decoding: files[index].bytes, as: UTF8.self)
            files[index] = SourceFile(path: files[index].path, bytes: Array(change(text).utf8))
            return files
        }
        let cases: [(RuleName, [SourceFile])] = [
            (MissingCatalogueFile.name, [files[0]]),
            (MissingRegisterColumn.name, damaged(0) { $0.replacing("district_certain", with: "chac_chan") }),
            (BadRegisterValue.name, damaged(1) { $0.replacing("00001,00097,whole", with: "00001,00097,mot") }),
            (RegisterRowLength.name, damaged(0) { $0 + "commune,1\n" }),
            (SavedBySpreadsheet.name, damaged(0) { $0.replacing(",0", with: ",") }),
            (EmptyRegister.name, damaged(0) { String($0.prefix { $0 != "\n" }) + "\n" }),
        ]
        for (rule, files) in cases {
            let read = NationalRegister.read(files)
            #expect(read.register == nil, "\(rule)")
            #expect(read.findings.contains { $0.rule == rule }, "\(rule): \(read.findings.map(\.rule))")
        }
    }
}
