import Foundation
import Testing

/// Who may read and write what the program makes.
struct RightsTests {
    /// Mode bits of everything below a folder, and of the folder itself.
    private func modes(_ folder: URL) -> [(name: String, mode: mode_t, isFolder: Bool)] {
        let below = FileManager.default.enumerator(atPath: folder.path)?.allObjects as? [String] ?? []
        return ([""] + below.sorted()).map { name in
            var status = stat()
            lstat("\(folder.path)/\(name)", &status)
            return (name, status.st_mode & 0o7777, status.st_mode & S_IFMT == S_IFDIR)
        }
    }

    @Test(arguments: ["000", "077", "007"]) func `reports are read by the group and written by nobody else`(
        _ umask: String
    ) throws {
        let office = try SmallOffice()
        let program = try #require(BuiltProgram(), "the program is not built")
        let now = "--now 2026-10-17T09:00+07:00 --quiet"
        let ending = try office.shell(
            """
            umask \(umask); t='\(program.path)'
            "$t" run 2026-10 \(now); "$t" issue 2026-10 --yes \(now); "$t" run 2026-10 \(now)
            "$t" export 2026-10 --audience public \(now) && "$t" backup sao-luu \(now)
            """)
        #expect(ending.exit == 0, "\(ending)")
        var kept = 0
        for (name, mode, isFolder) in modes(office.url("reports")) {
            let isOwn =
                ["ledger.", "archive", ".tonghop.lock"].contains { name.hasPrefix($0) }
            if isOwn { kept += 1 }
            let wanted: mode_t = isOwn ? (isFolder ? 0o700 : 0o600) : (isFolder ? 0o750 : 0o640)
            #expect(mode == wanted, "\(name): \(String(mode, radix: 8))")
        }
        #expect(kept > 5)
        for (name, mode, _) in modes(office.url("sao-luu")) { #expect(mode & 0o027 == 0, "\(name)") }
    }

    @Test func `in a folder that a group shares it writes submissions, decisions and words, and not the catalogue`()
        throws
    {
        let office = try SmallOffice()
        let program = try #require(BuiltProgram(), "the program is not built")
        let ending = try office.shell(
            """
            umask 000; mkdir moi && chmod 2750 moi && '\(program.path)' init moi --province-code 77 --province 'Hải Vân' \
            --agency 'Sở Dân tộc' --abbreviation SDT --from '\(SmallOffice.repository.path)/inputs/catalogue'
            """)
        #expect(ending.exit == 0, "\(ending)")
        for (name, mode, isFolder) in modes(office.url("moi/inputs")) {
            let isOpen = ["submissions", "loi-van", "xu-ly.csv"].contains { name.hasPrefix($0) }
            let wanted: mode_t = isFolder ? (isOpen ? 0o2770 : 0o2750) : (isOpen ? 0o660 : 0o640)
            #expect(mode == wanted, "\(name): \(String(mode, radix: 8))")
        }
        #expect(modes(office.url("moi/reports")).first?.mode == 0o2750)
    }
}
