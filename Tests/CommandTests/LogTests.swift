import Foundation
import Office
import Testing

@testable import tonghop

struct LogTests {
    @Test func `a run that has nothing to say is silent, and its log has a line an event`() throws {
        let office = try SmallOffice(isClean: true)
        let ending = try office.run(["run", "2026-10", "--quiet", "--log", "nhat-ky.log"])
        #expect(ending.exit == 0)
        #expect(ending.output.isEmpty && ending.errors.isEmpty, "\(ending)")
        let lines = try office.text("nhat-ky.log").split(separator: "\n")
        let events = lines.map { $0.split(separator: " ")[2] }
        #expect(events.first == "begun" && events.last == "ended")
        #expect(events.count { $0 == "file-taken-in" } == 9)
        #expect(lines.allSatisfy { $0.hasPrefix("2026-10-17T02:00:00Z info ") })
        #expect(lines.contains { $0.hasSuffix("draft-made changed=yes owed=4 period=2026-10 received=4") })
    }

    @Test func `as JSON every line is an object with a time, a level and an event`() throws {
        let office = try SmallOffice()
        let ending = try office.run(["run", "2026-10", "--quiet", "--log", "nhat-ky.json", "--log-format", "json"])
        #expect(ending.exit == 1)
        let lines = try office.text("nhat-ky.json").split(separator: "\n")
        #expect(lines.count > 9)
        for line in lines {
            let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: String])
            #expect(object["time"] == "2026-10-17T02:00:00Z" && object["level"] != nil && object["event"] != nil)
        }
    }

    @Test func `what stops a command is an error in the log`() throws {
        let office = try SmallOffice()
        try FileManager.default.removeItem(at: office.url("inputs/catalogue"))
        #expect(try office.run(["run", "2026-10", "--log", "nhat-ky.log"]).exit == 2)
        let log = try office.text("nhat-ky.log")
        #expect(log.contains("error stopped command=run reason="))
        #expect(log.contains("ended command=run exit=2"))
    }

    @Test func `a log that cannot be written is said once, and stops nothing`() throws {
        let office = try SmallOffice(isClean: true)
        let ending = try office.run(["run", "2026-10", "--quiet", "--log", "không-có/nhat-ky.log"])
        #expect(ending.exit == 0)
        #expect(ending.errors.split(separator: "\n").count == 1)
        #expect(FileManager.default.fileExists(atPath: office.url("reports/2026-10/du-thao/manifest.json").path))
    }

    @Test func `no text of a cell of a file with personal data is anywhere`() throws {
        let office = try SmallOffice()
        let name = "Hoàng Văn Thụ Lâm"
        let rows = """
            \u{FEFF}Biểu số: 05/VỤ
            Kỳ báo cáo: Tháng 10 năm 2026
            Đơn vị gửi: Công an tỉnh

            TT;Ngày tiếp nhận;Mã xã;Xã, phường;Loại vụ việc;Vai trò;Số vụ;Số đối tượng;Họ và tên;Số CCCD
            1;20/09/2026;90101;Bản Mây;Ma túy Zyxwvu;Chủ trì;2;4;\(name);014090007713
            """
        let path = "2026-10/CA-05-vu-0912345678.csv"
        try Data(rows.utf8).write(to: office.submission(path))
        let quiet = try office.run(
            ["run", "2026-10", "--log", "nhat-ky.log", "--format", "json"])
        let english = try office.run([
            "run", "2026-10", "--lang", "en", "--log", "nhat-ky.json", "--log-format", "json",
        ])
        let doctor = try office.run(["doctor", "--log", "nhat-ky.log"])
        #expect(try office.text("nhat-ky.log").contains("warning file-refused"))
        let secrets = [name, "014090007713", "Zyxwvu", "0912345678", "090007713"].map { Data($0.utf8) }
        var outputs = [quiet, english, doctor].map { Data(($0.output + $0.errors).utf8) }
        for folder in ["reports", "nhat-ky.log", "nhat-ky.json"] {
            let url = office.url(folder)
            let below = (FileManager.default.enumerator(atPath: url.path)?.allObjects as? [String] ?? []).sorted()
            outputs += (below.isEmpty ? [url] : below.map { url.appendingPathComponent($0) }).compactMap {
                try? Data(contentsOf: $0)
            }
        }
        #expect(outputs.count > 20)
        for secret in secrets {
            #expect(!outputs.contains { $0.range(of: secret) != nil }, "\(String(decoding: secret, as: UTF8.self))")
        }
    }

    private static func line(_ number: Int) -> String { "2026-10-17T02:00:00Z info x dòng=\(number)" }

    /// What somebody else has written is neither added to, nor renamed, nor replaced in the end.
    @Test func `a file that is no log is left as it is`() throws {
        let office = try SmallOffice(isClean: true)
        let long = String(repeating: "lời ", count: 500)
        for name in ["luan-van.docx", "a.log.1", "b.log.2"] {
            try Data("\(name) \(long)".utf8).write(to: office.url(name))
        }
        let submission = office.submission("2026-10/CA-03-an.csv")
        let before = try Data(contentsOf: submission)
        for path in ["luan-van.docx", "inputs/submissions/2026-10/CA-03-an.csv"] {
            let ending = try office.run(["run", "2026-10", "--quiet", "--log", path])
            #expect(ending.exit == 0 && ending.errors.contains("không phải nhật ký"), "\(ending)")
        }
        #expect(try office.run(["run", "2026-10", "--quiet", "--log", "reports/ledger.head"]).exit == 0)
        #expect(try office.run(["verify"]).exit == 0)
        for name in ["a.log", "b.log"] {
            for _ in 0..<8 {
                _ = try office.run(["run", "2026-10", "--quiet", "--log", name, "--log-size", "1", "--log-files", "3"])
            }
            // Its lines are kept all the same.
            #expect(try office.text(name).split(separator: "\n").count > 8)
        }
        #expect(try Data(contentsOf: submission) == before)
        for name in ["luan-van.docx", "a.log.1", "b.log.2"] { #expect(try office.text(name) == "\(name) \(long)") }
        // The control: beside no such file the log is put aside.
        for _ in 0..<8 { _ = try office.run(["run", "2026-10", "--quiet", "--log", "c.log", "--log-size", "1"]) }
        #expect(FileManager.default.fileExists(atPath: office.url("c.log.1").path))
    }

    @Test func `lines of both forms are known as such`() {
        for format in [OutputFormat.text, .json] {
            let line = LogLine(format: format, now: nil).text(level: "info", event: "x", details: ["a": "b"])
            #expect(LogText.begins(line) && LogText.begins(line + "\nkhác"))
        }
        for text in ["", "x", "TT;Mã xã", "{\"a\":1}", "2026-10-17 info x", "2026-10-17T02:00:00Z chuyện x"] {
            #expect(!LogText.begins(text), "\(text)")
        }
    }

    @Test func `a full log file is put aside, and the oldest go`() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("nhật ký \(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = RotatingFile(path: folder.appendingPathComponent("a.log").path, bytesMax: 100, keptMax: 2)
        for number in 10..<50 { try file.write(Self.line(number), isUrgent: false) }
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        #expect(names == ["a.log", "a.log.1", "a.log.2"])
        let lines = try names.reversed().flatMap {
            try String(contentsOf: folder.appendingPathComponent($0), encoding: .utf8).split(separator: "\n")
        }
        // Nothing between the oldest kept and the newest is lost, and no file passes its size.
        #expect(lines == (50 - lines.count..<50).map { Substring(Self.line($0)) })
        #expect(lines.count >= 5)
        for name in names {
            #expect(try Data(contentsOf: folder.appendingPathComponent(name)).count <= 100)
        }
    }

    @Test func `many writers at once lose no line while the file is put aside`() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("nhật ký \(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = RotatingFile(path: folder.appendingPathComponent("a.log").path, bytesMax: 400, keptMax: 99)
        DispatchQueue.concurrentPerform(iterations: 200) { try? file.write(Self.line($0 + 1_000), isUrgent: false) }
        let lines = try FileManager.default.contentsOfDirectory(atPath: folder.path).flatMap {
            try String(contentsOf: folder.appendingPathComponent($0), encoding: .utf8).split(separator: "\n")
        }
        #expect(lines.map(String.init).sorted() == (0..<200).map { Self.line($0 + 1_000) })
    }

    @Test func `a value with blanks or quotes stands in quotes, and control characters are shown`() {
        let line = LogLine(format: .text, now: nil)
        let text = line.text(
            level: "info", event: "x", details: ["a": "b c", "d": "e\"f", "g": "", "h": "i\nj", "k": "\u{9B}l"])
        #expect(text.hasSuffix(" info x a=\"b c\" d=\"e\\\"f\" g=\"\" h=\"i j\" k=\u{FFFD}l"))
    }

    @Test func `the journal takes a line with its priority by its own socket`() throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("j-\(UUID().uuidString)").path
        defer { unlink(path) }
        let descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
        defer { close(descriptor) }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { place in
            for (index, byte) in path.utf8.enumerated() { place[index] = byte }
        }
        let bound = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        try #require(bound == 0)
        try Journal(path: path).write("một việc", isUrgent: true)
        var buffer = [UInt8](repeating: 0, count: 256)
        let count = recv(descriptor, &buffer, buffer.count, 0)
        #expect(
            String(decoding: buffer.prefix(max(0, count)), as: UTF8.self)
                == "PRIORITY=4\nSYSLOG_IDENTIFIER=tonghop\nMESSAGE=một việc\n")
        #expect(throws: (any Error).self) { try Journal(path: "/không/có").write("một việc", isUrgent: false) }
    }
}
