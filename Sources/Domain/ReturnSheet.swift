/// What the sheet of a return calls itself and its columns: whoever writes it and whoever reads it again when it is sent
/// back name them here. Returns are Vietnamese.
package enum ReturnSheet {
    package static let request = "Phiếu đề nghị chỉnh sửa, bổ sung số liệu"
    package static let confirmation = "Phiếu xác nhận tiếp nhận số liệu"
    package static let addressee = "Kính gửi"
    package static let sheetName = "Cần sửa, cần xác nhận"
    /// What stands in a cell to which nothing belongs.
    package static let nothing = "–"
    /// The level of a query that has its reason.
    package static let answered = "đã thuyết minh"

    package enum Column: String, CaseIterable, Sendable {
        case file = "Tệp"
        case row = "Dòng"
        case column = "Cột"
        case level = "Mức"
        case value = "Giá trị đã ghi"
        case message = "Nội dung"
        case remedy = "Đề nghị"
        case rule = "Mã quy tắc"
        case reason = "Thuyết minh"
    }

    /// A question as it is written into a return, and by which it is known again.
    package static func question(_ finding: Finding) -> String {
        let message = finding.message.vi
        return message.prefix(1).uppercased() + message.dropFirst()
    }
}

extension Reading {
    /// The same with its queries looked at again.
    package func mappingFindings(_ transform: (Finding) -> Finding) -> Reading {
        Reading(
            receipt: receipt, catalogueDigest: catalogueDigest, department: department, form: form, period: period,
            part: part, sequence: sequence, state: state, unlisted: unlisted, measures: measures, tallies: tallies,
            refusedPlaces: refusedPlaces, refusedRowsWithoutPlace: refusedRowsWithoutPlace, rowsRead: rowsRead,
            rowsCounted: rowsCounted, findings: findings.map(transform), answers: answers)
    }
}
