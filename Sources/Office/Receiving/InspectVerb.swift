import DelimitedText
import Domain
import Intake

/// What was seen of a file.
package enum Inspected {
    /// It is not read at all.
    case refused([Finding])
    case seen(Sighting)
}

extension Desk {
    /// How a file is read; its form and department, where there is a catalogue.
    package func inspect(_ file: String) throws -> Inspected {
        let (read, refusals) = try InputFile.submission(file, shown: workplace.pathBelowSubmissions(file))
        guard let source = read else { return .refused(refusals) }
        let document =
            WorkbookInHand.firstRows(of: source.bytes) ?? DelimitedDocument(source.bytes, isOfNoForm: true)
        // Every row is held to be shown.
        guard source.bytes.count <= ReadLimit.shownBytes, !document.hasRowsBeyondRoom else {
            return .refused([ReadLimit.finding(notShown: source.path, bytes: source.bytes.count)])
        }
        let catalogue = try? workplace.readCatalogue().loaded?.catalogue
        guard let catalogue else {
            tell(
                .remark(
                    Bilingual(
                        vi:
                            "không có danh mục đọc được trong “\(workplace.inputs)”: chỉ xem được bảng mã và cách ngăn cột",
                        en: "no readable catalogue in “\(workplace.inputs)”: only encoding and dialect can be told")))
            return .seen(Sighting(document, path: source.path))
        }
        let inspection = SubmissionReader(catalogue: catalogue).inspect(source)
        return .seen(Sighting(inspection, document, path: inspection.path))
    }
}

extension Dialect {
    /// The delimiter as one character.
    package var delimiterText: String { isOfSheet ? "" : String(UnicodeScalar(delimiter)) }

    package var quoteText: String { isOfSheet ? "" : String(UnicodeScalar(quote)) }
}
