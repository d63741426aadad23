import Foundation
import Testing

/// `verify` finds what was done to the ledger, the editions, the packages and the draft; nothing else.
struct TamperTests {
    /// An office with a draft, an edition and two packages, and the ledgers of before the edition and before the packages.
    private static let office = Result { try TamperTests.made() }

    private static func made() throws -> SmallOffice {
        let office = try SmallOffice()
        func keep(_ name: String) throws {
            #expect(try office.shell("mkdir \(name); cp reports/ledger.sqlite* reports/ledger.head \(name)").exit == 0)
        }
        #expect(try office.run(["run", "2026-10", "--quiet"]).exit == 1)
        try keep("before-issue")
        #expect(try office.run(["issue", "2026-10", "--yes", "--quiet"]).exit <= 1)
        try keep("before-export")
        for audience in ["partners", "public"] {
            #expect(try office.shell("PATH= \(program) export 2026-10 --audience \(audience) \(clock)").exit == 0)
        }
        return office
    }

    private static let clock = "--now 2026-10-17T09:00+07:00"
    private static var program: String { "'\(BuiltProgram()?.path ?? "")'" }

    /// A copy of the office, to be tampered with.
    private func copy() throws -> SmallOffice {
        let copy = try SmallOffice()
        let source = try Self.office.get().root.path
        #expect(try copy.shell("rm -rf inputs && cp -r '\(source)'/. .").exit == 0)
        return copy
    }

    /// In a folder in which nothing was done all is well: else the test below would prove nothing.
    @Test func `an office that nobody touched is whole`() throws {
        let office = try copy()
        let ending = try office.run(["verify"])
        #expect(ending.exit == 0 && ending.output.isEmpty, "\(ending)")
        #expect(Tampering.all.count >= 25 && Set(Tampering.all.map(\.name)).count == Tampering.all.count)
    }

    /// What killed runs leave, what disks and shares make, and what an administrator keeps there.
    @Test func `what the program, the system and the administrator leave there is not named`() throws {
        let office = try copy()
        let done = try office.shell(
            """
            cd reports
            touch .tonghop.backup .tonghop.dang-dua-ra .tonghop.dang-dua-ra.writing .tonghop.dang-sao-luu .kiem-tra.json
            touch .ledger.head.writing .ledger.sqlite.writing .ledger.sqlite.writing-journal .ledger.sqlite.upgrading-wal
            touch ledger.sqlite.before-tallies .dang-lam-0123456789abc 2026-10/.dang-lam-zzzzzzzzzzzz archive/.writing/1.lz4
            touch .gitignore .nfs00000001 Thumbs.db desktop.ini .DS_Store tonghop.log tonghop.log.1 2026-10/Thumbs.db
            touch 2026-10/.du-thao.json.writing 2026-10/.du-thao-truoc.json.writing
            mkdir lost+found .Trash-1000 2026-Q3 2026 2026-10/de-rieng 2026-10/de-rieng/du-thao-1 trang-ngay/.dang-lam-0123456789abc
            """)
        #expect(done.exit == 0, "\(done)")
        let ending = try office.run(["verify"])
        #expect(ending.exit == 0 && ending.output.isEmpty, "\(ending)")
    }

    /// Pages are of the catalogue of their day: names that changed since are no forgery.
    @Test func `a page is whole though the catalogue has other names now`() throws {
        let office = try copy()
        let done = try office.shell(
            "sed -i 's/Công an tỉnh/Công an tỉnh Thử/' inputs/catalogue/*.csv && grep -q 'tỉnh Thử' inputs/catalogue/*.csv"
        )
        #expect(done.exit == 0, "\(done)")
        _ = try office.run(["run", "2026-10", "--quiet"], now: "2026-10-19T09:00+07:00")
        let ending = try office.run(["verify"])
        #expect(ending.exit == 0 && ending.output.isEmpty, "\(ending)")
    }

