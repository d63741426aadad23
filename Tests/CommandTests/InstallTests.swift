import Foundation
import Testing

/// What `scripts/install` puts in place, in a folder that stands for the machine's root.
struct InstallTests {
    private static let scripts = SmallOffice.repository.appendingPathComponent("scripts").path

    private func installed(
        _ schedule: String, prefix: String = "/usr/local", in office: SmallOffice
    ) throws -> [String: Data] {
        let program = try #require(BuiltProgram(), "the program is not built")
        let ending = try office.shell(
            "'\(Self.scripts)/install' --destdir \"$PWD/may\" --binary '\(program.path)' --schedule \(schedule) --prefix \(prefix)"
        )
        #expect(ending.exit == 0, "\(ending)")
        return try FileTree.read(office.url("may"))
    }

    /// They stand in units and tables of times, where a blank parts words.
    @Test(arguments: ["--data '/srv/so lieu'", "--data '/srv/a & b'", "--user 'a b'", "--prefix '/opt/a|b'"])
    func `a path with a blank is refused`(_ option: String) throws {
        let office = try SmallOffice()
        let program = try #require(BuiltProgram(), "the program is not built")
        let ending = try office.shell(
            "'\(Self.scripts)/install' --destdir \"$PWD/may\" --binary '\(program.path)' --schedule cron \(option)")
        #expect(ending.exit == 2 && !ending.errors.isEmpty, "\(ending)")
        #expect(!FileManager.default.fileExists(atPath: office.url("may").path))
    }

    @Test func `program, manual, completions, model catalogue, guide and timers are in place`() throws {
        let office = try SmallOffice()
        let files = try installed("systemd", in: office)
        for path in [
            "usr/local/bin/tonghop", "usr/local/share/man/man1/tonghop.1.gz",
            "usr/local/share/bash-completion/completions/tonghop", "usr/local/share/zsh/site-functions/_tonghop",
            "usr/local/share/fish/vendor_completions.d/tonghop.fish",
            "usr/local/share/tonghop/catalogue/forms/01-dt.yaml",
            "usr/local/share/tonghop/catalogue/reports/tong-hop.yaml", "usr/local/share/doc/tonghop/HUONG-DAN.md",
            "usr/local/share/doc/tonghop/samba.conf", "etc/systemd/system/tonghop.service",
            "etc/systemd/system/tonghop.timer", "etc/systemd/system/tonghop-doctor.service",
            "etc/systemd/system/tonghop-doctor.timer",
        ] {
            #expect(files[path]?.isEmpty == false, "\(path)")
        }
        // Units and examples name real places; nothing is left to be filled in.
        for (path, bytes) in files where path.hasPrefix("etc/") || path.hasSuffix("samba.conf") {
            let text = String(decoding: bytes, as: UTF8.self)
            #expect(text.firstMatch(of: /@[a-z]+@/) == nil, "\(path)")
            #expect(text.contains("/var/lib/tonghop") || path.hasSuffix(".timer"), "\(path)")
        }
        let service = String(decoding: files["etc/systemd/system/tonghop.service"] ?? Data(), as: UTF8.self)
        #expect(service.contains("\nSuccessExitStatus=1\n") && service.contains("\nUser=tonghop\n"))
        #expect(service.contains("\nExecStart=/usr/local/bin/tonghop run "))
        // Of the registers of one province none goes along.
        #expect(!files.keys.contains { $0.hasSuffix("/units.csv") || $0.hasSuffix("/organisation.yaml") })
    }

