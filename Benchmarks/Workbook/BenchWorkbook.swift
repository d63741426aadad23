import Glibc

/// `bench-workbook swift|c|swift-unchecked ROWS FILE`: writes a workbook of ROWS seeded rows to FILE, by the layer over the C
/// library with its self-check and without, or by the library's own calls. The cells of the files are the same.
@main
enum BenchWorkbook {
    static func main() {
        let arguments = CommandLine.arguments
        guard arguments.count == 4, let rowCount = Int(arguments[2]), (1...1_000_000).contains(rowCount) else {
            leave("usage: bench-workbook swift|c|swift-unchecked ROWS FILE", 64)
        }
        let path = arguments[3]
        do {
            switch arguments[1] {
            case "swift": try LayerWriting(rowCount: rowCount).write(to: path, isChecked: true)
            case "swift-unchecked": try LayerWriting(rowCount: rowCount).write(to: path, isChecked: false)
            case "c":
                guard LibraryWriting(rowCount: rowCount).write(to: path) else { leave("the library refused", 2) }
            default: leave("neither swift nor c nor swift-unchecked: \(arguments[1])", 64)
            }
        } catch {
            leave("\(error)", 2)
        }
    }

    private static func leave(_ message: String, _ code: Int32) -> Never {
        let line = message + "\n"
        _ = write(STDERR_FILENO, line, line.utf8.count)
        exit(code)
    }
}
