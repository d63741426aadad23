import Foundation
import Testing

/// A folder, a file or a list that cannot be read is named as an error by every run; the others are taken in, and the last
/// good decisions stand.
struct UnreadablePlaceTests {
    private static let folder = "inputs/submissions"

    /// As somebody without rights: root reads whatever it likes, but not without its capabilities.
    private func shell(_ office: SmallOffice, _ line: String) throws -> Ending {
        let program = try #require(BuiltProgram(), "the program is not built")
        return try office.shell(
            """
            drop=; [ "$(id -u)" != 0 ] || drop='setpriv --bounding-set=-all --inh-caps=-all'
            tonghop() { $drop '\(program.path)' "$@" --now 2026-10-17T09:00+07:00; }
            \(line)
            """)
    }

    /// What stands in the place of a period's folder, how it is made, and by which rule it is named.
    private static let places: [(kind: String, making: String, rule: String)] = [
        ("no right to list it", "mkdir 2026-08; chmod 000 2026-08", "cannot-be-read"),
        ("no right to enter it", "mkdir 2026-08; touch 2026-08/a.csv; chmod 444 2026-08", "cannot-be-read"),
        ("a link to a folder", "ln -s 2026-10 2026-08", "not-a-regular-file"),
        ("a link that leads nowhere", "ln -s khong-co 2026-08", "not-a-regular-file"),
        ("a link to itself", "ln -s 2026-08 2026-08", "not-a-regular-file"),
        ("a pipe", "mkfifo 2026-08", "not-a-regular-file"),
        ("a file", "touch 2026-08", "not-a-regular-file"),
    ]

    /// Two names that show as one would be taken for two sendings of one file.
    @Test func `a name that looks like another's is named, and not taken`() throws {
        let office = try SmallOffice(isClean: true)
        let making = "cp CA-03-an.csv $'CA-03-an\\u202e.csv'; cp CA-03-an.csv $'CA-03-an\\a.csv'"
        let run = try shell(office, "(cd \(Self.folder)/2026-10; \(making)); tonghop run 2026-10 --quiet")
        #expect(run.exit == 1)
        let said = run.errors.split(separator: "\n").filter { $0.contains("hiện tên") }
        #expect(said.count == 2, "\(run)")
        let again = try shell(office, "tonghop run 2026-10 --quiet")
        #expect(again.errors.split(separator: "\n").count { $0.contains("hiện tên") } == 2)
    }

    @Test(arguments: places.map(\.kind)) func `a folder that cannot be read stops no other`(_ kind: String) throws {
        let place = try #require(Self.places.first { $0.kind == kind })
        let office = try SmallOffice(isClean: true)
        // The control: without it nothing is said.
        #expect(try shell(office, "tonghop run 2026-10 --quiet").exit == 0)
        let making = "(cd \(Self.folder); \(place.making))"
        let run = try shell(
            office, "\(making); tonghop run 2026-10 --quiet; s=$?; tonghop run 2026-10 --quiet; exit $s")
        #expect(run.exit == 1)
        let said = run.errors.split(separator: "\n").filter { $0.hasSuffix("[\(place.rule)]") }
        #expect(said.count == 2, "each run: \(run.errors)")
        #expect(said.allSatisfy { $0.contains("\(Self.folder)/2026-08: lỗi: ") })
        for verb in ["status 2026-10", "doctor"] {
            let ending = try shell(office, "tonghop \(verb); s=$?; chmod 755 \(Self.folder)/2026-08; exit $s")
            #expect(ending.exit == 1 && ending.output.contains("\(Self.folder)/2026-08: lỗi: "), "\(verb): \(ending)")
            _ = try shell(office, "[ '\(place.rule)' != cannot-be-read ] || chmod 000 \(Self.folder)/2026-08")
        }
        _ = try shell(office, "chmod 755 \(Self.folder)/2026-08")
    }

    @Test func `what was received from a folder that cannot be read now still counts, and is not called gone`() throws {
        let office = try SmallOffice(isClean: true)
        let first = try shell(office, "tonghop run 2026-10 --quiet; sha256sum reports/2026-10/du-thao/so-lieu*")
        let then = try shell(
            office,
            """
            chmod 000 \(Self.folder)/2026-10; tonghop run 2026-10 --quiet; tonghop status 2026-10 > tinh-hinh
            chmod 755 \(Self.folder)/2026-10; sha256sum reports/2026-10/du-thao/so-lieu*
            """)
        #expect(try office.text("tinh-hinh").contains("[cannot-be-read]"))
        #expect(then.errors.contains("[cannot-be-read]") && !then.errors.contains("[file-gone]"))
        #expect(first.output.contains(then.output.split(separator: "\n").last ?? "?"))
    }