    @Test(arguments: Tampering.all)
    func `is named`(tampering: Tampering) throws {
        let office = try copy()
        let done = try office.shell("set -e; P=reports/2026-10; \(tampering.command)")
        #expect(done.exit == 0, "\(done)")
        // SQLite's own files, and the note of what does not fit, which the page of the day tells.
        func tree() throws -> [String: Data] {
            try FileTree.read(office.url("reports")).filter {
                !$0.key.hasPrefix("ledger.sqlite") && $0.key != ".kiem-tra.json"
            }
        }
        let before = try tree()
        let ending = try office.run(["verify"])
        #expect(ending.exit == 1, "\(ending)")
        for words in tampering.said { #expect(ending.output.contains(words), "\(words): \(ending.output)") }
        let english = try office.run(["verify", "--lang", "en"])
        #expect(
            english.exit == 1
                && english.output.split(separator: "\n").count == ending.output.split(separator: "\n").count)
        let json = try office.run(["verify", "--format", "json"])
        let object = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
        let items = try #require(object?["mismatches"] as? [[String: String]])
        #expect(json.exit == 1 && items.count == ending.output.split(separator: "\n").count)
        #expect(items.allSatisfy { $0.keys.sorted() == ["kind", "message", "place"] })
        // Whoever looks changes nothing.
        #expect(try tree() == before)
    }

