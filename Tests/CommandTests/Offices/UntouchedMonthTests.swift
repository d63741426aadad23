import Foundation
import Testing

/// A month goes by on its schedule alone: the command of the timer, as it is installed.
struct UntouchedMonthTests {
    /// What the unit, or the line for cron, runs, with the clock told.
    private func scheduled(_ file: String, now: String) throws -> String {
        let text = try String(
            contentsOf: SmallOffice.repository.appendingPathComponent("scripts/installed/\(file)"), encoding: .utf8)
        let line = try #require(text.split(separator: "\n").first { $0.contains("tonghop run") })
        let start = try #require(line.range(of: "tonghop run"))
        let command = line[start.lowerBound...].replacingOccurrences(of: "; }", with: "")
        // The journal is the machine's; its line goes to a file here.
        return command.replacingOccurrences(of: "--log journal", with: "--log nhat-ky.log") + " --now \(now)"
    }

    private func officeWithProgram() throws -> SmallOffice {
        let office = try SmallOffice(isClean: true)
        let program = try #require(BuiltProgram(), "the program is not built")
        try FileManager.default.createDirectory(at: office.url("bin"), withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(
            atPath: office.url("bin/tonghop").path, withDestinationPath: program.path)
        return office
    }

    private func hold(back names: [String], _ office: SmallOffice) throws {
        try FileManager.default.createDirectory(at: office.url("thu-den"), withIntermediateDirectories: true)
        for name in names {
            try FileManager.default.moveItem(
                at: office.submission("2026-10/\(name)"), to: office.url("thu-den/\(name)"))
        }
    }

    private func deliver(_ name: String, _ office: SmallOffice) throws {
        try FileManager.default.moveItem(at: office.url("thu-den/\(name)"), to: office.submission("2026-10/\(name)"))
    }

    @Test func `files arrive late, a second edition is issued, and everything verifies`() throws {
        let office = try officeWithProgram()
        try hold(back: ["CA-03-an.csv", "STP-02-tt.csv"], office)
        func fire(_ now: String) throws -> Ending {
            try office.shell(try scheduled("tonghop.service", now: now))
        }
        // Before the deadline two are missing: nobody is chased, the reminders are ready.
        let first = try fire("2026-10-15T05:30+07:00")
        #expect(first.exit == 1 && first.output.isEmpty && !first.errors.contains("Cần đôn đốc"), "\(first)")
        let reminders = try office.text("reports/2026-10/du-thao/don-doc.txt")
        #expect(reminders.contains("Sở Tư pháp") && reminders.contains("Công an tỉnh"))

        try deliver("CA-03-an.csv", office)
        let second = try fire("2026-10-17T09:15+07:00")
        #expect(second.exit == 1 && second.errors.contains("Cần đôn đốc (1):"), "\(second)")
        #expect(try !office.text("reports/2026-10/du-thao/don-doc.txt").contains("Công an tỉnh"))
        #expect(try office.run(["issue", "2026-10", "--yes"], now: "2026-10-17T17:00+07:00").exit == 1)

        // After the edition the last one comes: the schedule says that the edition is behind.
        try deliver("STP-02-tt.csv", office)
        let third = try fire("2026-10-20T10:00+07:00")
        #expect(third.exit <= 1 && !third.errors.contains("Cần đôn đốc"), "\(third)")
        let changes = try office.run(["changes", "2026-10"], now: "2026-10-20T10:05+07:00")
        #expect(changes.exit == 0 && changes.output.contains("STP-02-tt.csv"), "\(changes)")
        let issued = try office.run(["issue", "2026-10", "--yes"], now: "2026-10-20T11:00+07:00")
        #expect(issued.exit == 0 && issued.output.contains("lan-2"), "\(issued)")

        // Without an office program on the path there is no PDF, whose bytes differ each time.
        let exported = try office.shell(
            "TONGHOP=$(command -v tonghop); PATH= \"$TONGHOP\" export 2026-10 --audience leadership --now 2026-10-20T11:05+07:00"
        )
        #expect(exported.exit == 0, "\(exported)")
        let sums = try office.shell(
            "cd reports/2026-10/xuat/2026-10-lan-2-leadership && sha256sum --check --strict SHA256SUMS")
        #expect(sums.exit == 0 && sums.output.split(separator: "\n").count > 5, "\(sums)")

        // Nothing new: silence, and not a byte moves.
        let draft = try FileTree.read(office.url("reports/2026-10"))
        let last = try fire("2026-10-20T11:15+07:00")
        #expect(last.exit == 0 && last.output.isEmpty && last.errors.isEmpty, "\(last)")
        let after = try FileTree.read(office.url("reports/2026-10"))
        #expect(after.filter { $0.key.hasPrefix("lan-") } == draft.filter { $0.key.hasPrefix("lan-") })
        #expect(try office.run(["verify"]).exit == 0)
        #expect(try office.text("nhat-ky.log").contains("info edition-issued") == false)
        #expect(try office.text("nhat-ky.log").split(separator: "\n").count { $0.contains(" begun ") } == 4)
    }

    @Test func `killed at any moment, the next firing ends as if nothing had happened`() throws {
        let whole = try officeWithProgram()
        let now = "2026-10-16T05:30+07:00"
        let command = try scheduled("tonghop.service", now: now)
        #expect(try whole.shell(command).exit == 0)
        let expected = try FileTree.read(whole.url("reports/2026-10"))
        // What the run makes, in its order; it is killed as soon as each is seen, wherever it has got by then.
        let signs = [
            ".tonghop.lock", "ledger.sqlite", "archive/*", "ledger.head", "2026-10", "2026-10/.dang-lam-*",
            "2026-10/.dang-lam-*/*.xlsx", "2026-10/du-thao",
        ]
        for sign in signs {
            let office = try officeWithProgram()
            _ = try office.shell(
                "\(command) & run=$!; until compgen -G 'reports/\(sign)' >/dev/null || ! kill -0 $run 2>/dev/null; do :; "
                    + "done; kill -KILL $run 2>/dev/null; wait $run")
            let next = try office.shell(command)
            #expect(next.exit == 0, "\(sign): \(next)")
            #expect(try FileTree.read(office.url("reports/2026-10")) == expected, "\(sign)")
            #expect(try office.run(["verify"]).exit == 0, "\(sign)")
        }
    }

    @Test func `cron runs the same command, and keeps its log beside the data`() throws {
        let office = try officeWithProgram()
        let ending = try office.shell(try scheduled("tonghop.cron", now: "2026-10-16T05:30+07:00"))
        #expect(ending.exit == 0 && ending.output.isEmpty && ending.errors.isEmpty, "\(ending)")
        #expect(try office.text("tonghop.log").contains(" ended command=run exit=0"))
    }
}