    @Test func `a name that is no UTF-8 is named, and never called being written`() throws {
        let office = try SmallOffice(isClean: true)
        let run = try shell(
            office,
            "touch \(Self.folder)/2026-10/$'a\\xff.csv' && mkdir \(Self.folder)/$'b\\xfe' && tonghop run 2026-10 --quiet"
        )
        #expect(
            run.exit == 1 && run.errors.split(separator: "\n").filter { $0.contains("[cannot-be-read]") }.count == 2)
        #expect(!run.errors.contains("[still-being-written]"))
    }

    /// What stands in the place of the list of decisions.
    private static let lists: [(kind: String, making: String)] = [
        ("a folder", "mkdir xu-ly.csv"), ("a link to the list", "ln -s ../cu.csv xu-ly.csv"),
        ("a link that leads nowhere", "ln -s khong-co xu-ly.csv"), ("a link to itself", "ln -s xu-ly.csv xu-ly.csv"),
        ("a pipe", "mkfifo xu-ly.csv"), ("no right to read it", "cp ../cu.csv xu-ly.csv; chmod 000 xu-ly.csv"),
        ("nothing in it", "touch xu-ly.csv"), ("no text", "printf '\\xff\\xfe\\x00\\x01rac' > xu-ly.csv"),
        ("most lines damaged", "(head -1 ../cu.csv; echo 'x;y;z;;;rút;;;'; echo ';;;;;;;;rác') > xu-ly.csv"),
    ]

    @Test(arguments: lists.map(\.kind)) func `the last good decisions stand, and every run says so`(_ kind: String)
        throws
    {
        let list = try #require(Self.lists.first { $0.kind == kind })
        let office = try SmallOffice(isClean: true)
        try Data(
            """
            Ngày;Kỳ;Đơn vị;Biểu;Tệp;Việc;Giá trị;Lý do;Chức danh người duyệt
            01/10/2026;2026-10;CA;05-vu;2026-10/CA-05-vu.csv;rút tệp;;gửi nhầm;GĐ

            """.utf8
        ).write(to: office.url("inputs/xu-ly.csv"))
        let digest = "sha256sum < reports/2026-10/du-thao/so-lieu-2026-10.csv"
        let first = try shell(office, "tonghop run 2026-10 --quiet; \(digest)")
        let then = try shell(
            office,
            """
            mv inputs/xu-ly.csv cu.csv; (cd inputs; \(list.making))
            for i in 1 2; do tonghop run 2026-10 --quiet; [ $? = 1 ] || exit 9; done
            tonghop status 2026-10 > tinh-hinh; [ $? = 1 ] || exit 8; tonghop doctor > kham; [ $? = 1 ] || exit 7
            \(digest)
            """)
        #expect(then.exit == 0, "\(then)")
        let said = then.errors.split(separator: "\n").filter { $0.contains("xu-ly.csv: lỗi: ") }
        #expect(said.count == 2 && said.allSatisfy { $0.contains("vẫn có hiệu lực") }, "\(then.errors)")
        #expect(!then.errors.contains("[still-being-written]"))
        #expect(try office.text("tinh-hinh").contains("inputs/xu-ly.csv: lỗi: "))
        #expect(try office.text("kham").contains("inputs/xu-ly.csv: lỗi: "))
        #expect(first.output.split(separator: "\n").last == then.output.split(separator: "\n").last)
    }

    @Test func `a list that is taken away is asked for, and one that has its header alone takes all back`() throws {
        let office = try SmallOffice(isClean: true)
        let header = "Ngày;Kỳ;Đơn vị;Biểu;Tệp;Việc;Giá trị;Lý do;Chức danh người duyệt\n"
        let list = office.url("inputs/xu-ly.csv")
        try Data((header + "01/10/2026;2026-10;CA;05-vu;;miễn;;nghỉ;GĐ\n").utf8).write(to: list)
        #expect(try office.run(["run", "2026-10", "--quiet"]).errors.contains("[file-gone]") == false)
        try FileManager.default.removeItem(at: list)
        let gone = try office.run(["run", "2026-10", "--quiet"])
        #expect(
            gone.exit == 1 && gone.errors.contains("xu-ly.csv: cần xác nhận: ") && gone.errors.contains("[file-gone]"))
        try Data(header.utf8).write(to: list)
        #expect(try office.run(["run", "2026-10", "--quiet"]).errors.contains("[file-gone]") == false)
    }

    /// What makes a catalogue that cannot be read, and what the program says of it.
    @Test(arguments: [
        "chmod 000 catalogue/forms", "mv catalogue/forms f; ln -s ../../f catalogue/forms", "mkfifo catalogue/a.csv",
        "mv catalogue c; ln -s c catalogue", "touch catalogue/$'a\\xff.csv'", "ln -s khong-co catalogue/targets",
    ]) func `a catalogue of which a part cannot be read is a failure that says what to do`(_ making: String) throws {
        let office = try SmallOffice(isClean: true)
        let ending = try shell(
            office, "(cd inputs; \(making)); tonghop run 2026-10; s=$?; chmod -R u+rwX inputs 2>&-; exit $s")
        #expect(ending.exit == 2)
        let words = ["rồi chạy lại", "đặt chính tệp vào đó"]
        #expect(
            ending.errors.hasPrefix("tonghop: ") && words.contains { ending.errors.contains($0) }, "\(ending.errors)")
    }

    @Test func `one file that cannot be checked keeps nobody from hearing of the others`() throws {
        let office = try SmallOffice()
        let good = "\(Self.folder)/2026-10/CA-03-an.csv"
        let ending = try office.run(["check", "khong-co.csv", good, "inputs"])
        #expect(ending.exit == 1 && ending.output.contains("[stock-does-not-follow]"))
        #expect(ending.errors.split(separator: "\n").count == 2)
        #expect(try office.run(["check", "khong-co.csv", "inputs"]).exit == 2)
    }

    @Test func `reports go into a folder of one letter`() throws {
        let office = try SmallOffice()
        _ = try office.run(["run", "2026-10", "--quiet"])
        #expect(try office.run(["issue", "2026-10", "--yes", "--quiet"]).exit == 1)
        #expect(try office.run(["report", "2026-10", "--edition", "1", "--output", "x"]).exit == 0)
        #expect(try office.run(["run", "2026-10", "--quiet", "--reports", "r"]).exit == 1)
        #expect(FileManager.default.fileExists(atPath: office.url("x/manifest.json").path))
        #expect(FileManager.default.fileExists(atPath: office.url("r/2026-10/du-thao/manifest.json").path))
    }

    @Test func `what the officer lays beside a draft, a return or a package is kept and named`() throws {
        let office = try SmallOffice(isClean: true)
        _ = try office.run(["run", "2026-10", "--quiet"])
        _ = try office.run(["issue", "2026-10", "--yes", "--quiet"])
        _ = try office.run(["export", "2026-10", "--audience", "public", "--quiet"])
        let month = "reports/2026-10"
        let places = ["du-thao", "du-thao/phieu-phan-hoi", "xuat", "xuat/2026-10-lan-1-public"]
        for place in places {
            try Data("ghi chú \(place)".utf8).write(to: office.url("\(month)/\(place)/ghi-chu.docx"))
        }
        for verb in [["run"], ["run"], ["export", "--audience", "public"], ["export", "--audience", "public"]] {
            _ = try office.run([verb[0], "2026-10"] + verb.dropFirst() + ["--quiet"])
        }
        let walker = FileManager.default.enumerator(atPath: office.url(month).path)
        let notes = (walker?.allObjects as? [String] ?? []).filter { $0.hasSuffix("ghi-chu.docx") }
        let texts = Set(try notes.map { try office.text("\(month)/\($0)") })
        #expect(texts == Set(places.map { "ghi chú \($0)" }), "\(notes)")
    }

    /// Each thing in a folder costs a look and a line: so many are nobody's submissions.
    @Test func `a period's folder with too many files is named, and stops nobody`() throws {
        let office = try SmallOffice()
        #expect(
            try office.shell(
                """
                mkdir inputs/submissions/2026-08; cd inputs/submissions/2026-08; seq -f 'a%.0f.csv' 5001 | xargs touch
                cd ..; seq -f 'x%.0f' 300 | xargs touch
                """
            ).exit == 0)
        for _ in 0..<2 {
            let ending = try office.run(["run", "2026-10", "--quiet"])
            #expect(ending.exit == 1 && ending.errors.contains("2026-08: lỗi: không đọc được thư mục"), "\(ending)")
            #expect(ending.errors.contains("hơn 5.000") && ending.errors.contains("[cannot-be-read]"))
        }
        // A console shows twenty of them.
        let all = try office.run(["run", "2026-10", "--format", "json"]).output
        #expect(all.contains("còn 100 mục khác không nằm trong thư mục của kỳ nào"))
        #expect(all.components(separatedBy: "outside-period-folder").count == 202)
        #expect(try office.run(["verify"]).exit == 0)
    }
}
