import Domain

/// The figures of a department are its own.
enum SameAsAnotherDepartment: HoldingRule {
    static let code = "same-as-another-department"
    static let page = Bilingual(
        vi:
            "Mọi hoặc gần như mọi số phát sinh trong tệp (không kể số tồn, số lũy kế và ô bằng 0) trùng với tệp mà đơn vị khác gửi cho cùng "
            + "biểu, cùng kỳ, nhiều đến mức không thể do ngẫu nhiên: có thể lấy tệp của đơn vị kia làm mẫu mà chưa thay số, hoặc hai đơn vị "
            + "cùng báo cáo những việc làm chung; cộng lại thì mỗi việc thành hai. Chỉ so những chỉ tiêu mà số của cả hai đơn vị đều vào "
            + "tổng. Tệp nhận trước vẫn được tính, tệp này được giữ lại; nhận cùng lúc thì giữ lại cả hai. Nếu đúng là số của đơn vị mình, "
            + "ghi lý do vào phiếu hoặc quyết định “nhận tệp”; việc làm chung thì chỉ một đơn vị báo cáo, đơn vị kia gửi tệp đúng.",
        en:
            "Every count in the file, or nearly every one (stocks, cumulative numbers and zeros aside), equals that of a file which another "
            + "department sent for the same form and period, more of them than chance explains: that file may have been used as a form and "
            + "its figures left in it, or both report what they did together, which would be added up twice. Only indicators are compared "
            + "for which both departments enter the totals. The file received first counts, this one is held; of two that came at once both "
            + "are. If the figures are the department's own, give the reason in the return or decide “nhận tệp”; of what was done together "
            + "one department reports, and the other sends the right file.")

    static func doubt(_ suspect: Suspect) -> Bilingual? {
        guard SameBytesElsewhere.doubt(suspect) == nil else { return nil }
        let (slice, history) = (suspect.slice, suspect.history)
        let day = suspect.catalogue.organisation.calendar.lastDay(of: slice.period)
        let area = suspect.catalogue.department(slice.department, on: day)?.unit
        // Of another commune, or of the province, every place would be another.
        let others = history.sentByOthers(slice, by: suspect.receivedAt).filter { other in
            suspect.catalogue.department(other.department, on: day)?.unit == area
        }
        var own: (measures: [String], amounts: [FlowCells.Cell: Int64])?
        for other in others {
            let measures = history.flowMeasures(suspect.reading).filter { measure in
                [slice.department, other.department].allSatisfy { history.counts(measure, of: $0, on: day) }
            }
            let isOfMonth = slice.period.monthCount == 1
            if isOfMonth, !history.haveAsManyCounts(suspect.reading, other.reading, in: measures) { continue }
            if own?.measures != measures {
                own = (measures, history.flows(of: suspect.reading, in: measures).amounts)
            }
            let amounts = own?.amounts ?? [:]
            if let agreement = Coincidence.agreement(amounts, other.reading, in: measures, history, among: others.count)
            {
                let name = suspect.catalogue.department(other.department, on: day)
                return .same(agreement, as: other.reading.receipt.path, of: name, isEarlier: other.isEarlier)
            }
        }
        return nil
    }
}

extension Bilingual {
    fileprivate static func same(
        _ agreement: Coincidence.Agreement, as path: String, of department: Department?, isEarlier: Bool
    ) -> Bilingual {
        Bilingual(
            vi: "\(agreement.vi) số phát sinh trùng với “\(path)” của \(department?.name(in: .vi) ?? "đơn vị khác"), "
                + (isEarlier ? "đã nhận trước" : "nhận cùng lúc"),
            en:
                "\(agreement.en) counts equal those of “\(path)” of \(department?.name(in: .en) ?? "another department"), "
                + (isEarlier ? "received before" : "received at the same time"))
    }
}
