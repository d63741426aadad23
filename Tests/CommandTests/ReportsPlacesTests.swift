import Foundation
import Testing

/// What the program keeps lies in places of its own, and what it finds there in their stead is said.
struct ReportsPlacesTests {
    private static let clock = "--now 2026-10-17T09:00+07:00"

    private func issued() throws -> SmallOffice {
        let office = try SmallOffice(isClean: true)
        #expect(try office.run(["run", "2026-10"]).exit == 0)
        #expect(try office.run(["issue", "2026-10", "--yes"]).exit == 0)
        return office
    }

    @Test(arguments: [
        "archive", "ledger.sqlite", "ledger.head", ".tonghop.lock", "2026-10", "trang-ngay", "2026-10/de-rieng",
    ])
    func `through a link nothing is written, and nothing is said to be done`(_ name: String) throws {
        let office = try issued()
        let moved = try office.shell(
            """
            set -e; mkdir ngoai; cd reports; test -e \(name) || mkdir \(name)
            mv \(name) ../ngoai/x; ln -s "$(realpath ../ngoai/x)" \(name)
            """)
        #expect(moved.exit == 0, "\(moved)")
        let before = try FileTree.read(office.url("ngoai"))
        try office.replace("2;90102;Suối Lớn;1", by: "2;90102;Suối Lớn;3", in: "2026-10/CA-03-an.csv")
        for command in [
            ["run", "2026-10"], ["issue", "2026-10", "--yes"], ["export", "2026-10", "--audience", "public"],
        ] {
            let ending = try office.run(command)
            #expect(ending.exit == 2 && ending.errors.contains("reports/\(name)” là liên kết"), "\(command): \(ending)")
        }
        // SQLite's own files lie beside the database that a link leads to, whoever reads it.
        let after = try FileTree.read(office.url("ngoai")).filter { !["x-wal", "x-shm"].contains($0.key) }
        #expect(after == before)
        #expect(try office.run(["doctor"]).output.contains("[folder-not-usable]"))
        #expect(try office.run(["verify"]).exit == 1)
    }

    @Test(arguments: [
        ("inputs", "inputs/submissions"), ("inputs", "inputs"), ("inputs", "inputs/reports"), ("inputs", "."),
        ("inputs", "lien-ket/moi"), ("./inputs/../inputs", "inputs/submissions/2026-10/.."),
    ])
    func `inputs and reports lie apart`(_ inputs: String, _ reports: String) throws {
        let office = try SmallOffice()
        #expect(try office.shell("ln -s inputs lien-ket").exit == 0)
        let before = try FileTree.read(office.root)
        for command in [["run", "2026-10"], ["issue", "2026-10", "--yes"]] {
            let ending = try office.run(command + ["--inputs", inputs, "--reports", reports])
            #expect(ending.exit == 64 && ending.errors.contains("--reports"), "\(ending)")
        }
        #expect(try FileTree.read(office.root) == before)
        let examined = try office.run(["doctor", "--inputs", inputs, "--reports", reports])
        #expect(examined.output.contains("nằm trong nhau"), "\(examined)")
    }

    @Test(arguments: [
        "mkdir lan-1; echo 1 >lan-1/a", "echo 1 >lan-1", "cp -r ../../cu lan-1; rm lan-1/don-doc.txt",
        "cp -r ../../cu lan-1; echo 1 >>lan-1/don-doc.txt", "ln -s ../../cu lan-1",
    ])
    func `a run says that something else stands in the place of an edition, and leaves it`(_ command: String) throws {
        let office = try issued()
        #expect(try office.run(["run", "2026-10"], now: "2026-10-18T09:00+07:00").exit == 0)
        #expect(try office.shell("mv reports/2026-10/lan-1 cu; cd reports/2026-10; \(command)").exit == 0)
        let place = office.url("reports/2026-10/lan-1").resolvingSymlinksInPath()
        let before = try FileTree.read(place.deletingLastPathComponent())
            .filter { $0.key.hasPrefix(place.lastPathComponent) }
        let ending = try office.run(["run", "2026-10", "--quiet"], now: "2026-10-18T09:00+07:00")
        #expect(ending.exit == 1 && ending.errors.contains("“reports/2026-10/lan-1” không còn như đã phát hành"))
        #expect(try office.text("reports/viec-can-lam.txt").contains("lan-1"))
        let after = try FileTree.read(place.deletingLastPathComponent())
            .filter { $0.key.hasPrefix(place.lastPathComponent) }
        #expect(after == before && !before.isEmpty)
    }

