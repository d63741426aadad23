import Domain
import TestSupport
import Testing

@testable import Intake

/// Cells and rows that were drawn down over the numbers of places.
struct FilledDownTests {
    private let reader: SubmissionReader
    private let communes: [Unit]

    init() throws {
        let catalogue = try #require(Repository.catalogue)
        reader = SubmissionReader(catalogue: catalogue)
        communes = catalogue.geography.units.filter { $0.level == .commune && $0.validity.to == nil }
    }

    /// - Parameter rows: Sessions, listeners and leaflets of each place.
    private func rules(_ rows: [[Int]]) -> [String] {
        let lines = zip(communes, rows).map { commune, numbers in
            "\(commune.code);\(commune.name);" + numbers.map { "\($0)" }.joined(separator: ";")
        }
        let text =
            "Ô trống và xã, phường không ghi tên: không phát sinh\nMã xã;Xã, phường;Số buổi;Lượt người nghe;Tài liệu\n"
            + lines.joined(separator: "\n") + "\n"
        return SmallFile.read([UInt8](text.utf8), as: "2026-10/ND-02-tt.csv", reader: reader).rules
    }

    /// Of so many places, none like the one before, nor a step from it as from that to the one before.
    private func own(_ count: Int) -> [[Int]] {
        (0..<count).map { [1 + $0 * $0 % 5, 30 + 7 * ($0 * $0 % 11), 10 + 3 * ($0 * $0 % 7)] }
    }

    @Test(arguments: [1, -1, 2, 10]) func `numbers that go evenly over eight rows are asked about`(_ step: Int) {
        var rows = own(20)
        for place in 0..<8 { rows[5 + place][0] = 100 + place * step }
        #expect(rules(rows).count { $0 == "filled-down" } == 1, "\(rules(rows))")
        rows[9][0] = 7
        #expect(!rules(rows).contains("filled-down"), "\(rules(rows))")
    }

    @Test func `rows that say the same are asked about, if there are many and they say much`() {
        var rows = own(20)
        for place in 4..<12 { rows[place] = [2, 61, 43] }
        #expect(rules(rows).count { $0 == "filled-down" } == 1, "\(rules(rows))")
        for planned in [[1, 61, 0], [1, 50, 30], [2, 50, 30]] {
            for place in 4..<12 { rows[place] = planned }
            #expect(!rules(rows).contains("filled-down"), "\(rules(rows))")
        }
        rows = own(20)
        for place in 4..<11 { rows[place] = [2, 61, 43] }
        #expect(!rules(rows).contains("filled-down"), "\(rules(rows))")
    }

    @Test func `a place's own numbers are not asked about`() {
        #expect(!rules(own(40)).contains("filled-down"), "\(rules(own(40)))")
        #expect(!rules([[Int]](repeating: [0, 0, 0], count: 40)).contains("filled-down"))
    }
}
