import Foundation
import Testing

@testable import Office

/// A path that a command writes to means one thing, and what lies there stays.
struct TargetFolderTests {
    /// Others write there, and runs read there.
    @Test(arguments: ["inputs/moi", "inputs/submissions/2026-10/moi", "reports/moi", "reports/2026-10/lan-1"])
    func `nothing is written into the office's own folders`(_ place: String) throws {
        let office = try SmallOffice()
        #expect(try office.run(["run", "2026-10", "--quiet"]).exit == 1)
        #expect(try office.run(["issue", "2026-10", "--yes", "--quiet"]).exit <= 1)
        let before = try FileTree.read(office.url("inputs"))
        #expect(try office.run(["report", "2026-10", "--edition", "1", "--output", place]).exit == 2)
        #expect(try office.run(["backup", place]).exit == 2)
        if place.hasPrefix("reports") {
            #expect(try office.run(["template", "CA", "03-an", "--output", place]).exit == 2)
        }
        #expect(try FileTree.read(office.url("inputs")) == before)
        #expect(try office.run(["verify"]).exit == 0)
        // The control: beside them all are written.
        #expect(try office.run(["report", "2026-10", "--edition", "1", "--output", "ra/moi"]).exit == 0)
        #expect(try office.run(["template", "CA", "03-an", "--output", "ra"]).exit == 0)
    }

    private func issued() throws -> SmallOffice {
        let office = try SmallOffice(isClean: true)
        #expect(try office.run(["run", "2026-10"]).exit == 0)
        #expect(try office.run(["issue", "2026-10", "--yes"]).exit == 0)
        return office
    }

    private func make(_ path: String, in office: SmallOffice) throws {
        let file = office.url(path)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data("quý".utf8).write(to: file)
    }

