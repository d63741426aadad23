import Domain

/// Who has sent what, to read as it is.
package enum StatusText {
    static func document(_ basis: Basis) -> Document { document(basis, .vi) }

    /// The state of every submission owed, worst first in the head, in order in the table.
    package static func document(_ basis: Basis, _ language: Language) -> Document {
        let context = TableContext(language: language, annexNumber: nil, domain: nil, plan: [])
        let full = SubmissionStatus.table(basis, context)
        // The long column of departments reads better as short names in a text of 100 columns.
        let rows = zip(basis.roll.entries, full.rows).map { entry, row in
            Table.Row(row.style, [.text(basis.shortName(entry.key.department, language))] + row.cells.dropFirst())
        }
        let table = Table(
            id: full.id, sheetName: full.sheetName, title: "", columns: full.columns, rows: rows, notes: full.notes)
        return Document(
            [
                .title([Words.title[language], basis.period.name(in: language).uppercased()]),
                .paragraph(basis.periodLine(language)),
                .paragraph(basis.standingLine(language)),
                .list(counts(basis, language)),
                .table(table),
            ] + lists(basis, language))
    }

    /// What is held, and what is asked about files as a whole.
    private static func lists(_ basis: Basis, _ language: Language) -> [Document.Block] {
        [(Words.held, basis.heldLines(language)), (Words.fileWide, basis.fileWideLines(language))]
            .filter { !$0.1.isEmpty }.flatMap { heading, lines in
                [.heading(1, heading[language]), .list(lines)]
            }
    }

    private static func counts(_ basis: Basis, _ language: Language) -> [String] {
        let states: [SubmissionRoll.State] = [
            .missing, .held, .afterClosing, .wrongFormat, .refused, .partial, .toConfirm, .accepted, .exempt,
        ]
        return states.compactMap { state in
            let entries = basis.roll.entries.filter { $0.state == state }
            guard !entries.isEmpty else { return nil }
            let names = entries.map { entry in
                "\(basis.shortName(entry.key.department, language)) \(basis.formLabel(entry.key, language))"
            }
            let tail = state == .accepted ? "" : ": " + joined(names, most: 20, language)
            return "\(state.words[language]) (\(entries.count))\(tail)"
        }
    }
}

/// One message ready to send for each department that owes something.
enum Reminders {
    static func document(_ basis: Basis) -> Document {
        var blocks: [Document.Block] = [
            .title(["TIN NHẮN ĐÔN ĐỐC, ĐỀ NGHỊ BỔ SUNG", basis.period.name(in: .vi).uppercased()]),
            .paragraph(basis.standingLine(.vi)),
        ]
        var seen: Set<String> = []
        let codes = basis.roll.entries.filter(\.asks).map(\.key.department).filter { seen.insert($0).inserted }
        if codes.isEmpty { blocks.append(.paragraph("Không có đơn vị nào phải đôn đốc.")) }
        for code in codes {
            let entries = basis.roll.entries.filter { $0.key.department == code && $0.asks }
            blocks.append(.heading(1, basis.departmentName(code, basis.period.last, .vi).uppercased()))
            blocks.append(.paragraph(message(code, entries, basis)))
        }
        return Document(blocks)
    }

    private static func message(_ code: String, _ entries: [SubmissionRoll.Entry], _ basis: Basis) -> String {
        let items = entries.map { item($0, basis) }.joined(separator: "; ")
        let files = "phieu-phan-hoi/\(code.lowercased())"
        return
            "Kính gửi \(basis.departmentName(code, basis.period.last, .vi)). Về số liệu \(basis.period.name(in: .vi)) của các "
            + "chương trình phối hợp: \(items). Chi tiết tại phiếu gửi kèm (\(files).xlsx, \(files).txt). Đề nghị đơn vị gửi tệp "
            + "Excel (hoặc CSV UTF-8) về \(basis.organisation.agencyName.vi) trong thời gian sớm nhất. Trân trọng cảm ơn."
    }

    private static func item(_ entry: SubmissionRoll.Entry, _ basis: Basis) -> String {
        let form = basis.catalogue.form(entry.key.form)
        let name = "biểu \(basis.formLabel(entry.key, .vi))" + (form.map { " (\($0.title.vi))" } ?? "")
        let findings = entry.readings.flatMap(\.findings)
        if !entry.waiting.isEmpty {
            let why = entry.waiting.flatMap(\.findings).filter(\.isHolding).map(\.message.vi).joined(separator: "; ")
            let kept =
                entry.isReceived
                ? "có tệp gửi sau được giữ lại, chưa thay số liệu đã gửi, vì \(why); số liệu đã gửi vẫn được tính"
                : "được giữ lại, chưa tính, vì \(why)"
            return "\(name) \(kept); đề nghị gửi tệp đúng, hoặc ghi lý do vào phiếu"
        }
        let errors = findings.count { $0.level == .error }
        let queries = findings.count { $0.level == .query && $0.answer == nil }
        return switch entry.state {
        case .missing: "\(name) chưa nhận được, hạn gửi \(Language.vi.date(entry.deadline))"
        case .wrongFormat: "\(name) đã gửi nhưng chưa đúng định dạng (đề nghị gửi tệp Excel hoặc CSV UTF-8)"
        case .refused: "\(name) chưa tiếp nhận được, có \(Language.vi.officialCount(max(errors, 1))) nội dung phải sửa"
        default:
            "\(name) có "
                + [
                    errors > 0 ? "\(Language.vi.officialCount(errors)) lỗi đề nghị sửa" : "",
                    queries > 0 ? "\(Language.vi.officialCount(queries)) nội dung cần xác nhận" : "",
                ].filter { !$0.isEmpty }.joined(separator: " và ")
        }
    }
}

extension SubmissionRoll.Entry {
    /// Whether the department still has something to do.
    package var asks: Bool {
        if !waiting.isEmpty { return true }
        return switch state {
        case .accepted, .afterClosing, .exempt: false
        default: true
        }
    }
}

private enum Words {
    static let title = Bilingual(vi: "TÌNH HÌNH GỬI BÁO CÁO", en: "SUBMISSIONS")
    static let held = Bilingual(
        vi: "GIỮ LẠI, CHỜ QUYẾT ĐỊNH (“nhận tệp” hoặc “rút tệp” trong xu-ly.csv)",
        en: "HELD UNTIL SOMEBODY DECIDES (“nhận tệp” or “rút tệp” in xu-ly.csv)")
    static let fileWide = Bilingual(vi: "CẦN XÁC NHẬN CHO CẢ TỆP", en: "QUERIES ABOUT WHOLE FILES")
}
