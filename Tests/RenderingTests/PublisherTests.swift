import Foundation
import Reporting
import Spreadsheet
import TestSupport
import Testing

@testable import Rendering

struct PublisherTests {
    private let folder: TemporaryFolder
    private var period: String { "\(folder.path)/2026-10" }

    init() throws { folder = try TemporaryFolder() }

    /// Publishes a set of one file.
    private func publish(_ text: String, as name: String = "du-thao") throws -> Publisher.Outcome {
        try Publisher(in: period).publish(as: name) { path in try write(text, into: path) }
    }

    private func write(_ text: String, into path: String) throws -> [SetFile] {
        let folder = SetFolder(path: path)
        try folder.write(Array(text.utf8), to: "a.txt")
        return [try folder.file("a.txt")]
    }

    private func content(_ name: String = "du-thao") -> String? {
        try? String(contentsOfFile: "\(period)/\(name)/a.txt", encoding: .utf8)
    }

    private var entries: [String] { ((try? FileManager.default.contentsOfDirectory(atPath: period)) ?? []).sorted() }

    @Test func `what stays the same keeps its time, and what changes does not`() throws {
        func publish(_ texts: [String: String]) throws {
            _ = try Publisher(in: period).publish(as: "du-thao") { path in
                let folder = SetFolder(path: path)
                try SetFolder(path: folder.path(of: "phieu")).create()
                return try texts.sorted { $0.key < $1.key }.map { name, text in
                    try folder.write(Array(text.utf8), to: name)
                    return try folder.file(name)
                }
            }
        }
        func time(_ name: String) throws -> Date? {
            try FileManager.default.attributesOfItem(atPath: "\(period)/du-thao/\(name)")[.modificationDate] as? Date
        }
        try publish(["phieu/a.txt": "một", "phieu/b.txt": "hai"])
        let past = Date(timeIntervalSince1970: 1_700_000_000)
        for name in ["phieu/a.txt", "phieu/b.txt"] {
            try FileManager.default.setAttributes(
                [.modificationDate: past], ofItemAtPath: "\(period)/du-thao/\(name)")
        }
        try publish(["phieu/a.txt": "một", "phieu/b.txt": "ba"])
        #expect(try time("phieu/a.txt") == past)
        #expect(try time("phieu/b.txt") != past)
    }

    @Test func `a set takes the place of the one before, whole`() throws {
        #expect(try publish("một").files.map(\.name) == ["a.txt"])
        _ = FileManager.default.createFile(atPath: "\(period)/du-thao/cu.txt", contents: Data())
        guard case .published(let files) = try publish("hai") else {
            Issue.record("not published")
            return
        }
        #expect(files[0].size == 3 && files[0].sha256.count == 64)
        #expect(content() == "hai")
        #expect(try FileManager.default.contentsOfDirectory(atPath: "\(period)/du-thao") == ["a.txt"])
        #expect(entries == ["du-thao"])
    }

    @Test func `an old set is kept whole where whoever knows it says so`() throws {
        _ = try publish("một")
        var looked = ""
        // Put there while the new set is being built, when all that was there has been looked at.
        func exchange(_ text: String, keeping: String?) throws {
            _ = try Publisher(in: period).publish(
                as: "du-thao",
                keeping: { old in
                    looked = old
                    return keeping
                },
                build: { path in
                    try Data("ghi chú".utf8).write(to: URL(fileURLWithPath: "\(period)/du-thao/ghi-chu.docx"))
                    return try write(text, into: path)
                })
        }
        try exchange("hai", keeping: "\(period)/giu-lai")
        #expect(content() == "hai" && content("giu-lai") == "một")
        #expect(FileManager.default.fileExists(atPath: "\(period)/giu-lai/ghi-chu.docx"))
        #expect(entries == ["du-thao", "giu-lai"])
        try exchange("ba", keeping: nil)
        #expect(looked.hasPrefix("\(period)/.dang-lam-") && entries == ["du-thao", "giu-lai"])
    }

