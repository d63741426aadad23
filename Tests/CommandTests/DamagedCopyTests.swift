import Foundation
import Testing

/// Reports that are restored in part, and a ledger that is damaged when it is copied.
struct DamagedCopyTests {
    private let office: SmallOffice

    init() throws {
        office = try SmallOffice(isClean: true)
        _ = try office.run(["run", "2026-10", "--quiet"])
        _ = try office.run(["issue", "2026-10", "--yes", "--quiet"])
    }

    /// The mark of a restoring that was stopped.
    @Test func `nothing is written into reports that are restored in part, and those who look are told`() throws {
        #expect(try office.run(["verify"]).exit == 0)
        #expect(try office.shell(": >reports/.tonghop.dang-sao-luu").exit == 0)
        let before = try FileTree.read(office.url("reports/2026-10"))
        for command in [
            ["run", "2026-10"], ["issue", "2026-10", "--yes"], ["export", "2026-10", "--audience", "leadership"],
        ] {
            let ending = try office.run(command)
            #expect(ending.exit == 2 && ending.errors.contains("tonghop restore"), "\(command): \(ending)")
        }
        #expect(try FileTree.read(office.url("reports/2026-10")) == before)
        #expect(try office.run(["verify"]).errors.contains("mới khôi phục được một phần"))
        #expect(try office.run(["doctor"]).output.contains("mới khôi phục được một phần"))
        // Without a ledger nothing else tells that something is missing.
        #expect(try office.shell("mkdir nua; : >nua/.tonghop.dang-sao-luu; mkdir trong").exit == 0)
        #expect(try office.run(["verify", "--reports", "nua"]).exit == 1)
        #expect(try office.run(["verify", "--reports", "trong"]).exit == 0)
    }

    @Test(arguments: ["printf x | dd of=$f bs=1 seek=20 conv=notrunc", "rm $f"])
    func `a copy of a damaged archive is made, is no backup, and says so`(_ line: String) throws {
        let find = "f=$(find reports/archive -name '*.lz4' | sort | head -n 1)"
        #expect(try office.shell("\(find); chmod u+w $f; \(line)").exit == 0)
        let ending = try office.run(["backup", "sao"])
        #expect(ending.exit == 1 && ending.errors.contains("archive/"), "\(ending)")
        #expect(try office.run(["verify", "--reports", "sao"]).exit == 1)
        #expect(try office.run(["doctor"]).output.contains("[no-backup]"))
        #expect(!FileManager.default.fileExists(atPath: office.url("sao/.tonghop.dang-sao-luu").path))
    }

    /// The control.
    @Test func `a copy of a whole ledger is a backup`() throws {
        #expect(try office.run(["backup", "sao"]).exit == 0)
        #expect(try !office.run(["doctor"]).output.contains("[no-backup]"))
    }

    @Test func `an office is not set up at the top of the disk`() throws {
        #expect(try office.run(["init", "", "--province", "11"]).exit == 64)
    }
}
