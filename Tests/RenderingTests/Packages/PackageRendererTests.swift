import Digest
import Domain
import Foundation
import TestSupport
import Testing
import ZipPackage

@testable import Rendering

struct PackageRendererTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func draw(_ name: String, languages: [Language] = [.vi], period: String = "2026-10") throws -> [SetFile] {
        let period = try #require(Period(period))
        let package = SamplePackage.package(period: period, languages: languages)
        return try PackageRenderer().write(package, to: PackageFolder(name, in: folder.path).path)
    }

    private func bytes(_ path: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: URL(fileURLWithPath: "\(folder.path)/\(path)")))
    }

    @Test func `the same package gives the same bytes, and the audience stands in its names`() throws {
        let (first, second) = (try draw("một"), try draw("hai"))
        #expect(first == second && first.count == 13)
        #expect(
            first.filter { !$0.name.contains("leadership") }.map(\.name) == [
                "doc-truoc.txt", "du-lieu/datapackage.json", "manifest.json",
            ])
    }

    @Test func `a second language has files of its own, and the exchange formats are there once`() throws {
        let names = try draw("hai-tiếng", languages: [.vi, .en]).map(\.name)
        #expect(names.filter { $0.contains("-en.") }.count == 8)
        #expect(names.filter { $0.contains("/sdmx") || $0.contains("/dhis2") }.count == 2)
        #expect(try draw("chín-tháng", period: "2026-9M").allSatisfy { !$0.name.contains("dhis2") })
    }

    @Test func `Excel's CSV has a mark, semicolons and decimal commas, and a text stays a text`() throws {
        _ = try draw("bảng")
        let plain = String(decoding: try bytes("bảng/du-lieu/so-lieu-2026-10-leadership.csv"), as: UTF8.self)
        #expect(plain.contains("2026-10,A1,'=Tên,vụ,90,Xã 90,tỉnh,1234,-1.5,3\r\n"))
        #expect(plain.contains("2026-10,A1,'=Tên,vụ,901,Xã 901,địa bàn,0,(bm),3\r\n"))
        let excel = try bytes("bảng/du-lieu/so-lieu-2026-10-leadership-excel.csv")
        #expect(Array(excel.prefix(3)) == [0xEF, 0xBB, 0xBF])
        let text = String(decoding: excel.dropFirst(3), as: UTF8.self)
        #expect(text.contains("2026-10;A1;'=Tên;vụ;90;Xã 90;tỉnh;1234;-1,5;3\r\n"))
        #expect(text.contains("2026-10;A1;'=Tên;vụ;902;Xã 902;địa bàn;CB;3;3\r\n"))
    }

    @Test func `the descriptor names each CSV file with its bytes, its digest and its fields`() throws {
        let files = Dictionary(try draw("mô-tả").map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        let json = try JSONSerialization.jsonObject(with: Data(try bytes("mô-tả/du-lieu/datapackage.json")))
        let page = try #require(json as? [String: Any])
        #expect(page["$schema"] as? String == "https://datapackage.org/profiles/2.0/datapackage.json")
        #expect((page["description"] as? String)?.contains("LƯU HÀNH NỘI BỘ") == true)
        let resources = try #require(page["resources"] as? [[String: Any]])
        #expect(resources.compactMap { $0["name"] as? String } == ["so-lieu", "so-lieu-excel", "sdmx", "dhis2"])
        for resource in resources {
            let path = try #require(resource["path"] as? String)
            let file = try #require(files["du-lieu/\(path)"])
            #expect(resource["bytes"] as? Int == file.size && resource["hash"] as? String == "sha256:\(file.sha256)")
            #expect(resource["type"] as? String == "table" && resource["encoding"] as? String == "utf-8")
        }
        let schema = try #require(resources[1]["schema"] as? [String: Any])
        #expect(schema["missingValues"] as? [String] == ["", "CB", "...", "x", "(bm)", "KSS"])
        #expect(schema["primaryKey"] as? [String] == ["Mã", "Mã địa bàn", "Cấp"])
        let fields = try #require(schema["fields"] as? [[String: Any]])
        #expect(fields.compactMap { $0["type"] as? String }.suffix(3) == ["number", "number", "integer"])
        #expect(fields[8]["decimalChar"] as? String == "," && fields[0]["decimalChar"] == nil)
        #expect((resources[1]["dialect"] as? [String: Any])?["delimiter"] as? String == ";")
    }

    @Test func `every sheet bears the notice, on its first page and above the others`() throws {
        _ = try draw("sổ")
        for name in ["tong-hop", "so-lieu"] {
            let reader = try ZipReader(path: "\(folder.path)/sổ/\(name)-2026-10-leadership.xlsx")
            let sheets = reader.entries.filter { $0.name.hasPrefix("xl/worksheets/sheet") }
            #expect(sheets.count >= 2)
            for sheet in sheets {
                let text = String(decoding: try reader.bytes(of: sheet.name), as: UTF8.self)
                #expect(text.contains("LƯU HÀNH NỘI BỘ – Bản thử</oddHeader>"), "\(name) \(sheet.name)")
            }
            let strings = String(decoding: try reader.bytes(of: "xl/sharedStrings.xml"), as: UTF8.self)
            #expect(strings.contains("LƯU HÀNH NỘI BỘ – Bản thử") == (name == "tong-hop"))
        }
    }

    @Test func `the read-me names every file in the order of the zip, and how the sums are checked`() throws {
        let names = try draw("đọc").map(\.name)
        let text = String(decoding: try bytes("đọc/doc-truoc.txt"), as: UTF8.self)
        let lines = text.split(separator: "\r\n").map { $0.drop { $0 == " " } }.map(String.init)
        let listed = lines.filter(names.contains)
        #expect(Set(listed) == Set(names).subtracting(["doc-truoc.txt", "manifest.json"]))
        let tail = "2026-10-leadership"
        #expect(listed.prefix(3) == ["tom-tat-\(tail).txt", "bao-cao-\(tail).docx", "bao-cao-\(tail).txt"])
        #expect(text.contains("Get-FileHash") && text.contains("sha256sum -c SHA256SUMS"))
    }

    @Test func `a zip opens with what a leader reads, and old packages keep their order`() {
        let names = [
            "manifest.json", "so-lieu-x.xlsx", "du-lieu/a.csv", "doc-truoc.txt", "tong-hop-x.xlsx", "tong-hop-x.pdf",
            "bao-cao-x.docx", "SHA256SUMS", "trang-tom-tat-x.html", "khac.txt",
        ]
        #expect(
            PackageFileNames.inReadingOrder(names) == [
                "trang-tom-tat-x.html", "bao-cao-x.docx", "tong-hop-x.pdf", "tong-hop-x.xlsx", "so-lieu-x.xlsx",
                "doc-truoc.txt", "khac.txt", "du-lieu/a.csv", "SHA256SUMS", "manifest.json",
            ])
        let old = ["tong-hop-x.xlsx", "bao-cao-x.txt", "SHA256SUMS"]
        #expect(PackageFileNames.inReadingOrder(old) == old.sorted())
    }

    @Test func `the sums name every file but themselves, and the zip holds all of it`() throws {
        let package = try PackageFolder("gói", in: folder.path)
        try package.write(Array("một".utf8), to: "b.txt")
        try package.write(Array("hai".utf8), to: "a.txt")
        try package.close()
        let sums = String(decoding: try bytes("gói/SHA256SUMS"), as: UTF8.self)
        #expect(
            sums == """
                \(SHA256Digest.of(Array("hai".utf8)).hex)  a.txt
                \(SHA256Digest.of(Array("một".utf8)).hex)  b.txt

                """)
        let reader = try ZipReader(path: "\(folder.path)/gói.zip")
        #expect(reader.entries.map(\.name) == ["SHA256SUMS", "a.txt", "b.txt"])
        #expect(try reader.bytes(of: "a.txt") == Array("hai".utf8))
    }
}