    @Test func `a link or a file in the place of a set goes, and nothing of what the link leads to`() throws {
        let root = try TemporaryFolder()
        let (own, place) = ("\(root.path)/own", "\(root.path)/sets/du-thao")
        try FileManager.default.createDirectory(atPath: own, withIntermediateDirectories: true)
        try FileManager.default.createDirectory(atPath: "\(root.path)/sets", withIntermediateDirectories: true)
        try Data("mine".utf8).write(to: URL(fileURLWithPath: "\(own)/a"))
        let publisher = Publisher(in: "\(root.path)/sets")
        for isLink in [true, false] {
            try? FileManager.default.removeItem(atPath: place)
            if isLink {
                try FileManager.default.createSymbolicLink(atPath: place, withDestinationPath: own)
            } else {
                try Data("x".utf8).write(to: URL(fileURLWithPath: place))
            }
            _ = try publisher.publish(as: "du-thao") { folder in
                try SetFolder.write([0x31], at: "\(folder)/b")
                return [try SetFolder(path: folder).file("b")]
            }
            #expect(try FileManager.default.contentsOfDirectory(atPath: "\(root.path)/sets") == ["du-thao"])
            #expect(try FileManager.default.contentsOfDirectory(atPath: place) == ["b"])
            #expect(try String(contentsOfFile: "\(own)/a", encoding: .utf8) == "mine")
        }
    }

    @Test func `an equal set is not exchanged`() throws {
        _ = try publish("một")
        let before = try FileManager.default.attributesOfItem(atPath: "\(period)/du-thao")[.systemFileNumber] as? Int
        let outcome = try publish("một")
        #expect(outcome == .unchanged(outcome.files))
        let after = try FileManager.default.attributesOfItem(atPath: "\(period)/du-thao")[.systemFileNumber] as? Int
        #expect(before == after && before != nil)
        #expect(entries == ["du-thao"])
    }

    @Test func `what a killed run left behind is removed, and nothing else`() throws {
        _ = try publish("một", as: "lan-1")
        let (left, file) = (".dang-lam-0abc1234567xy", ".dang-lam-1abc1234567xy")
        try FileManager.default.createDirectory(
            atPath: "\(period)/\(left)/phieu-phan-hoi", withIntermediateDirectories: true)
        _ = FileManager.default.createFile(atPath: "\(period)/\(left)/phieu-phan-hoi/x.txt", contents: Data())
        _ = FileManager.default.createFile(atPath: "\(period)/\(file)", contents: Data())
        let others = [".dang-lam-cua-toi", ".dang-lam-x"]
        for name in others {
            try FileManager.default.createDirectory(atPath: "\(period)/\(name)/a", withIntermediateDirectories: true)
        }
        _ = try publish("hai")
        #expect(entries == others + ["du-thao", "lan-1"])
    }

    @Test func `a set that another run is building stays, however the two meet`() throws {
        _ = try Publisher(in: period).publish(as: "lan-1") { path in
            let files = try write("một", into: path)
            _ = try publish("hai", as: "lan-2")
            _ = try Publisher(in: period).publish(into: "xuat") { _ in [] }
            try Publisher(in: period).publish(new: "lan-3") { try write("ba", into: $0) }
            return files
        }
        #expect(["lan-1", "lan-2", "lan-3"].map { content($0) } == ["một", "hai", "ba"])
        #expect(entries == ["lan-1", "lan-2", "lan-3"])
    }

