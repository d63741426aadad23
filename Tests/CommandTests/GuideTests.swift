import Foundation
import Testing

/// The operator's guide: what it tells people to type does what it says.
struct GuideTests {
    private static let guide = try? String(
        contentsOf: SmallOffice.repository.appendingPathComponent("HUONG-DAN.md"), encoding: .utf8)

    /// The blocks between fences of a kind, in order.
    static func blocks(_ kind: String, in text: String) -> [String] {
        var blocks: [String] = []
        var block: [Substring]?
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if let lines = block {
                if line == "```" {
                    blocks.append(lines.joined(separator: "\n"))
                    block = nil
                } else {
                    block = lines + [line]
                }
            } else if line == "```\(kind)" {
                block = []
            }
        }
        return blocks
    }

    @Test func `every command of the guide runs, in its order, on a small office`() throws {
        let text = try #require(Self.guide)
        let office = try SmallOffice()
        let program = try #require(BuiltProgram(), "the program is not built")
        // The guide's months are those of the sample, whatever the day.
        let wrapper = """
            #!/bin/sh
            case " $* " in *" --now "*) exec '\(program.path)' "$@" ;; esac
            exec '\(program.path)' "$@" --now 2026-10-21T09:00+07:00
            """
        try FileManager.default.createDirectory(at: office.url("bin"), withIntermediateDirectories: true)
        try Data(wrapper.utf8).write(to: office.url("bin/tonghop"))
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: office.url("bin/tonghop").path)
        let blocks = Self.blocks("sh", in: text)
        let commands = blocks.flatMap { $0.split(separator: "\n") }
        #expect(commands.count > 20)
        for command in commands {
            // The officer's correction arrives where the guide has it arrive.
            if command.hasPrefix("tonghop changes") {
                try office.replace("Lần gửi: 1", by: "Lần gửi: 2", in: "2026-10/SDT-02-tt.csv")
                try office.replace("Bản Mây;4;240", by: "Bản Mây;5;240", in: "2026-10/SDT-02-tt.csv")
                try office.replace("Tổng cộng;;;13", by: "Tổng cộng;;;14", in: "2026-10/SDT-02-tt.csv")
                _ = try office.run(["run", "2026-10", "--quiet"])
            }
            // The other disk is a folder beside the office's.
            let line = command.replacingOccurrences(of: "/mnt/sao-luu", with: "../sao-luu")
            let ending = try office.shell(line)
            #expect(ending.exit <= 1, "\(command): \(ending)")
        }
        for path in [
            "bieu-mau/CA-03-an-2026-11.xlsx", "reports/2026-10/lan-1/manifest.json",
            "reports/2026-10/lan-2/manifest.json", "reports/2026-10/xuat/2026-10-lan-1-partners/SHA256SUMS",
            "lan-1-lay-lai/manifest.json", "reports-moi/ledger.sqlite", "so-ngay-21/tong-hop-2026-10.xlsx",
            "tonghop.json",
        ] {
            #expect(FileManager.default.fileExists(atPath: office.url(path).path), "\(path)")
        }
    }

    @Test func `every picture and file that the guide names is there`() throws {
        let text = try #require(Self.guide)
        let pictures = text.matches(of: /!\[[^\]]+\]\(([^)]+)\)/).map { String($0.output.1) }
        #expect(pictures.count >= 3)
        for picture in pictures {
            let data = try Data(contentsOf: SmallOffice.repository.appendingPathComponent(picture))
            #expect(data.starts(with: [0x89, 0x50, 0x4E, 0x47]) && data.count < 200_000, "\(picture): \(data.count)")
        }
    }

    @Test func `every mark of the tables is explained`() throws {
        let text = try #require(Self.guide)
        for mark in ["`-`", "`...`", "`CB`", "`x`", "`(bm)`", "`KSS`", "(sb)`", "(đc)`"] {
            #expect(text.contains("| \(mark)") || text.contains(mark), "\(mark)")
        }
    }
}
