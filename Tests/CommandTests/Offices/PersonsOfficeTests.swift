import Domain
import Foundation
import Storage
import Testing
import ZipPackage

/// An office that was sent what must not be kept, and what of it is found in its folder of reports afterwards: nothing.
struct PersonsOfficeTests {
    private static let head = """
        Biểu số: 02/TT
        Kỳ báo cáo: Tháng 10 năm 2026
        Đơn vị gửi: Sở Tư pháp
        Ô trống và xã, phường không ghi tên: không phát sinh
        TT;Mã xã;Xã, phường;Số buổi;Lượt người nghe;Nội dung;Thuyết minh

        """

    /// File names below the month's folder, what they hold, and the words of it that must be nowhere.
    private static let planted: [(name: String, text: String, words: [String])] = [
        ("STP-02-tt--a.csv", head + "1;90101;Bản Mây;2;0900000101;;\n", ["0900000101"]),
        ("STP-02-tt--b.csv", head + "1;90101;Bản Mây;2;30;số 014900000102;\n", ["014900000102"]),
        ("STP-02-tt--c.csv", "ĐT 0900 000 103\n" + head + "1;90101;Bản Mây;2;30;;\n", ["0900 000 103"]),
        (
            "STP-02-tt--d.csv", head + "1;90101;Bản Mây;2;30;;\n;;Người lập biểu;;;;\n;;Lò Văn Bốn 0900.000.104;;;;\n",
            ["0900.000.104", "Văn Bốn"]
        ),
        (
            "STP-02-tt--e.csv",
            head + "1;90101;Bản Mây;2;30;;\n;;Tổng cộng;2;30;;\n\nDanh sách học viên kèm theo\n1;Lò Văn Năm;1900\n",
            ["Văn Năm"]
        ),
        ("STP-02-tt--f-0900-000-106.csv", head + "1;90101;Bản Mây;2;30;;\n", ["0900-000-106"]),
        ("STP-02-tt--g.xlsx", head + "1;90101;Bản Mây;2;30;014900000107;\n", ["014900000107"]),
        ("CA-03-an--h.csv", head + "1;90101;Bản Mây;2;30;0900000108;\n", ["0900000108"]),
        ("STP-02-tt--i.csv", head + "1;90101;\"Bản Mây;2;30;0900000109;\n", ["0900000109"]),
        ("STP-02-tt--k.csv", "a;b\nkhông có tiêu đề;0900000110\n", ["0900000110"]),
        (
            "STP-02-tt--l.csv", head + "1;90101;Bản Mây;2;30;ke-hoach-so-muoi-mot;\n\nTối mật\n",
            ["ke-hoach-so-muoi-mot"]
        ),
        ("STP-02-tt--m.csv", head + "1;90101;Bản Mây;2;30;bà Quàng Thị Hai sinh 01/01/1900;\n", ["Thị Hai"]),
        ("STP-02-tt--n.csv", head + "1;90101;Bản Mây;2;30;;gọi 0900000112\n", ["0900000112"]),
        ("STP-02-tt--o ông Lò Văn Chín.csv", head + "1;90101;Bản Mây;2;30;;\n", ["Văn Chín"]),
    ]

    @Test func `nothing of it is found, and what is harmless is`() throws {
        let office = try SmallOffice()
        for (name, text, _) in Self.planted {
            try Data(text.utf8).write(to: office.submission("2026-10/\(name)"))
        }
        // More listeners than there may be: a question, whose reason names somebody, and one whose reason does not.
        let asked =
            Self.head + """
                1;90101;Bản Mây;2;50.000;ghi-chu-vo-hai;ông Lò Văn Mười báo nhầm
                2;90102;Suối Lớn;2;60.000;;gop-ca-quy-ba

                """
        try Data(asked.utf8).write(to: office.submission("2026-10/STP-02-tt.csv"))
        #expect(try office.run(["run", "2026-10"]).exit == 1)
        let decisions = office.url("inputs/xu-ly.csv")
        let list = try String(contentsOf: decisions, encoding: .utf8)
        let bad = list + "17/10/2026;2026-10;STP;02-tt;;miễn;;gọi 0900000113;Trưởng phòng\n"
        try Data(bad.utf8).write(to: decisions)
        let second = try office.run(["run", "2026-10"], now: "2026-10-18T09:00+07:00")
        #expect(second.exit == 1 && second.errors.contains("personal-data"))
        #expect(try office.run(["issue", "2026-10", "--yes"], now: "2026-10-18T10:00+07:00").exit == 1)

        let kept = try Kept(office)
        for word in Self.planted.flatMap(\.words) + ["0900000113"] {
            #expect(kept.places(of: word) == [], "\(word)")
        }
        // A reason that names somebody is neither in the ledger nor in any output; its file is archived as it was sent.
        #expect(kept.places(of: "Văn Mười").allSatisfy { $0.hasPrefix("archive: ") })
        #expect(kept.places(of: "ghi-chu-vo-hai").contains { $0.hasPrefix("archive: ") })
        #expect(kept.places(of: "gop-ca-quy-ba").contains { $0.contains("ledger.sqlite") })
        #expect(kept.places(of: "gop-ca-quy-ba").contains { $0.contains(".xlsx") })
        #expect(try office.run(["verify"], now: nil).exit == 0)
        for ending in [second] { #expect(!Self.planted.flatMap(\.words).contains { ending.output.contains($0) }) }
    }

    /// Every byte that an office keeps: its files, what zips among them hold, and the archive unpacked.
    private struct Kept {
        private var contents: [(place: String, bytes: Data)] = []

        init(_ office: SmallOffice) throws {
            let reports = office.url("reports")
            let files = try #require(FileManager.default.enumerator(at: reports, includingPropertiesForKeys: nil))
            for case let file as URL in files where !file.hasDirectoryPath {
                contents.append((file.lastPathComponent, try Data(contentsOf: file)))
                guard ["xlsx", "docx", "zip"].contains(file.pathExtension) else { continue }
                let zip = try ZipReader(path: file.path)
                for entry in zip.entries {
                    contents.append(("\(file.lastPathComponent): \(entry.name)", Data(try zip.bytes(of: entry.name))))
                }
            }
            let archived = try Ledger.openIfPresent(folder: reports.path).read { reader in
                try reader.receipts().compactMap { receipt in
                    (try? reader.blob(sha256: receipt.sha256)).map { ("archive: \(receipt.path)", Data($0)) }
                }
            }
            contents += archived
        }

        func places(of word: String) -> [String] {
            let wanted = Data(word.utf8)
            return contents.filter { $0.bytes.range(of: wanted) != nil || $0.place.contains(word) }.map(\.place)
        }
    }
}