    @Test func `the installed program sets up an office from the forms installed with it`() throws {
        let office = try SmallOffice()
        _ = try installed("none", in: office)
        let ending = try office.shell(
            "may/usr/local/bin/tonghop init moi --province-code 77 --province 'Hải Vân' --agency 'Sở Dân tộc' --abbreviation SDT"
        )
        #expect(ending.exit == 0, "\(ending)")
        #expect(FileManager.default.fileExists(atPath: office.url("moi/inputs/catalogue/forms/05-vu.yaml").path))
        let known = try office.shell("may/usr/local/bin/tonghop init tinh --province 'ca mau'")
        #expect(known.exit == 0 && known.errors.contains("Tỉnh Cà Mau (96)"), "\(known)")
        #expect(known.errors.contains("share/tonghop/register"), "\(known)")
        let mau = "tinh/inputs/catalogue/mau/bao-cao.docx"
        #expect(FileManager.default.fileExists(atPath: office.url(mau).path))
    }

    @Test func `the manual names every command and option, and formats without a complaint`() throws {
        let office = try SmallOffice()
        _ = try installed("none", in: office)
        let manual = "may/usr/local/share/man/man1/tonghop.1.gz"
        let text = try office.shell("gzip -dc \(manual)").output
        for command in ["run", "check", "status", "issue", "report", "trace", "backup", "restore", "doctor", "init"] {
            #expect(text.contains(".SS \\fB\(command)\\fR"), "\(command)")
        }
        for option in ["\\-\\-as\\-of", "\\-\\-province\\-code", "\\-\\-quiet", "\\-\\-log\\-format"] {
            #expect(text.contains(option), "\(option)")
        }
        let complaints = try office.shell(
            "command -v groff >/dev/null || exit 0; gzip -dc \(manual) | groff -man -Kutf8 -Tutf8 -ww 2>&1 >/dev/null")
        #expect(complaints.exit == 0 && complaints.output.isEmpty, "\(complaints)")
    }

    @Test func `completions are scripts that their shells read`() throws {
        let office = try SmallOffice()
        _ = try installed("none", in: office)
        let share = "may/usr/local/share"
        let bash = try office.shell(
            "source \(share)/bash-completion/completions/tonghop && complete -p tonghop")
        #expect(bash.exit == 0 && bash.output.contains("tonghop"), "\(bash)")
        let rest = try office.shell(
            """
            head -n 1 \(share)/zsh/site-functions/_tonghop | grep -q '^#compdef tonghop' || exit 3
            if command -v zsh >/dev/null; then zsh -n \(share)/zsh/site-functions/_tonghop || exit 4; fi
            if command -v fish >/dev/null; then fish -n \(share)/fish/vendor_completions.d/tonghop.fish || exit 5; fi
            grep -q doctor \(share)/fish/vendor_completions.d/tonghop.fish
            """)
        #expect(rest.exit == 0, "\(rest)")
    }

    @Test func `without systemd the schedule is cron's`() throws {
        let office = try SmallOffice()
        let files = try installed("cron", in: office)
        #expect(!files.keys.contains { $0.contains("systemd") })
        let cron = String(decoding: files["etc/cron.d/tonghop"] ?? Data(), as: UTF8.self)
        let jobs = cron.split(separator: "\n").filter { $0.first?.isNumber == true || $0.first == "*" }
        #expect(jobs.count == 3 && jobs.allSatisfy { $0.split(separator: " ")[5] == "tonghop" })
        // cron ends a command at a bare percent sign.
        #expect(!jobs.contains { $0.contains("%") })
    }

    @Test func `uninstalling takes away what was installed, and keeps the data`() throws {
        let office = try SmallOffice()
        _ = try installed("systemd", in: office)
        let data = office.url("may/var/lib/tonghop/reports/ledger.sqlite")
        try FileManager.default.createDirectory(
            at: data.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data("sổ".utf8).write(to: data)
        let ending = try office.shell("'\(Self.scripts)/uninstall' --destdir \"$PWD/may\"")
        #expect(ending.exit == 0, "\(ending)")
        #expect(try FileTree.read(office.url("may")).keys.sorted() == ["var/lib/tonghop/reports/ledger.sqlite"])
        #expect(try office.shell("'\(Self.scripts)/uninstall' --destdir \"$PWD/may\"").exit == 2)
    }
}