    @Test func `what is new takes no place but an empty folder's`() throws {
        let manager = FileManager.default
        try manager.createDirectory(atPath: "\(period)/trong", withIntermediateDirectories: true)
        try Publisher(in: period).publish(new: "trong") { try write("một", into: $0) }
        #expect(content("trong") == "một")
        _ = manager.createFile(atPath: "\(period)/tep", contents: Data())
        try manager.createSymbolicLink(atPath: "\(period)/lien-ket", withDestinationPath: "trong")
        for name in ["trong", "tep", "lien-ket"] {
            #expect(throws: PublishError.self) {
                try Publisher(in: period).publish(new: name) { try write("hai", into: $0) }
            }
        }
        #expect(content("trong") == "một")
        #expect(entries == ["lien-ket", "tep", "trong"])
    }

    @Test func `a set that lacks a file, or has one cut short or too many, is not shown`() throws {
        _ = try publish("một")
        let faults: [(SetFolder) throws -> Void] = [
            { _ = unlink($0.path(of: "a.txt")) },
            { _ = truncate($0.path(of: "a.txt"), 1) },
            { try $0.write([1], to: "b.txt") },
        ]
        for fault in faults {
            #expect {
                try Publisher(in: period).publish(as: "du-thao") { path in
                    let files = try write("hai", into: path)
                    try fault(SetFolder(path: path))
                    return files
                }
            } throws: { ($0 as? PublishError)?.reason == .incomplete }
        }
        #expect(content() == "một")
        #expect(entries == ["du-thao"])
    }

    @Test func `a set that cannot be made leaves the one before`() throws {
        _ = try publish("một")
        let refused = SpreadsheetError(.refused, "write", "no")
        #expect(throws: PublishError.self) {
            try Publisher(in: period).publish(as: "du-thao") { path in
                _ = try write("hai", into: path)
                throw refused
            }
        }
        #expect(content() == "một")
        #expect(entries == ["du-thao"])
    }

    @Test func `a file that cannot take its name leaves nothing behind, nor does one that a killed run was writing`()
        throws
    {
        let root = SetFolder(path: folder.path)
        let publisher = Publisher(in: folder.path)
        try SetFolder(path: root.path(of: "ngay.txt")).create()
        #expect(throws: PublishError.self) { try publisher.put(Array("một".utf8), as: "ngay.txt") }
        #expect(try SetFolder.entries(of: folder.path).map(\.name) == ["ngay.txt"])
        try root.write([1], to: PrivateFolder.randomName())
        try publisher.put(Array("hai".utf8), as: "tuan.txt")
        #expect(try SetFolder.entries(of: folder.path).map(\.name).sorted() == ["ngay.txt", "tuan.txt"])
        #expect(try root.read("tuan.txt") == Array("hai".utf8))
    }

    @Test func `what else stops the building is thrown as it is`() throws {
        struct Stopped: Error {}
        #expect(throws: Stopped.self) { try Publisher(in: period).publish(as: "du-thao") { _ in throw Stopped() } }
        #expect(entries.isEmpty)
    }

    @Test func `a whole set of reports is published once and then unchanged`() throws {
        let set = SampleSet.draft()
        let first = try Publisher(in: period).publish(as: "du-thao") { try SetRenderer().write(set, to: $0) }
        #expect(first == .published(first.files))
        let second = try Publisher(in: period).publish(as: "du-thao") { try SetRenderer().write(set, to: $0) }
        #expect(second == .unchanged(first.files))
        let third = try Publisher(in: period).publish(as: "du-thao") {
            try SetRenderer().write(SampleSet.draft(heading: "KHÁC", returns: ["ca"]), to: $0)
        }
        #expect(third == .published(third.files))
        #expect(third.files.count == 20)
    }

    @Test func `a missing parent is told with what to do, in both languages`() {
        let error = #expect(throws: PublishError.self) {
            try Publisher(in: "\(folder.path)/khong/co").publish(as: "du-thao") { _ in [] }
        }
        #expect(error?.reason == .system(2))
        #expect(
            error?.text.vi
                == "chưa công bố được bộ báo cáo, “\(folder.path)/khong/co”: không có thư mục; kiểm tra ổ đĩa "
                + "và thư mục rồi chạy lại; bộ báo cáo trước vẫn giữ nguyên")
        #expect(error?.text.en.contains("there is no such folder; check the disk") == true)
    }
}
