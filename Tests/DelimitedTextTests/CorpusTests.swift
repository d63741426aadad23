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
}
