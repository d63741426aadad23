import Foundation
import Testing

/// What a run finds in the folder and in the list of decisions stands in no return: the run itself names it.
struct FolderFindingsTests {
    private let office: SmallOffice

    init() throws { office = try SmallOffice(isClean: true) }

    @Test func `more than a screen of strays is named one by one`() throws {
        for number in 1...30 { try Data("x".utf8).write(to: office.url("inputs/submissions/la-\(number).csv")) }
        let ending = try office.run(["run", "2026-10", "--quiet"])
        #expect(ending.exit == 1)
        #expect((1...30).allSatisfy { ending.errors.contains("la-\($0).csv") }, "\(ending)")
        #expect(!ending.errors.contains("phieu-phan-hoi"))
    }

    @Test func `a list of hundreds of faulty lines is named so far as anybody reads it, and how many more there are`()
        throws
    {
        let list = try office.text("inputs/xu-ly.csv")
        let faulty = (0..<230).map { "17/10/2026;2026-10;CA;03/AN;;gia hạn;ngày \($0);hết hạn;Trưởng phòng\r\n" }
            .joined()
        try Data((list + faulty).utf8).write(to: office.url("inputs/xu-ly.csv"))
        let ending = try office.run(["run", "2026-10", "--quiet"])
        let named = ending.errors.split(separator: "\n").count { $0.contains("xu-ly.csv:") }
        #expect(ending.exit == 1 && (190...201).contains(named), "\(named)")
        #expect(ending.errors.contains("nội dung khác của thư mục số liệu và danh sách xử lý"), "\(ending)")
        #expect(!ending.errors.contains("phieu-phan-hoi"))
    }
}
