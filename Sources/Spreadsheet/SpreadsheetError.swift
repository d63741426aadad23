import CXlsxWriter

/// Why a workbook could not be written, while doing what, and what to do about it.
package struct SpreadsheetError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Who found the fault.
    package enum Reason: Hashable, Sendable {
        /// The C library returned this status.
        case library(status: Int)
        /// What was to be written cannot stand in a workbook.
        case refused
        /// The finished file does not hold what was written into it.
        case damaged
    }

    package let reason: Reason
    /// What was being done, with the cell or sheet.
    package let operation: String
    /// What is wrong.
    package let message: String
    /// The workbook's path, once it is known.
    package private(set) var path: String?

    package init(_ reason: Reason, _ operation: String, _ message: String, path: String? = nil) {
        self.reason = reason
        self.operation = operation
        self.message = message
        self.path = path
    }

    /// The same error, of the workbook at `path`.
    func at(_ path: String) -> SpreadsheetError {
        var copy = self
        copy.path = path
        return copy
    }

    /// The fault and the remedy, as a Vietnamese message shows them.
    package var inVietnamese: String {
        let fault =
            switch reason {
            case .library(let status): "thư viện xlsxwriter báo mã \(status)"
            case .refused: "có nội dung không ghi được vào sổ tính"
            case .damaged: "tệp vừa ghi không khớp với nội dung đã ghi"
            }
        return "sổ tính “\(path ?? "")”: \(fault) (\(operation): \(message)); \(remedy.vietnamese)"
    }

    /// The fault and the remedy, as an English message shows them.
    package var inEnglish: String {
        let fault =
            switch reason {
            case .library(let status): "the xlsxwriter library returned status \(status)"
            case .refused: "something cannot stand in a workbook"
            case .damaged: "the finished file does not hold what was written"
            }
        return "workbook “\(path ?? "")”: \(fault) (\(operation): \(message)); \(remedy.english)"
    }

    package var description: String { inEnglish }

    /// What to do.
    package var remedy: (vietnamese: String, english: String) {
        switch reason {
        case .library, .damaged:
            (
                "kiểm tra quyền ghi, dung lượng ổ đĩa và thư mục tạm rồi chạy lại",
                "check the rights, and the space left on the disk and in the temporary folder, and run again"
            )
        case .refused:
            (
                "sửa nội dung nêu trên; nếu nội dung do chương trình tự lập thì báo cho người phụ trách chương trình",
                "correct what is named above; if the program made it up, tell whoever looks after the program"
            )
        }
    }
}

/// Lets a status of the C library pass, or throws it. Every call that returns one goes through here.
func check(_ status: lxw_error, _ operation: @autoclosure () -> String) throws(SpreadsheetError) {
    guard status != LXW_NO_ERROR else { return }
    let message = lxw_strerror(status).map { String(cString: $0) } ?? ""
    throw SpreadsheetError(.library(status: Int(status.rawValue)), operation(), message)
}

/// Lets a pointer that the C library made pass, or throws that there is none.
func present<Pointer>(
    _ pointer: Pointer?, _ operation: @autoclosure () -> String
) throws(SpreadsheetError) -> Pointer {
    guard let pointer else {
        throw SpreadsheetError(
            .library(status: Int(LXW_ERROR_MEMORY_MALLOC_FAILED.rawValue)), operation(), "nothing was made")
    }
    return pointer
}

/// Throws that something cannot stand in a workbook, unless `condition` holds.
func require(
    _ condition: Bool, _ operation: @autoclosure () -> String, _ message: @autoclosure () -> String
) throws(SpreadsheetError) {
    guard condition else { throw SpreadsheetError(.refused, operation(), message()) }
}
