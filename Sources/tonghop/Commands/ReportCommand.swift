import ArgumentParser
import Domain
import Foundation
import Rendering
import Storage

/// `tonghop report`: an edition's bytes again, from the archive.
struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: "Lấy lại nguyên văn một bản đã phát hành. / Gives an edition's bytes again.")

    @OptionGroup var options: SharedOptions

    @Argument(help: "Period, such as 2026-10.")
    var period: Period

    @Option(help: "Number of the edition.")
    var edition: Int

    @Option(help: "Folder to write into: new or empty, and outside the reports.")
    var output: String

    func run() throws {
        try options.perform {
            let ledger = try Ledger.openIfPresent(folder: options.reports)
            let editions = try ledger.read { try $0.editions(period: period) }
            guard let wanted = editions.first(where: { $0.number == edition }) else {
                let numbers = editions.map { String($0.number) }.joined(separator: ", ")
                throw Failure(
                    Bilingual(
                        vi: "kỳ \(period) không có bản lần \(edition)"
                            + (numbers.isEmpty ? "" : "; đã phát hành: lần \(numbers)"),
                        en: "\(period) has no edition \(edition)" + (numbers.isEmpty ? "" : "; issued: \(numbers)")))
            }
            try refuseOccupied()
            let parent = (output as NSString).standardizingPath as NSString
            let above = parent.deletingLastPathComponent.isEmpty ? "." : parent.deletingLastPathComponent
            try FileManager.default.createDirectory(atPath: above, withIntermediateDirectories: true)
            _ = try Publisher(in: above).publish(as: parent.lastPathComponent) { folder in
                try ledger.read { try PeriodFolder.write(wanted, from: $0, to: folder) }
            }
            options.console.result(output)
            return .done
        }
    }

    private func refuseOccupied() throws {
        let manager = FileManager.default
        let target = URL(fileURLWithPath: output).standardizedFileURL.resolvingSymlinksInPath().path + "/"
        let reports = URL(fileURLWithPath: options.reports).standardizedFileURL.resolvingSymlinksInPath().path + "/"
        let isInside = target.hasPrefix(reports) || reports.hasPrefix(target)
        let isOccupied =
            manager.fileExists(atPath: output)
            && (try? manager.contentsOfDirectory(atPath: output).isEmpty) != true
        guard !isInside, !isOccupied else {
            throw Failure(
                Bilingual(
                    vi: "không ghi vào “\(output)”: chọn một thư mục mới hoặc trống, ngoài thư mục reports",
                    en: "will not write into “\(output)”: name a new or empty folder outside the reports"))
        }
    }
}
