import Domain
import Foundation
import Rendering
import Reporting
import Storage

extension Desk {
    /// Writes an edition's bytes again, from the archive.
    ///
    /// - Parameter output: New or empty, and outside the reports.
    package func report(_ period: Period, edition number: Int, to output: String) throws {
        try write(period, edition: number, from: try Ledger.openIfPresent(folder: workplace.reports), to: output)
    }

    /// Writes the set as of a time.
    ///
    /// - Parameter output: New or empty, and outside the reports.
    package func report(_ period: Period, asOf time: AsOf, to output: String) throws {
        let ledger = try Ledger.openIfPresent(folder: workplace.reports)
        let past = PastState(ledger: ledger)
        let set = try SourceRows(ledger: ledger).set(
            of: past.basis(period, asOf: time.instant(in: past.timeZone)))
        try publish(to: output) { try SetRenderer().write(set, to: $0) }
    }

    private func write(
        _ period: Period, edition number: Int, from ledger: Ledger, to output: String
    ) throws {
        let editions = try ledger.read { try $0.editions(period: period) }
        guard let wanted = editions.first(where: { $0.number == number }) else {
            let numbers = editions.map { String($0.number) }.joined(separator: ", ")
            throw Failure(
                Bilingual(
                    vi: "kỳ \(period) không có bản lần \(number)"
                        + (numbers.isEmpty ? "" : "; đã phát hành: lần \(numbers)"),
                    en: "\(period) has no edition \(number)" + (numbers.isEmpty ? "" : "; issued: \(numbers)")))
        }
        try publish(to: output) { folder in try ledger.read { try PeriodFolder.write(wanted, from: $0, to: folder) } }
    }

    private func publish(to output: String, _ build: (_ folder: String) throws -> [SetFile]) throws {
        let target = TargetFolder(output)
        try target.refuseOccupied(outside: workplace)
        try target.above.make()
        try Publisher(in: target.above.place).publish(new: target.name, build: build)
    }
}

/// A time up to which things are looked at: an instant, or a day to its end.
package enum AsOf {
    case instant(Instant)
    case endOf(Day)

    /// - Parameter zone: In which a day ends.
    func instant(in zone: TimeZone) -> Instant {
        switch self {
        case .instant(let instant): instant
        case .endOf(let day): Instant(day: day, hour: 23, minute: 59, second: 59, in: zone)
        }
    }
}
