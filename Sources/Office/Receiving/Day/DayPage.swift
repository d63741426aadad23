import Domain
import Foundation
import Rendering
import Reporting

/// Việc cần làm: one page for a day.
struct DayPage {
    let day: Day
    let record: DayRecord
    /// `nil` where the ledger could not be looked at.
    let events: DayEvents?
    let zone: TimeZone

    /// Files that came today, named at most.
    private static let filesMax = 10
    /// Troubles named at most on the page that lies on top.
    private static let troublesMax = 8

    /// The page that lies on top: short, and only of its own day.
    func short() -> String {
        text(troublesMost: DayPage.troublesMax) { events in
            let lines = events.digest(most: DayPage.filesMax)
            return [.list(lines)]
                + (events.events.isEmpty ? [] : [.lines(["Đủ từng mục: \(DayPages.folder)\\\(day).txt"])])
        }
    }

    /// The page that stays: every entry of the ledger that the day brought.
    ///
    /// - Parameter anchor: Of the last of them.
    func full(_ anchor: Anchor?) -> String {
        text(troublesMost: .max) { [.list($0.lines)] + (anchor.map { [.lines([$0.line(.vi)])] } ?? []) }
    }

    private func text(troublesMost: Int, _ told: (DayEvents) -> [Document.Block]) -> String {
        var blocks: [Document.Block] = [.title(["VIỆC CẦN LÀM", "Ngày \(Language.vi.date(day))"])]
        if record.day == day.description {
            let changed = Instant(seconds: record.changedAt)
            blocks.append(
                .paragraph(
                    "Chương trình ghi trang này lúc \(DayEvents.time(changed, zone)); không có gì mới thì trang giữ nguyên."
                ))
        }
        blocks += troubles(most: troublesMost)
        if record.day == day.description {
            for tasks in record.tasks where !tasks.sections.isEmpty {
                blocks.append(.heading(1, "KỲ \(tasks.period)"))
                blocks += tasks.sections.flatMap(DayPage.blocks)
            }
            if !record.moved.isEmpty { blocks += moved }
            if !record.held.isEmpty {
                blocks += [
                    .heading(1, "TỆP CỦA KỲ KHÁC GIỮ LẠI, CHƯA TÍNH (\(record.held.count))"),
                    .list(
                        DayTasks.cut(record.held.map(\.path))
                            + ["Ghi «nhận tệp» (tính) hoặc «rút tệp» (không tính) vào xu-ly.csv"]),
                ]
            }
            if !record.queries.isEmpty {
                blocks += [
                    .heading(1, "CẦN XEM LẠI trong thư mục tệp gửi đến và xu-ly.csv (\(record.queryCount))"),
                    .list(record.queries),
                ]
            }
            if record.tasks.allSatisfy(\.sections.isEmpty), record.moved.isEmpty, record.queries.isEmpty,
                record.held.isEmpty
            {
                blocks.append(.paragraph("Không có việc gì chờ."))
            }
        }
        blocks.append(.heading(1, "TRONG NGÀY"))
        guard let events else {
            blocks.append(.paragraph("Chưa đọc được sổ tiếp nhận."))
            return TextRenderer(.aligned, language: .vi).text(Document(blocks))
        }
        blocks += events.events.isEmpty ? [.paragraph("Không có tệp, quyết định hay bản phát hành nào.")] : told(events)
        return TextRenderer(.aligned, language: .vi).text(Document(blocks))
    }

    private func troubles(most: Int) -> [Document.Block] {
        let own = record.troubles.filter { $0.day == day.description }
        guard !own.isEmpty else { return [] }
        func time(_ seconds: Int) -> String { DayEvents.time(Instant(seconds: seconds), zone) }
        let lines = own.map { trouble in
            "\(time(trouble.metAt)) \(trouble.words)" + (trouble.goneAt.map { " (đến \(time($0)) không còn)" } ?? "")
        }
        let left = own.count { $0.goneAt == nil }
        return [.heading(1, "HỎNG, CẦN SỬA NGAY (\(left))"), .list(DayTasks.cut(lines, to: most))]
    }

    private var moved: [Document.Block] {
        [
            .heading(1, "KỲ ĐÃ PHÁT HÀNH CÓ SỐ LIỆU THAY ĐỔI (\(record.moved.count))"),
            .list(
                record.moved.map {
                    "\($0.period), bản lần \($0.edition): xem trang «Thay đổi so với lần trước» của "
                        + "\($0.period)\\du-thao\\tong-hop-\($0.period).xlsx, rồi phát hành lại nếu đúng"
                }),
        ]
    }

    private static func blocks(_ section: DayTasks.Section) -> [Document.Block] {
        [
            .paragraph(section.title + ":"),
            .list(section.lines + (section.open.map { ["Mở: \($0)"] } ?? [])),
        ]
    }
}
