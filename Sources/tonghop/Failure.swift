import Domain
import Foundation
import Intake
import Rendering
import Reporting
import Spreadsheet
import Storage

/// What stopped a command, in words for a person.
struct Failure: Error {
    let message: Bilingual
    let outcome: Outcome

    init(_ message: Bilingual, _ outcome: Outcome = .failed) {
        self.message = message
        self.outcome = outcome
    }

    init(_ error: any Error) {
        switch error {
        case let failure as Failure: self = failure
        case let error as LedgerError:
            self.init(error.message, error.reason == .busy ? .busy : .failed)
        case let error as PublishError: self.init(error.text)
        case let error as BrokenReading:
            let system = String(cString: strerror(error.code))
            self.init(
                Bilingual(
                    vi: "không đọc được “\(ShownPath(error.path).text)” (\(system)); kiểm tra ổ đĩa rồi chạy lại",
                    en: "cannot read “\(ShownPath(error.path).text)” (\(system)); check the disk and run again"))
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

extension SharedOptions {
    /// Runs a command's work, says what stopped it, and ends with its code.
    func perform(_ work: () throws -> Outcome) throws { try perform { _ in try work() } }

    /// Likewise, for work that writes down what it does.
    func perform(_ work: (EventLog) throws -> Outcome) throws {
        let log = eventLog()
        let name = CommandLine.arguments.dropFirst().first ?? ""
        let began = Date()
        log.note(.begun, ["command": name, "version": Program.version])
        let outcome: Outcome
        do {
            outcome = try work(log)
        } catch {
            let failure = Failure(error)
            console.endProgress()
            console.warn(failure.message.map { "tonghop: \($0)" })
            log.fail(.stopped, ["command": name, "reason": failure.message[lang]])
            outcome = failure.outcome
        }
        let seconds = now == nil ? Int(Date().timeIntervalSince(began).rounded()) : 0
        log.note(.ended, ["command": name, "exit": "\(outcome.rawValue)", "seconds": "\(seconds)"])
        try outcome.finish()
    }
}
