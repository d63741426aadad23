import Domain
import Reporting
import Testing

@testable import Rendering

/// Who loads a second edition after the first has what the second alone would have given.
struct TakenBackTests {
    /// In the second edition one figure is another, one is suppressed, one is not reported and one place is no more.
    private static let first = [
        SamplePackage.observation("A1", "90", known(12)), SamplePackage.observation("A1", "901", known(3)),
        SamplePackage.observation("A1", "902", known(7)), SamplePackage.observation("A1", "903", known(5)),
    ]
    private static let second = [
        SamplePackage.observation("A1", "90", known(14)), SamplePackage.observation("A1", "901", absent(.suppressed)),
        SamplePackage.observation("A1", "902", absent(.notReported)),
    ]

    private func earlier(_ observations: [Observation]) -> EarlierPackage {
        let package = SamplePackage.package(observations)
        return EarlierPackage(
            name: package.name,
            parts: [
                ("sdmx-2026-10-leadership.csv", SDMXCSV.bytes(package)),
                ("dhis2-2026-10-leadership.csv", DHIS2CSV.bytes(package) ?? []),
            ])
    }

    private func rows(_ bytes: [UInt8]?) -> [[String]] {
        String(decoding: bytes ?? [], as: UTF8.self).split(separator: "\r\n").dropFirst().map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
    }

    @Test func `a store of DHIS2 loses what is masked, missing or gone`() {
        var store: [[String]: String] = [:]
        func load(_ bytes: [UInt8]?) { for row in rows(bytes) { store[Array(row.prefix(5))] = row[5] } }
        load(DHIS2CSV.bytes(SamplePackage.package(Self.second)))
        let wanted = store
        store = [:]
        load(DHIS2CSV.bytes(SamplePackage.package(Self.first)))
        let deletions = DHIS2CSV.deletions(SamplePackage.package(Self.second), after: [earlier(Self.first)])
        #expect(rows(deletions).count == 3)
        for row in rows(deletions) { store[Array(row.prefix(5))] = nil }
        load(DHIS2CSV.bytes(SamplePackage.package(Self.second)))
        #expect(store == wanted && store.count == 1)
        #expect(DHIS2CSV.deletions(SamplePackage.package(Self.first), after: []) == nil)
        #expect(DHIS2CSV.deletions(SamplePackage.package(Self.first), after: [earlier(Self.second)]) == nil)
    }

    @Test func `a store of SDMX follows the actions of each row`() {
        var store: [[String]: [String]] = [:]
        func load(_ bytes: [UInt8]) {
            for row in rows(bytes) { store[Array(row[3...6])] = row[2] == "D" ? nil : Array(row[7...]) }
        }
        load(SDMXCSV.bytes(SamplePackage.package(Self.second)))
        let wanted = store
        // The control: the second loaded as it were the first leaves what is gone.
        load(SDMXCSV.bytes(SamplePackage.package(Self.first)))
        load(SDMXCSV.bytes(SamplePackage.package(Self.second)))
        #expect(store != wanted)
        store = [:]
        load(SDMXCSV.bytes(SamplePackage.package(Self.first)))
        let bytes = SDMXCSV.bytes(SamplePackage.package(Self.second), after: [earlier(Self.first)])
        load(bytes)
        #expect(store == wanted)
        #expect(rows(bytes).map { $0[2] } == ["R", "R", "R", "D"])
        #expect(rows(SDMXCSV.bytes(SamplePackage.package(Self.first))).allSatisfy { $0[2] == "I" && $0.count == 15 })
    }
}
