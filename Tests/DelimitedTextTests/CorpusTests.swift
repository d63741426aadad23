import DelimitedText
import Foundation
import Testing

/// Cases that others published; they lie outside the project.
struct CorpusTests {
    private func file(_ path: String, published: String) -> Data? {
        guard let folder = ProcessInfo.processInfo.environment["TONGHOP_CORPORA"] else {
            print("not run: \(path) (set TONGHOP_CORPORA to the folder that holds it; published at \(published))")
            return nil
        }
        let data = FileManager.default.contents(atPath: folder + "/" + path)
        #expect(data != nil, "\(folder)/\(path) is missing")
        return data
    }

    @Test(arguments: [
        "comma_in_quotes", "empty", "empty_crlf", "escaped_quotes", "json", "newlines", "newlines_crlf",
        "quotes_and_newlines", "simple", "simple_crlf", "utf8",
    ])
    func `csv-spectrum reads as its JSON says`(name: String) throws {
        let home = "https://github.com/max-mapper/csv-spectrum"
        guard let csv = file("csv-spectrum/csvs/\(name).csv", published: home),
            let json = file("csv-spectrum/json/\(name).json", published: home)
        else { return }
        let expected = try JSONDecoder().decode([[String: String]].self, from: json)
        let rows = DelimitedDocument(Array(csv)).rows()
        let header = try #require(rows.first).fields
        let objects = rows.dropFirst().map { row in
            Dictionary(zip(header, row.fields), uniquingKeysWith: { _, last in last })
        }
        #expect(objects == expected)
        #expect(rows.allSatisfy { $0.fields.count == header.count })
    }

    private struct ReaderCase: Decodable {
        let name: String
        let input: String
        let expect: [[String]]
        let config: String
    }

    @Test func `rust-csv's reader cases at default settings read as expected, blank lines apart`() throws {
        let home = "https://github.com/BurntSushi/rust-csv"
        guard let json = file("rust_csv_core.json", published: home) else { return }
        let cases = try JSONDecoder().decode([ReaderCase].self, from: json).filter(\.config.isEmpty)
        #expect(cases.count == 43)
        for example in cases {
            for blockBytes in [1, 1 << 20] {
                let document = DelimitedDocument(
                    Array(example.input.utf8), dialect: Dialect(delimiter: Dialect.comma), blockBytes: blockBytes)
                let rows = document.rows().filter { $0.fields != [""] || $0.quoted != [false] }
                #expect(rows.map(\.fields) == example.expect, "\(example.name)")
            }
        }
    }

    private struct ModuleCase: Decodable {
        let test: String
        let text: String?
        let lines: [String]?
        let expect: [[Cell?]]?
        let error: String?
        let kwargs: [String: Cell?]

        /// The whole text; lines handed over one by one had their ends taken off, and the last has none.
        var whole: String {
            if let text { return text }
            let ended = (lines ?? []).dropLast().map { $0.hasSuffix("\n") || $0.hasSuffix("\r") ? $0 : $0 + "\n" }
            return ended.joined() + (lines?.last ?? "")
        }

        private func says(_ key: String) -> String? { (kwargs[key] ?? nil)?.text }

        var dialect: Dialect? {
            guard let delimiter = (says("delimiter") ?? ",").utf8.first,
                let quote = (says("quotechar") ?? "\"").utf8.first
            else { return nil }
            return Dialect(delimiter: delimiter, quote: quote)
        }

        /// Why the case is none of ours; `nil` where it is.
        var reason: String? {
            let isStrict = says("strict") != nil
            if error != nil, !isStrict { return "an error of the module's own interface" }
            if says("escapechar") != nil { return "an escape character laid down beforehand" }
            if kwargs["quoting"] != nil { return "quoting rules laid down beforehand" }
            if says("skipinitialspace") == "true" { return "blanks skipped by order" }
            if says("delimiter") == "\0" || says("quotechar") == "\0" { return "NUL as a mark of the dialect" }
            return nil
        }
    }

    /// A JSON value as text.
    private struct Cell: Decodable {
        let text: String

        init(from decoder: any Decoder) throws {
            let value = try decoder.singleValueContainer()
            if let text = try? value.decode(String.self) {
                self.text = text
            } else if let flag = try? value.decode(Bool.self) {
                text = flag ? "true" : "false"
            } else {
                text = String(try value.decode(Double.self))
            }
        }
    }

    @Test func `CPython's reader cases in our dialects read as expected, and those that it refuses are doubted`() throws
    {
        let home = "https://github.com/python/cpython"
        guard let json = file("cpython_test_csv.json", published: home) else { return }
        let cases = try JSONDecoder().decode([ModuleCase].self, from: json)
        let ours = cases.filter { $0.reason == nil }
        #expect(cases.count == 81)
        #expect(ours.count == 47)
        for example in ours {
            let document = DelimitedDocument(Array(example.whole.utf8), dialect: example.dialect)
            if let expected = example.expect {
                let rows = document.rows().map(\.fields).filter { $0 != [""] }
                let wanted = expected.map { $0.map { $0?.text ?? "" } }.filter { $0 != [""] && !$0.isEmpty }
                #expect(rows == wanted, "\(example.test): \(example.whole.prefix(80))")
            } else {
                #expect(!document.allDoubts().isEmpty, "\(example.test): \(example.whole.prefix(80))")
            }
        }
    }
}