    @Test func `a run says what was changed in the draft, keeps it, and makes the draft again`() throws {
        let office = try copy()
        #expect(try office.run(["run", "2026-10", "--quiet"]).exit == 1)
        let own = try FileTree.read(office.url("reports/2026-10/du-thao"))
        #expect(
            try office.shell("cd reports/2026-10/du-thao; rm don-doc.txt; echo a >>tinh-hinh-gui.txt; echo b >x").exit
                == 0)
        let changed = try office.text("reports/2026-10/du-thao/tinh-hinh-gui.txt")
        let ending = try office.run(["run", "2026-10", "--quiet"])
        #expect(ending.exit == 1)
        for name in ["don-doc.txt", "tinh-hinh-gui.txt", "du-thao/x", "de-rieng/du-thao-1"] {
            #expect(ending.errors.contains(name), "\(ending.errors)")
        }
        #expect(try FileTree.read(office.url("reports/2026-10/du-thao")) == own)
        #expect(try office.text("reports/2026-10/de-rieng/du-thao-1/tinh-hinh-gui.txt") == changed)
        #expect(try office.text("reports/2026-10/de-rieng/du-thao-1/x") == "b\n")
        #expect(try office.run(["verify"]).exit == 0)
        #expect(try !office.run(["run", "2026-10", "--quiet"]).errors.contains("de-rieng"))
    }

    @Test func `pipes and links in the draft are set aside, and stop nobody`() throws {
        let office = try copy()
        #expect(try office.run(["run", "2026-10", "--quiet"]).exit == 1)
        let own = try FileTree.read(office.url("reports/2026-10/du-thao"))
        let place = "reports/2026-10/du-thao"
        #expect(
            try office.shell("mkfifo \(place)/ong; ln -s khong-co \(place)/lien-ket; mkdir \(place)/trong").exit == 0)
        let ending = try office.run(["run", "2026-10", "--quiet"])
        #expect(ending.exit == 1 && ending.errors.contains("du-thao/ong"), "\(ending)")
        #expect(try FileTree.read(office.url(place)) == own)
        let aside = "reports/2026-10/de-rieng/du-thao-1"
        #expect(
            try office.shell("test -p \(aside)/ong && test -L \(aside)/lien-ket && test -d \(aside)/trong").exit == 0)
        #expect(try office.run(["verify"]).exit == 0)
    }

    @Test func `a run changes no package and no edition, and says that it brought one back`() throws {
        let office = try copy()
        let xuat = office.url("reports/2026-10/xuat")
        #expect(try office.shell("echo a >>reports/2026-10/xuat/2026-10-lan-1-public/manifest.json").exit == 0)
        let changed = try FileTree.read(xuat)
        let edition = try FileTree.read(office.url("reports/2026-10/lan-1"))
        #expect(try office.shell("rm -r reports/2026-10/lan-1").exit == 0)
        let ending = try office.run(["run", "2026-10", "--quiet"])
        #expect(ending.exit == 1 && ending.errors.contains("“reports/2026-10/lan-1” không còn trong thư mục"))
        #expect(try FileTree.read(xuat) == changed)
        #expect(try FileTree.read(office.url("reports/2026-10/lan-1")) == edition)
        #expect(try office.run(["verify"]).exit == 1)
    }

    @Test func `an export keeps what was changed in the package before it makes it again`() throws {
        let office = try copy()
        let own = try FileTree.read(office.url("reports/2026-10/xuat"))
        let folder = "reports/2026-10/xuat/2026-10-lan-1-public"
        #expect(
            try office.shell("echo a >>\(folder)/manifest.json; echo b >\(folder)/x; echo c >>\(folder).zip").exit == 0)
        let ending = try office.shell("PATH= \(Self.program) export 2026-10 --audience public \(Self.clock)")
        #expect(ending.exit == 1 && ending.errors.contains("de-rieng/xuat-1"), "\(ending)")
        #expect(try FileTree.read(office.url("reports/2026-10/xuat")) == own)
        let kept = try FileTree.read(office.url("reports/2026-10/de-rieng/xuat-1")).keys.sorted()
        #expect(kept == ["2026-10-lan-1-public.zip", "2026-10-lan-1-public/manifest.json", "2026-10-lan-1-public/x"])
        #expect(try office.run(["verify"]).exit == 0)
    }

    @Test(arguments: ["before-export", "before-issue"])
    func `with packages that the ledger does not know no other is made, unless told`(before: String) throws {
        let office = try copy()
        #expect(
            try office.shell("rm -f reports/ledger.sqlite*; cp \(before)/ledger.sqlite* \(before)/ledger.head reports")
                .exit == 0)
        let others = try FileTree.read(office.url("reports/2026-10"))
        let export = "PATH= \(Self.program) export 2026-10 --audience leadership \(Self.clock)"
        let refused = try office.shell(export)
        #expect(refused.exit == 2)
        #expect(refused.errors.contains(before == "before-export" ? "2026-10-lan-1-public" : "2026-10/lan-1"))
        #expect(try FileTree.read(office.url("reports/2026-10")) == others)
        let run = try office.run(["run", "2026-10", "--quiet"])
        #expect(run.exit == 1 && run.errors.contains("2026-10-lan-1-partners"))
        if before == "before-export" {
            #expect(try office.shell("\(export) --ignore-unknown-packages").exit == 0)
        }
    }

    @Test func `an edition bears a code on its last pages, by which the ledger is known again`() throws {
        let office = try copy()
        let summary = try office.text("reports/2026-10/lan-1/tong-hop-2026-10.txt")
        let line = try #require(summary.split(separator: "\n").last)
        #expect(try office.text("reports/2026-10/lan-1/bao-cao-2026-10.txt").hasSuffix("\(line)\n"))
        let code = try #require(line.firstMatch(of: /[0-9a-f]{4}(-[0-9a-f]{4}){3}/)?.output.0)
        let page = try FileTree.read(office.url("reports/2026-10"))
        for (path, bytes) in page where path.hasPrefix("xuat/") || path.hasPrefix("du-thao/") {
            #expect(bytes.range(of: Data(code.utf8)) == nil, "\(path)")
        }
        let known = try office.run(["verify", "--anchor", "\(code)"])
        #expect(known.exit == 0 && known.output.contains("\(code): đúng là mục"))
        let manifest = try office.text("reports/2026-10/lan-1/manifest.json")
        let whole = try #require(manifest.firstMatch(of: /"ledgerHash" : "([0-9a-f]{64})"/)?.output.1)
        #expect(try office.run(["verify", "--anchor", whole.uppercased(), "--anchor", "\(code)"]).exit == 0)
        // The code of another ledger, and none at all.
        let other = try office.run(["verify", "--anchor", "0123 4567 89ab cdef", "--format", "json"])
        #expect(other.exit == 1 && other.output.contains("\"kind\" : \"anchor\""))
        for word in ["", "0123-4567", "khong-phai-ma-so-nao", "\(code)x"] {
            #expect(try office.run(["verify", "--anchor", word]).exit == 64, "\(word)")
        }
    }

    /// What no look at the folder alone can find.
    @Test func `all rolled back together is found by the code of a later time alone`() throws {
        let office = try copy()
        let json = try office.run(["verify", "--format", "json"]).output
        let code = try #require(json.firstMatch(of: /"code" : "([-0-9a-f]+)"/)?.output.1)
        #expect(try office.run(["verify", "--anchor", "\(code)"]).exit == 0)
        let rollBack =
            "rm -rf reports/ledger.sqlite* reports/2026-10/lan-1 reports/2026-10/xuat; cp before-issue/* reports"
        #expect(try office.shell(rollBack).exit == 0)
        let plain = try office.run(["verify"])
        #expect(plain.exit == 0 && plain.errors.contains("mà sổ không ghi"), "\(plain)")
        let found = try office.run(["verify", "--anchor", "\(code)"])
        #expect(found.exit == 1 && found.output.contains("\(code)"))
    }
}
