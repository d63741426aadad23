import Domain
import Foundation

/// What the path of a submission says: folder, department, form, part.
struct PathWitness {
    /// The folder, where it is a period.
    let folder: Period?
    /// File name without folder, extension and part.
    let stem: String
    let name: String
    /// The words of the stem, folded.
    let words: [String]
    /// The part of its slice; empty: the whole.
    let part: String
    let fileExtension: String

    init(_ whole: String) {
        let path = SheetPath.file(of: whole)
        let components = path.split(separator: "/").map(String.init)
        let name = components.last ?? ""
        self.name = name
        folder = components.dropLast().last.flatMap { Period($0) }
        let dot = name.lastIndex(of: ".")
        fileExtension = dot.map { name[name.index(after: $0)...].lowercased() } ?? ""
        let bare = dot.map { String(name[..<$0]) } ?? name
        if let marker = bare.range(of: "--", options: .backwards), marker.upperBound < bare.endIndex {
            stem = String(bare[..<marker.lowerBound])
            part = Folding.composed(String(bare[marker.upperBound...]))
        } else {
            stem = bare
            part = ""
        }
        words = Folding.words(stem)
    }

    /// Forms whose code or number stands in the name.
    func forms(_ plans: [FormPlan]) -> [Form] {
        plans.filter { plan in
            plan.names.contains { key in
                words.contains(key.joined()) || words.indices.contains { words[$0...].starts(with: key) }
            }
        }.map(\.form)
    }
}
