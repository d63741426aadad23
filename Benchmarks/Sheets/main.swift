import Glibc
import SheetReading

// Reads every row of a workbook; `--dump` writes them: sheet, row, column, kind, text.

guard let path = CommandLine.arguments.dropFirst().first(where: { !$0.hasPrefix("--") }),
    let file = fopen(path, "rb")
else { exit(64) }
let isDump = CommandLine.arguments.contains("--dump")
fseek(file, 0, SEEK_END)
let size = ftell(file)
rewind(file)
let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
    count = fread(buffer.baseAddress, 1, size, file)
}
fclose(file)
var (rows, cells) = (0, 0)
do {
    guard let workbook = try WorkbookFile(bytes) else {
        print("no workbook")
        exit(1)
    }
    for sheet in workbook.sheets {
        let marks = try workbook.read(sheet) { row in
            rows += 1
            cells += row.cells.count
            guard isDump else { return }
            for cell in row.cells {
                print(
                    sheet.name, row.number, row.isHidden ? "h" : "-", cell.column, cell.kind, row.text(of: cell),
                    separator: "\t")
            }
        }
        if isDump { print("#", sheet.name, sheet.isHidden ? "hidden" : "shown", marks) }
    }
    print("\(workbook.format.rawValue): \(rows) rows, \(cells) cells")
} catch {
    print("fault: \(error)")
    exit(1)
}
