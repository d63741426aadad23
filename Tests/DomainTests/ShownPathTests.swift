import TestSupport
import Testing

@testable import Domain

struct ShownPathTests {
    @Test(arguments: [
        ("2026-10/CCCD 014085001234.csv", "2026-10/CCCD **********34.csv"),
        ("2026-10/0912345678-an.csv", "2026-10/********78-an.csv"),
        ("2026-10/sđt 0912 345 678.csv", "2026-10/sđt **** *** *78.csv"),
        ("2026-10/CMND_050123456.csv", "2026-10/CMND_*******56.csv"),
        ("2026-10/Lò Văn Thử 0912345678.csv", "2026-10/** *** *** **********.csv"),
    ]) func `a number that identifies a person is hidden but for its end`(_ path: String, _ shown: String) {
        #expect(ShownPath(path).text == shown)
        #expect(ShownPath(path).hidesIdentifier)
        #expect(SourceFile(path: path, bytes: []).hasPersonalName)
        #expect(SourceFile(path: path, bytes: []).path == shown)
    }

    @Test(arguments: [
        "2026-10/CAT-03-an.csv", "2026-10/X03985-03-an.csv", "2026-10/STP_03-20261015.csv",
        "2026-10/20261014090000.csv",
        "2026-10/bao cao 15.10.2026 lan 2.csv", "2026-10/Scan 2026 10 14 0900.csv", "2026-10/2026-10-14-0900.csv",
        "2026-10/Đơn vị – tháng 10.csv", "2026-10/202610140900.csv",
    ]) func `dates, periods and codes stay as they are`(_ path: String) {
        #expect(ShownPath(path).text == path)
        #expect(!ShownPath(path).hidesIdentifier)
    }

    @Test func `nothing in a name steers a terminal or turns the writing round`() {
        #expect(ShownPath("a\u{1B}[31m\n\u{202E}vsc.csv\u{9B}").text == "a\u{FFFD}[31m\u{FFFD}\u{FFFD}vsc.csv\u{FFFD}")
    }

    /// Names of plain letters are passed over by their bytes: none of what may be a person's must be among them.
    @Test func `what the bytes of a name pass over is found by nobody else`() {
        let pieces = [
            "ong", "Ong", "ba", "chi", "Lo", "Van", "An", "Nguyen", "Thi", "la", "LO", "VAN", "AN", "DS", "danh",
            "sach",
            "sinh", "SN", "ns", "nam", "1985", "12", "03", "7", "0912", "CCCD", "sdt", "x@y.vn", "BDT", "tt", "xlsx",
            "(", ":",
        ]
        let gaps = ["-", "_", " ", ".", "", "/"]
        var generator = SeededGenerator(seed: 20)
        var (hidden, plain) = (0, 0)
        for _ in 0..<5_000 {
            var name = ""
            for _ in 0..<Int.random(in: 1...6, using: &generator) {
                name += (pieces.randomElement(using: &generator) ?? "") + (gaps.randomElement(using: &generator) ?? "")
            }
            name += ".csv"
            let isFound = name.split(separator: "/").contains { PersonInFileName(String($0)).isFound }
            #expect(ShownPath("2026-10/\(name)").hidesIdentifier == isFound, "\(name)")
            if isFound { hidden += 1 } else { plain += 1 }
        }
        #expect(hidden > 200 && plain > 200)
    }
}