    @Test func `a tilde is a name, links are followed, and folders to be made may go back`() throws {
        let office = try SmallOffice()
        let real = TargetFolder(office.root.path).place
        #expect(TargetFolder("~/x".literalPath).place == FileManager.default.currentDirectoryPath + "/~/x")
        try FileManager.default.createSymbolicLink(
            atPath: office.url("lien-ket").path, withDestinationPath: office.url("inputs").path)
        #expect(TargetFolder(office.url("lien-ket/a/../b//c/").path).place == "\(real)/inputs/b/c")
        #expect(TargetFolder("/").place == "/" && TargetFolder("").place == TargetFolder(".").place)
        #expect(
            TargetFolder(office.url("lien-ket").path).isOccupied && !TargetFolder(office.url("moi").path).isOccupied)
        try FileManager.default.createSymbolicLink(
            atPath: office.url("dut").path, withDestinationPath: office.url("khong-co").path)
        #expect(TargetFolder(office.url("dut").path).isOccupied)
    }

    @Test func `an edition is written where the path says, and a home of that name keeps what it has`() throws {
        let office = try issued()
        try make("nha/Documents/luan-van.docx", in: office)
        let report = "tonghop report 2026-10 --edition 1 --quiet"
        let program = try #require(BuiltProgram()).path
        let ending = try office.shell(
            "tonghop() { \"\(program)\" \"$@\"; }; HOME=$PWD/nha \(report) --output='~/Documents'")
        #expect(ending.exit == 0, "\(ending)")
        #expect(try office.text("nha/Documents/luan-van.docx") == "quý")
        #expect(try FileTree.read(office.url("~/Documents")) == FileTree.read(office.url("reports/2026-10/lan-1")))
    }

    @Test(arguments: ["day", "lien-ket", "day/luan-van.docx", "reports", "reports/moi", ".", ".."])
    func `what holds anything, or belongs to the reports, is never written to`(_ output: String) throws {
        let office = try issued()
        try make("day/luan-van.docx", in: office)
        try FileManager.default.createSymbolicLink(
            atPath: office.url("lien-ket").path, withDestinationPath: office.url("day").path)
        let kept = ["day", "reports/2026-10", "inputs"].map { office.url($0) }
        let before = try kept.map { try FileTree.read($0) }
        #expect(try office.run(["report", "2026-10", "--edition", "1", "--output", output]).exit == 2)
        #expect(try office.run(["backup", output]).exit == 2)
        #expect(try kept.map { try FileTree.read($0) } == before)
        #expect(!FileManager.default.fileExists(atPath: office.url("reports/moi").path))
    }

    @Test(arguments: [40, 64]) func `a backup, and a restoring, that was stopped is made again into its folder`(
        _ blocks: Int
    ) throws {
        let office = try issued()
        let program = try #require(BuiltProgram()).path
        // The system ends a program that writes a file longer than this.
        let stopped = try office.shell("ulimit -f \(blocks); exec \"\(program)\" backup ban-sao")
        #expect(stopped.exit != 0 && FileManager.default.fileExists(atPath: office.url("ban-sao").path), "\(stopped)")
        let again = try office.run(["backup", "ban-sao"])
        #expect(again.exit == 0, "\(again)")
        #expect(try office.run(["verify", "--reports", "ban-sao"]).exit == 0)
        #expect(!UnfinishedCopy.isMarked(office.url("ban-sao").path))
        #expect(try office.run(["backup", "ban-sao"]).exit == 2)

        let half = try office.shell("ulimit -f \(blocks); exec \"\(program)\" restore ban-sao --reports moi")
        #expect(half.exit != 0, "\(half)")
        let restored = try office.run(["restore", "ban-sao", "--reports", "moi"])
        #expect(restored.exit == 0, "\(restored)")
        #expect(try office.run(["restore", "ban-sao", "--reports", "moi"]).exit == 2)
        // Stopped once the ledger was there: its editions are what is left to do.
        try FileManager.default.removeItem(at: office.url("moi/2026-10/lan-1"))
        try make("moi/\(UnfinishedCopy.fileName)", in: office)
        #expect(try office.run(["restore", "ban-sao", "--reports", "moi"]).exit == 0)
        #expect(try office.run(["verify", "--reports", "moi"]).exit == 0)
        // Stopped when the head stood, and the database had no name yet.
        try FileManager.default.removeItem(at: office.url("moi/2026-10"))
        let unnamed = office.url("moi/.ledger.sqlite.writing")
        try FileManager.default.moveItem(at: office.url("moi/ledger.sqlite"), to: unnamed)
        for name in ["ledger.sqlite-wal", "ledger.sqlite-shm"] {
            try? FileManager.default.removeItem(at: office.url("moi/\(name)"))
        }
        // Unless it is marked, it is the head of a database that was lost.
        #expect(try office.run(["restore", "ban-sao", "--reports", "moi"]).exit == 2)
        try make("moi/\(UnfinishedCopy.fileName)", in: office)
        #expect(try office.run(["restore", "ban-sao", "--reports", "moi"]).exit == 0)
        #expect(try office.run(["verify", "--reports", "moi"]).exit == 0)
        let whole = try FileTree.read(office.url("reports/2026-10/lan-1"))
        #expect(try FileTree.read(office.url("moi/2026-10/lan-1")) == whole)
    }

    @Test func `another's ledger in a marked folder, or a ledger that has gone on, stays`() throws {
        let (office, other) = (try issued(), try SmallOffice())
        #expect(try other.run(["run", "2026-10"], now: "2026-10-18T09:00+07:00").exit == 1)
        #expect(try other.run(["backup", office.url("ban-sao").path]).exit == 0)
        try make("ban-sao/\(UnfinishedCopy.fileName)", in: office)
        let before = try FileTree.read(office.url("ban-sao"))["ledger.sqlite"]
        #expect(try office.run(["backup", "ban-sao"]).exit == 2)
        #expect(try FileTree.read(office.url("ban-sao"))["ledger.sqlite"] == before && before != nil)
        #expect(try office.run(["backup", "som"]).exit == 0)
        #expect(try office.run(["run", "2026-09"]).exit != 2)
        #expect(try office.run(["issue", "2026-09", "--yes"]).exit != 2)
        #expect(try office.run(["restore", "som"]).exit == 2)
    }
}
