import Domain
import Files
import GRDB

/// Why the ledger could not be read or written, where, and what to do about it.
package struct LedgerError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What was wrong.
    package enum Reason: Hashable, Sendable, CaseIterable {
        /// Another run holds the ledger.
        case busy
        /// A newer version of the program has written it.
        case newerSchema
        /// It does not hold what was written into it.
        case damaged
        /// It does not hold what is asked for, or referred to.
        case missing
        /// What was to be written contradicts itself, or what is kept already.
        case contradiction
        /// A file or folder cannot be opened, read or written.
        case unreachable
        /// No space is left.
        case full
    }

    package let reason: Reason
    /// The file, folder, entry or digest that is at fault.
    package let place: String
    /// What the system, or this house, says about it.
    package let detail: String

    package init(_ reason: Reason, place: String, detail: String) {
        self.reason = reason
        self.place = place
        self.detail = detail
    }

    /// The fault and the remedy.
    package var message: Bilingual {
        Bilingual(vi: "\(fault.vi); \(remedy.vi)", en: "\(fault.en); \(remedy.en)")
    }

    /// What is wrong, and where.
    package var fault: Bilingual {
        Bilingual(
            vi: "sổ tiếp nhận, “\(place)”: \(words.vi) (\(detail))", en: "ledger, “\(place)”: \(words.en) (\(detail))")
    }

    package var description: String { message.en }

    private var words: Bilingual {
        switch reason {
        case .busy: Bilingual(vi: "đang có lần chạy khác", en: "another run holds it")
        case .newerSchema:
            Bilingual(vi: "do phiên bản mới hơn của chương trình ghi", en: "was written by a newer version")
        case .damaged:
            Bilingual(vi: "bị hỏng, không khớp với nội dung đã ghi", en: "is damaged: not what was written into it")
        case .missing: Bilingual(vi: "không có trong sổ", en: "is not in the ledger")
        case .contradiction:
            Bilingual(vi: "nội dung định ghi không nhất quán", en: "what was to be written contradicts itself")
        case .unreachable: Bilingual(vi: "không mở, đọc hoặc ghi được", en: "cannot be opened, read or written")
        case .full: Bilingual(vi: "hết dung lượng lưu trữ", en: "no space is left")
        }
    }

    /// What to do.
    package var remedy: Bilingual {
        switch reason {
        case .busy:
            Bilingual(
                vi: "chờ lần chạy đó xong rồi chạy lại, hoặc dùng --wait",
                en: "wait until that run is over and run again, or use --wait")
        case .newerSchema:
            Bilingual(vi: "cài đặt phiên bản mới nhất của chương trình", en: "install the newest version")
        case .damaged:
            Bilingual(
                vi: "chạy “tonghop verify” để biết chỗ hỏng, rồi khôi phục từ bản sao lưu",
                en: "run “tonghop verify” to learn what is damaged, then restore a backup")
        case .missing:
            Bilingual(vi: "kiểm tra lại kỳ, số, tên tệp đã yêu cầu", en: "check the period, number or name asked for")
        case .contradiction:
            Bilingual(
                vi: "chạy lại; nếu vẫn lỗi, báo cho người phụ trách chương trình",
                en: "run again; if it stays, tell whoever looks after the program")
        case .unreachable:
            Bilingual(
                vi: "kiểm tra đường dẫn, quyền truy cập và ổ đĩa rồi chạy lại",
                en: "check the path, the rights and the disk, and run again")
        case .full:
            Bilingual(
                vi: "giải phóng dung lượng ổ đĩa rồi chạy lại", en: "make space on the disk, and run again")
        }
    }
}

extension LedgerError {
    /// What the system says of one of the ledger's files.
    init(_ fault: FileFault) {
        self.init(
            fault.isOfSpace ? .full : .unreachable, place: fault.path, detail: "\(fault.operation): \(fault.reason)")
    }

    /// What SQLite says of the database at `path`.
    init(_ error: DatabaseError, path: String) {
        let reason: Reason =
            switch error.resultCode.primaryResultCode {
            case .SQLITE_BUSY, .SQLITE_LOCKED: .busy
            case .SQLITE_CORRUPT, .SQLITE_NOTADB: .damaged
            case .SQLITE_FULL: .full
            case .SQLITE_CONSTRAINT, .SQLITE_MISMATCH, .SQLITE_TOOBIG: .contradiction
            default: .unreachable
            }
        self.init(reason, place: path, detail: "SQLite \(error.extendedResultCode.rawValue): \(error.message ?? "")")
    }
}

/// Does something on the disk; what the system refuses is an error of the ledger.
func onDisk<Value: ~Copyable>(
    _ work: @autoclosure () throws(FileFault) -> Value
) throws(LedgerError) -> Value {
    do throws(FileFault) {
        return try work()
    } catch {
        throw LedgerError(error)
    }
}

/// Turns what SQLite throws inside `body` into an error of the ledger; all else passes.
func translatingErrors<Value>(of path: String, _ body: () throws -> Value) throws -> Value {
    do {
        return try body()
    } catch let error as DatabaseError {
        throw LedgerError(error, path: path)
    }
}
