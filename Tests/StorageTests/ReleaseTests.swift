import Digest
import Domain
import Storage
import Testing

struct ReleaseTests {
    private let place = Workplace()
    private let period = Period(Month(index: 2026 * 12 + 9))

    private func edition(_ number: Int = 1) -> (Edition, [(name: String, bytes: [UInt8])]) {
        let bytes = Array("figures \(number)".utf8)
        let file = Edition.File(name: "a.txt", sha256: SHA256Digest.of(bytes).hex, size: bytes.count)
        return (
            Edition(
                period: period, number: number, issuedAt: now, contentDigest: SHA256Digest.of("\(number)").hex,
                files: [file]), [("a.txt", bytes)]
        )
    }

    private func release(
        _ audience: Audience, _ detail: Release.Detail = .protected, edition: Int = 1, text: String = "shown"
    ) -> (Release, [[UInt8]]) {
        var contents: [(Release.File.Role, String, [UInt8])] = [
            (.part, "so-lieu.csv", Array(text.utf8)), (.seen, "seen", Array("\(audience) \(text)".utf8)),
        ]
        if detail == .protected { contents.append((.mask, "mask", Array("mask \(audience)".utf8))) }
        let files = contents.map {
            Release.File(role: $0.0, name: $0.1, sha256: SHA256Digest.of($0.2).hex, size: $0.2.count)
        }
        return (
            Release(period: period, edition: edition, audience: audience, detail: detail, files: files),
            contents.map(\.2)
        )
    }

    private func ledgerWithEdition() throws -> Ledger {
        let ledger = try Ledger.forWriting(place.ledger)
        try ledger.write(recordedAt: now) { writer in
            let (edition, files) = edition()
            try writer.record(edition: edition, files: files)
        }
        return ledger
    }

    @Test func `what an audience was given comes back, in the order in which it was given`() throws {
        let ledger = try ledgerWithEdition()
        let all = [release(.public), release(.leadership), release(.leadership, .full), release(.partners)]
        for (release, files) in all {
            try ledger.write(recordedAt: now) { try $0.record(release: release, files: files) }
        }
        #expect(try ledger.read { try $0.releases() } == all.map(\.0))
        #expect(try ledger.read { try $0.releases(to: .leadership) } == [all[1].0, all[2].0])
        #expect(try ledger.read { try $0.newestEntryAsRelease() } == all[3].0)
        let seen = try #require(all[0].0.files(.seen).first)
        #expect(try ledger.read { try $0.blob(sha256: seen.sha256) } == all[0].1[1])
        #expect(try ledger.verify() == [])
    }

    @Test func `the same again changes nothing, and what is given anew is another entry`() throws {
        let ledger = try ledgerWithEdition()
        let (given, files) = release(.partners)
        try ledger.write(recordedAt: now) { try $0.record(release: given, files: files) }
        let head = try ledger.read { try $0.head }
        try ledger.write(recordedAt: now) { try $0.record(release: given, files: files) }
        #expect(try ledger.read { try $0.head } == head)
        let (other, otherFiles) = release(.partners, text: "shown otherwise")
        try ledger.write(recordedAt: now) { try $0.record(release: other, files: otherFiles) }
        #expect(try ledger.read { try $0.releases() } == [given, other])
    }

    @Test func `nothing is recorded of an edition that is not there, or without its bytes`() throws {
        let ledger = try ledgerWithEdition()
        let head = try ledger.read { try $0.head }
        let (unknown, files) = release(.public, edition: 2)
        #expect(throws: LedgerError.self) {
            try ledger.write(recordedAt: now) { try $0.record(release: unknown, files: files) }
        }
        let (given, own) = release(.public)
        #expect(throws: LedgerError.self) {
            try ledger.write(recordedAt: now) { try $0.record(release: given, files: Array(own.dropLast())) }
        }
        #expect(throws: LedgerError.self) {
            try ledger.write(recordedAt: now) { try $0.record(release: given, files: own.map { $0 + [0] }) }
        }
        #expect(try ledger.read { try $0.head } == head)
        #expect(try ledger.read { try $0.newestEntryAsRelease() } == nil)
    }
}
