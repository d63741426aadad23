import CXlsxWriter

/// The same rows written by calls of the C library, with nothing between them and it.
struct LibraryWriting {
    let rowCount: Int

    private typealias Format = UnsafeMutablePointer<lxw_format>?

    /// Whether every call of the library succeeded.
    func write(to path: String) -> Bool {
        let workbook = workbook_new(path)
        guard let workbook, let sheet = workbook_add_worksheet(workbook, "Số liệu") else { return false }
        if let first = workbook.pointee.formats?.pointee.stqh_first { setFont(of: first) }
        guard setProperties(of: workbook) else { return false }
        var hasFault = false
        func check(_ status: lxw_error) { hasFault = hasFault || status != LXW_NO_ERROR }
        let text = format(of: workbook) { format_set_align($0, UInt8(LXW_ALIGN_LEFT.rawValue)) }
        func right(_ code: String?) -> Format {
            format(of: workbook) {
                format_set_align($0, UInt8(LXW_ALIGN_RIGHT.rawValue))
                if let code { format_set_num_format($0, code) }
            }
        }
        let whole = right("#,##0;-#,##0;\"-\"")
        let decimal = right("#,##0.0")
        let mark = right(nil)
        let heading = format(of: workbook) {
            format_set_bold($0)
            format_set_align($0, UInt8(LXW_ALIGN_CENTER.rawValue))
            format_set_text_wrap($0)
        }
        for (column, words) in BenchRows.columns.enumerated() {
            let column = UInt16(column)
            check(worksheet_set_column_opt(sheet, column, column, words.width, nil, nil))
            check(worksheet_write_string(sheet, 0, column, words.heading, heading))
        }
        var rows = BenchRows()
        var cells: [BenchRows.Cell] = []
        for number in 1...max(rowCount, 1) {
            rows.next(number, into: &cells)
            let row = UInt32(number)
            for (column, cell) in cells.enumerated() {
                let column = UInt16(column)
                switch cell {
                case .text(let words): check(worksheet_write_string(sheet, row, column, words, text))
                case .mark(let words): check(worksheet_write_string(sheet, row, column, words, mark))
                case .whole(let number): check(worksheet_write_number(sheet, row, column, number, whole))
                case .decimal(let number): check(worksheet_write_number(sheet, row, column, number, decimal))
                }
            }
            check(worksheet_set_row_opt(sheet, row, 16.5, nil, nil))
        }
        worksheet_freeze_panes(sheet, 1, 2)
        check(workbook_close(workbook))
        return !hasFault
    }

    private func setProperties(of workbook: UnsafeMutablePointer<lxw_workbook>) -> Bool {
        var title = Array("Bộ số liệu".utf8CString)
        var properties = lxw_doc_properties()
        // 2026-10-20T09:00:00Z
        properties.created = 1_792_486_800
        return title.withUnsafeMutableBufferPointer { title in
            properties.title = title.baseAddress
            return workbook_set_properties(workbook, &properties) == LXW_NO_ERROR
        }
    }

    private func format(
        of workbook: UnsafeMutablePointer<lxw_workbook>, _ change: (UnsafeMutablePointer<lxw_format>) -> Void
    ) -> Format {
        guard let format = workbook_add_format(workbook) else { return nil }
        setFont(of: format)
        change(format)
        return format
    }

    private func setFont(of format: UnsafeMutablePointer<lxw_format>) {
        format_set_font_name(format, "Times New Roman")
        format_set_font_size(format, 11)
    }
}
