import DelimitedText
import Domain
import Intake
import TestSupport

@_silgen_name("LLVMFuzzerRunDriver") func LLVMFuzzerRunDriver(
    _ count: UnsafeMutablePointer<CInt>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ body: @convention(c) (UnsafePointer<UInt8>, Int) -> CInt
) -> CInt

/// Reads whatever libFuzzer makes up in every way that the program reads a file: encodings, dialect, rows, quotes that
/// swallow lines, headers, numbers and dates. Nothing may trap, hang, or depend on where blocks end.
@main enum FuzzedInput {
    static func main() {
        var count = CommandLine.argc
        var arguments = CommandLine.unsafeArgv
        _ = LLVMFuzzerRunDriver(&count, &arguments) { bytes, count in
            FuzzedInput.read(Array(UnsafeBufferPointer(start: bytes, count: count)))
            return 0
        }
    }

    private static let reader = SubmissionReader(catalogue: SmallCatalogue.catalogue)
    /// Rows of a register without a key may be read by their bytes alone.
    private static let byBytes = SubmissionReader(catalogue: SmallCatalogue.make(forms: [keyless(SmallForms.classes)]))

    private static func keyless(_ form: Form) -> Form {
        Form(
            code: form.code, number: form.number, title: form.title, domain: form.domain, layout: form.layout,
            places: form.places, dateColumn: form.dateColumn, placeless: form.placeless, columns: form.columns,
            measures: form.measures, checks: form.checks, key: [], totals: ["district", "month", "chuong_trinh"])
    }

    private struct Streamed: ByteSource {
        let bytes: [UInt8]
        var count: Int { bytes.count }

        func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) -> Int {
            let rest = bytes[min(offset, bytes.count)...].prefix(buffer.count)
            buffer.copyBytes(from: rest)
            return rest.count
        }
    }

    private static let paths = [
        "2026-10/CAT-01-dt.csv", "2026-10/CAT-03-an.csv", "2026-10/CAT-04-lop.csv", "2026-10/a.csv",
    ]

    private static func read(_ bytes: [UInt8]) {
        let document = DelimitedDocument(bytes)
        precondition(
            document.rows() == DelimitedDocument(bytes, blockBytes: 7).rows(), "rows depend on where blocks end")
        let recovered = document.recoveredRows()
        precondition(document.rows().isEmpty == recovered.isEmpty, "rows are lost line by line")
        _ = PlainTable(document, file: "a.csv")
        _ = PlainTable(DelimitedDocument(bytes, isOfNoForm: true), file: "a.csv")
        let path = paths[Int(bytes.last ?? 0) % paths.count]
        let file = SourceFile(path: path, bytes: bytes)
        let receipt = Receipt(path: path, sha256: "", size: bytes.count, receivedAt: Instant(seconds: 0))
        let reading = reader.read(file, receipt: receipt)
        precondition(reading.rowsCounted <= reading.rowsRead, "more rows count than there are")
        _ = reader.inspect(file)
        let held = byBytes.read(file, receipt: receipt)
        if let streamed = byBytes.read(streamed: Streamed(bytes: bytes), path: path) {
            precondition(streamed.reading(of: receipt) == held, "a file reads otherwise where it lies")
        }
        _ = ShownPath(String(decoding: bytes.prefix(200), as: UTF8.self))
    }
}
