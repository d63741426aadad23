import Foundation
import Testing

@testable import Intake

/// A line of the two tables beside this file: a text that must be kept out, or let in, at a place of a file.
struct PersonTableLine: CustomTestStringConvertible, Sendable {
    enum Place: String, Sendable, CaseIterable {
        case cell, number, unknown, header, above, below, signers, list, reason, file
    }

    let place: Place
    let header: String
    let text: String
    /// What must be found; `nil` in the table of what is let in.
    let found: String?

    var testDescription: String { "\(place.rawValue): \(header) \(text)" }

    static let keptOut = read("kept-out.csv")
    static let letIn = read("let-in.csv")

    private static func read(_ name: String) -> [PersonTableLine] {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        guard let text = try? String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8) else {
            return []
        }
        return text.split(separator: "\n").dropFirst().compactMap { line in
            var parts = line.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
            guard let place = Place(rawValue: parts.removeFirst()) else { return nil }
            let found = name == "kept-out.csv" ? parts.removeLast() : nil
            return PersonTableLine(
                place: place, header: parts.removeFirst(), text: parts.joined(separator: ";"), found: found)
        }
    }

    /// The file that holds the text at its place, or at another.
    func file(at other: Place? = nil) -> (text: String, path: String) {
        SubmissionWithText(text, header: header, at: other ?? place).file
    }

    /// The same file with a harmless word where the text stands: what the table holds alone refuses the other.
    func harmlessFile() -> (text: String, path: String) {
        let harmless = place == .number ? "30" : place == .file ? "CAT-01-dt.csv" : "việc khác"
        return SubmissionWithText(harmless, header: place == .list ? "" : header, at: place).file
    }
}

/// A clean submission but for one text, at one place of it.
struct SubmissionWithText {
    let file: (text: String, path: String)

    init(_ text: String, header: String = "", at place: PersonTableLine.Place) {
        let cell = Self.quoted(text)
        func at(_ wanted: PersonTableLine.Place..., otherwise: String = "") -> String {
            wanted.contains(place) ? cell : otherwise
        }
        var column = "Nội dung"
        if place == .unknown { column = header }
        if place == .header { column = cell }
        var lines = [
            "Ô trống và xã, phường không ghi tên: không phát sinh;;;;;;", at(.above) + ";;;;;;",
            "TT;Mã xã;Xã, phường;Số lớp;Lượt người;\(Self.quoted(column, isQuoted: true));Thuyết minh",
            "1;00101;Hòa An;1;30;làm;",
            "2;00102;Thủy Sơn;1;\(at(.number, otherwise: "30"));"
                + at(.cell, .unknown, otherwise: "") + ";" + at(.reason), ";;Tổng cộng;2;60;;", at(.below) + ";;;;;;",
            ";;Người lập biểu;;;Thủ trưởng đơn vị;", ";;\(at(.signers, otherwise: "Nguyễn Văn Mẫu"));;;Trần Thị Mẫu;",
        ]
        if place == .list {
            for row in [header, text] where !row.isEmpty { lines.append(row.replacing(",", with: ";")) }
        }
        file = (lines.joined(separator: "\n") + "\n", "2026-10/" + (place == .file ? text : "CAT-01-dt.csv"))
    }

    private static func quoted(_ text: String, isQuoted: Bool = false) -> String {
        if isQuoted, text.hasPrefix("\"") { return text }
        return text.contains { ";\",".contains($0) } ? "\"\(text.replacing("\"", with: "\"\""))\"" : text
    }
}