    /// A run that was stopped leaves its own day untold; whole days are untold where somebody put older pages back.
    @Test func `pages of the days that were put back together with their note are named`() throws {
        let office = try issued()
        let keep =
            "rm -rf cu; mkdir cu; cp -r reports/trang-ngay reports/.viec-can-lam.json reports/viec-can-lam.txt cu"
        #expect(try office.shell(keep).exit == 0)
        for (day, count) in [("18", "3"), ("19", "4")] {
            try office.replace(
                "2;90102;Suối Lớn;\(day == "18" ? "1" : "3")", by: "2;90102;Suối Lớn;\(count)",
                in: "2026-10/CA-03-an.csv")
            #expect(try office.run(["run", "2026-10"], now: "2026-10-\(day)T09:00+07:00").exit <= 1)
            let putBack = "rm -r reports/trang-ngay; cp -r cu/. reports"
            #expect(try office.shell("rm -rf moi; cp -a reports moi; \(putBack)").exit == 0)
            let ending = try office.run(["verify"])
            if day == "18" {
                #expect(ending.exit == 0 && ending.errors.contains("trang bị thay bằng bản cũ hơn"), "\(ending)")
            } else {
                #expect(ending.exit == 1 && ending.output.contains("bị thay bằng bản cũ"), "\(ending)")
                // Unless a run was about to write them when it was stopped, as the first after an upgrade of a ledger of many days.
                let pending = ["18", "19"].map { "\"trang-ngay/2026-10-\($0).txt\":\"0\"" }.joined(separator: ",")
                let announce = "sed -i '$ s|}$|,\"pending\":{\(pending)}}|' reports/.viec-can-lam.json"
                #expect(try office.shell(announce).exit == 0)
                let stopped = try office.run(["verify"])
                #expect(
                    stopped.exit == 0
                        && stopped.errors.contains("của ngày 18/10/2026 đến 19/10/2026: lần chạy bị ngắt"),
                    "\(stopped)")
            }
            #expect(try office.shell("rm -r reports; mv moi reports").exit == 0)
            #expect(try office.run(["verify"]).exit == 0)
        }
    }

    @Test func `a draft that cannot be held against the ledger is named, and what differs`() throws {
        let office = try issued()
        let done = try office.shell(
            """
            cd reports/2026-10; echo x >>du-thao/don-doc.txt; rm .du-thao.json
            python3 - <<'END'
            import hashlib, json
            name = "du-thao/manifest.json"
            manifest = json.load(open(name))
            for file in manifest["files"]:
                if file["name"] == "don-doc.txt":
                    file["sha256"] = hashlib.sha256(open("du-thao/don-doc.txt", "rb").read()).hexdigest()
            json.dump(manifest, open(name, "w"))
            END
            """)
        #expect(done.exit == 0, "\(done)")
        let ending = try office.run(["verify"])
        #expect(ending.errors.contains("dự thảo kỳ 2026-10 không đối chiếu được với sổ"), "\(ending)")
        // A record that says that another build has made what this one would make, too, raises no doubt.
        #expect(try office.run(["run", "2026-10"]).exit <= 1)
        #expect(
            try office.shell(#"sed -i -E 's/"source":"[0-9a-f]{8}/"source":"00000000/' reports/2026-10/.du-thao.json"#)
                .exit == 0)
        let same = try office.run(["verify"])
        #expect(same.exit == 0 && !same.errors.contains("không đối chiếu được"), "\(same)")
    }

    @Test func `what may be an officer's good right is noted`() throws {
        let office = try issued()
        let program = try #require(BuiltProgram()).path
        for audience in ["partners", "public"] {
            #expect(
                try office.shell("PATH= '\(program)' export 2026-10 --audience \(audience) \(Self.clock)").exit == 0)
        }
        #expect(!(try office.run(["verify"])).errors.contains("gói đã xuất không còn"))
        #expect(
            try office.shell(
                "cd reports/2026-10; rm -r xuat/*-partners*; mkdir -p de-rieng/du-thao-1; echo 1 >de-rieng/du-thao-1/a"
            ).exit == 0)
        let ending = try office.run(["verify"])
        #expect(ending.exit == 0 && ending.errors.contains("2026-10-lan-1-partners"), "\(ending)")
        #expect(ending.errors.contains("de-rieng/du-thao-1"), "\(ending)")
    }

    @Test(arguments: [
        "truncate -s 1G map.geojson", "mkfifo map.geojson", "mkdir map.geojson", "ln -s map.geojson map.geojson",
        "ln -s nowhere map.geojson", "mkdir map.geojson; touch map.geojson/a.csv",
    ])
    func `a map that cannot be read is named by every run, and stops nobody`(_ command: String) throws {
        let office = try SmallOffice(isClean: true)
        #expect(try office.shell("cd inputs/catalogue; rm -f map.geojson; \(command)").exit == 0)
        for _ in 0..<2 {
            let ending = try office.run(["run", "2026-10", "--quiet"])
            #expect(ending.exit == 1 && ending.errors.contains("[bad-map]"), "\(ending)")
            #expect(!ending.errors.contains("[missing-catalogue-file]"))
        }
        #expect(try office.run(["issue", "2026-10", "--yes"]).exit <= 1)
        #expect(try office.run(["verify"]).exit == 0)
    }

    @Test func `a name that is no UTF-8 is said to be damaged, not missing`() throws {
        let office = try SmallOffice()
        let program = try #require(BuiltProgram()).path
        let ending = try office.shell(
            """
            cp inputs/submissions/2026-10/CA-03-an.csv "$(printf 'C\\303-03.csv')"
            '\(program)' check "$(printf 'C\\303-03.csv')"; a=$?; '\(program)' inspect "$(printf 'C\\303-03.csv')"; exit $a$?
            """)
        #expect(ending.exit == 22 && ending.errors.contains("có ký tự hỏng (không phải UTF-8)"), "\(ending)")
        #expect(try office.run(["check", "khong-co.csv"]).errors.contains("không có tệp"))
    }

    /// A file that is opened gets the lowest free number: what is said to a person went into it.
    @Test(arguments: [">&-", "2>&-", ">&- 2>&-", "<&- >&- 2>&-"])
    func `started without outputs, the program says nothing into its own files`(_ closed: String) throws {
        let office = try SmallOffice()
        let program = try #require(BuiltProgram()).path
        for command in ["run 2026-10", "issue 2026-10 --yes", "status 2026-10", "verify", "doctor"] {
            let ending = try office.shell("'\(program)' \(command) \(Self.clock) \(closed)")
            #expect(ending.exit <= 2, "\(command): \(ending)")
        }
        let files = try FileTree.read(office.url("reports"))
        #expect(files[".tonghop.lock"] == Data() && files.keys.contains("2026-10/lan-1/manifest.json"))
        #expect(try office.run(["verify"]).exit == 0)
    }

    @Test func `an empty name is no folder, and a wait without end no crash`() throws {
        let office = try SmallOffice()
        for option in ["--inputs", "--reports"] {
            let ending = try office.run(["run", "2026-10", option, ""])
            #expect(ending.exit == 64 && ending.errors.contains(option), "\(ending)")
        }
        #expect(try office.run(["run", "2026-10", "--wait", "\(Int.max)"]).exit == 1)
    }

    @Test func `a temporary folder that is gone is no mismatch`() throws {
        let office = try issued()
        let program = try #require(BuiltProgram()).path
        let ending = try office.shell("TMPDIR=/khong-co '\(program)' verify")
        #expect(ending.exit == 0 && ending.output.isEmpty, "\(ending)")
    }

    @Test(arguments: [
        "ledger.head", "ledger.sqlite", ".tonghop.dang-dua-ra", ".viec-can-lam.json", ".xu-ly-da-xem",
        ".lan-chay-truoc.json", ".tonghop.backup", ".kiem-tra.json", "2026-10/.du-thao.json",
    ])
    func `a pipe, or gigabytes, in the place of a note are not waited for and not held`(_ name: String) throws {
        let office = try issued()
        let program = try #require(BuiltProgram()).path
        #expect(try office.shell("cp -a reports cu").exit == 0)
        for (made, file) in [("mkfifo", "ống"), ("truncate -s 3G", "lớn")] {
            let done = try office.shell(
                "rm -rf reports; cp -a cu reports; rm -f reports/\(name); \(made) reports/\(name)")
            #expect(done.exit == 0)
            for command in ["verify", "status 2026-10", "doctor", "run 2026-10"] {
                // SQLite reads as much of a file as it needs.
                let ending = try office.shell("timeout 40 '\(program)' \(command) --quiet \(Self.clock)")
                #expect(ending.exit <= 2, "\(file), \(command): \(ending)")
            }
            // What was made again is not so large.
            #expect(try office.shell("rm -rf reports").exit == 0)
        }
    }
}
