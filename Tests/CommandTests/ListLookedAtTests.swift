import Foundation
import Testing

/// A list of decisions that was looked through for persons' data is not looked through again, and no other passes for it.
struct ListLookedAtTests {
    private let office: SmallOffice

    init() throws { office = try SmallOffice(isClean: true) }

    private var note: String { (try? office.text("reports/.xu-ly-da-xem")) ?? "" }

    private func write(_ text: String) throws { try Data(text.utf8).write(to: office.url("inputs/xu-ly.csv")) }

    @Test func `a list is noted once, and what is noted moves nothing`() throws {
        let first = try office.run(["run", "2026-10"])
        let noted = note
        #expect(noted.utf8.count == 65)
        let pages = try office.text("reports/viec-can-lam.txt")
        let again = try office.run(["run", "2026-10"])
        #expect(first.exit == again.exit && note == noted)
        #expect(try office.text("reports/viec-can-lam.txt") == pages)
        try FileManager.default.removeItem(at: office.url("reports/.xu-ly-da-xem"))
        let unnoted = try office.run(["run", "2026-10"])
        #expect(unnoted.output == again.output && unnoted.errors == again.errors && note == noted)
    }

    @Test func `a list with persons' data is refused beside the note of another, and is not noted`() throws {
        _ = try office.run(["run", "2026-10"])
        let (clean, noted) = (try office.text("inputs/xu-ly.csv"), note)
        let personal = "17/10/2026;2026-10;CA;03/AN;;gia hạn;20/10/2026;gọi 0900000113;Trưởng phòng\r\n"
        try write(clean + personal)
        for _ in 0..<2 {
            let ending = try office.run(["run", "2026-10"])
            #expect(ending.exit == 1 && (ending.output + ending.errors).contains("[personal-data]"))
            #expect(note == noted)
        }
        try write(clean)
        #expect(try office.run(["run", "2026-10"]).exit == 0)
    }

    @Test func `a note that is damaged, or of another program, is none`() throws {
        _ = try office.run(["run", "2026-10"])
        let noted = note
        for other in ["", "rác", String(repeating: "0", count: 64) + "\n"] {
            try Data(other.utf8).write(to: office.url("reports/.xu-ly-da-xem"))
            _ = try office.run(["run", "2026-10"])
            #expect(note == noted)
        }
    }
}
