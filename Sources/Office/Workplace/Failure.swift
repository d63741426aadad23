import Domain
import Files
import Foundation
import Intake
import Rendering
import Reporting
import Spreadsheet
import Storage

/// What stopped a verb, in words for a person.
package struct Failure: Error {
    package let message: Bilingual
    package let outcome: Outcome
    /// What the message speaks of, to be shown above it.
    package let findings: [Finding]

    package init(_ message: Bilingual, _ outcome: Outcome = .failed, showing findings: [Finding] = []) {
        self.message = message
        self.outcome = outcome
        self.findings = findings
    }

    package init(_ error: any Error) {
        switch error {
        case let failure as Failure: self = failure
        case let error as LedgerError:
            self.init(error.message, error.reason == .busy ? .busy : .failed)
        case let error as PublishError: self.init(error.text)
        case let error as FileFault where error.isOfWriting:
            self.init(
                Bilingual(
                    vi: "không ghi được “\(ShownPath(error.path).text)” (\(error.reason)); kiểm tra ổ đĩa rồi chạy lại",
                    en: "cannot write “\(ShownPath(error.path).text)” (\(error.reason)); check the disk and run again"))
        case let error as FileFault:
            self.init(
                Bilingual(
                    vi: "không đọc được “\(ShownPath(error.path).text)” (\(error.reason)); kiểm tra ổ đĩa rồi chạy lại",
                    en: "cannot read “\(ShownPath(error.path).text)” (\(error.reason)); check the disk and run again"))
        case let error as SigningError: self.init(error.message)
        case let error as SpreadsheetError:
            self.init(Bilingual(vi: error.inVietnamese, en: error.inEnglish))
        case let error as FigureOverflow:
            self.init(
                Bilingual(
                    vi:
                        "chỉ tiêu \(error.indicator), tháng \(error.month): tổng số vượt quá giới hạn; kiểm tra số liệu của tháng này",
                    en:
                        "indicator \(error.indicator), month \(error.month): the sum is too large; check this month's data"
                ))
        default: self.init(Bilingual(vi: "\(error)", en: "\(error)"))
        }
    }
}

/// How a verb ends.
package enum Outcome: Sendable {
    case done
    /// Done, but something needs a person.
    case needsPerson
    /// Could not be done.
    case failed
    case wrongUsage
    /// Another run holds the ledger.
    case busy
}
