import Foundation
import Rendering
import TestSupport
import Testing

struct PublishedEntriesTests {
    private let folder: TemporaryFolder
    private var period: String { "\(folder.path)/2026-10" }
    private var place: String { "\(period)/xuat" }

    init() throws { folder = try TemporaryFolder() }

    /// Publishes a folder of one file and another file beside it.
    private func publish(_ text: String, as name: String, outOfDate: Set<String> = []) throws -> Bool {
        try Publisher(in: period).publish(into: "xuat") { path in
            try FileManager.default.createDirectory(atPath: "\(path)/\(name)", withIntermediateDirectories: false)
            try Data(text.utf8).write(to: URL(fileURLWithPath: "\(path)/\(name)/a.txt"))
            try Data(text.utf8).write(to: URL(fileURLWithPath: "\(path)/\(name).zip"))
            return outOfDate
        }
    }

    private func number(_ name: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: "\(place)/\(name)")[.systemFileNumber] as? Int
    }

    private func text(_ name: String) throws -> String {
        try String(contentsOfFile: "\(place)/\(name)", encoding: .utf8)
    }

    private var names: [String] { ((try? FileManager.default.subpathsOfDirectory(atPath: place)) ?? []).sorted() }

    @Test func `what stands there already stays, as the very same files`() throws {
        #expect(try publish("một", as: "lan-1"))
        try Data("riêng".utf8).write(to: URL(fileURLWithPath: "\(place)/ghi chú.txt"))
        let numbers = try ["lan-1/a.txt", "lan-1.zip", "ghi chú.txt"].map(number)
        #expect(try publish("hai", as: "lan-2"))
        #expect(try ["lan-1/a.txt", "lan-1.zip", "ghi chú.txt"].map(number) == numbers)
        #expect(names == ["ghi chú.txt", "lan-1", "lan-1.zip", "lan-1/a.txt", "lan-2", "lan-2.zip", "lan-2/a.txt"])
        #expect(try publish("ba", as: "lan-1"))
        #expect(try text("lan-1/a.txt") == "ba" && text("lan-1.zip") == "ba" && text("lan-2/a.txt") == "hai")
    }

    @Test func `the same again exchanges nothing, and a foreign file in it makes it another`() throws {
        #expect(try publish("một", as: "lan-1"))
        let before = try number("")
        #expect(try !publish("một", as: "lan-1"))
        #expect(try number("") == before)
        try Data("thừa".utf8).write(to: URL(fileURLWithPath: "\(place)/lan-1/thừa.txt"))
        #expect(try publish("một", as: "lan-1"))
        #expect(names == ["lan-1", "lan-1.zip", "lan-1/a.txt"])
    }

    @Test func `what is out of date goes, and nothing changes where the work fails`() throws {
        #expect(try publish("một", as: "lan-1"))
        try Data("in".utf8).write(to: URL(fileURLWithPath: "\(place)/lan-1.pdf"))
        #expect(try publish("một", as: "lan-1", outOfDate: ["lan-1.pdf", "lan-1"]))
        #expect(names == ["lan-1", "lan-1.zip", "lan-1/a.txt"])
        struct Stop: Error {}
        #expect(throws: Stop.self) {
            _ = try Publisher(in: period).publish(into: "xuat") { path in
                try Data("dở".utf8).write(to: URL(fileURLWithPath: "\(path)/lan-1.zip"))
                throw Stop()
            }
        }
        #expect(try text("lan-1.zip") == "một")
        #expect(try FileManager.default.contentsOfDirectory(atPath: period) == ["xuat"])
    }
}
