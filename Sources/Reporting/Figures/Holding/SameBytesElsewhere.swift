import Domain

/// A file is sent once, for one period and department.
enum SameBytesElsewhere: HoldingRule {
    static let code = "same-file-elsewhere"
    static let page = Bilingual(
        vi:
            "Tệp giống hệt, từng byte, một tệp đã nhận cho kỳ khác hoặc đơn vị khác: có thể để nhầm thư mục hoặc đã chuyển thư mục. Tệp "
            + "nhận trước vẫn được tính, tệp này được giữ lại; nhận cùng lúc thì giữ lại cả hai. Nếu tệp này mới đúng chỗ, quyết định "
            + "“rút tệp” đối với tệp kia; nếu cả hai đều đúng, quyết định “nhận tệp”.",
        en:
            "The file is the same, byte for byte, as one received for another period or department: it may lie in the wrong folder, or "
            + "have been moved. The one received first counts, this one is held; of two that came at once both are. If this one lies "
            + "right, decide “rút tệp” for the other; if both are right, decide “nhận tệp”.")

    static func doubt(_ suspect: Suspect) -> Bilingual? {
        // A nil report has nothing of its own: it may well be the same every month.
        guard suspect.reading.rowsRead > 0 else { return nil }
        guard let first = suspect.firstCopy else { return atOnce(suspect) }
        if first.slice == suspect.reading.slice { return nil }
        return Bilingual(
            vi: "giống hệt “\(first.receipt.path)” đã nhận trước",
            en: "is the same as “\(first.receipt.path)”, received before")
    }

    private static func atOnce(_ suspect: Suspect) -> Bilingual? {
        suspect.copyAtOnce.map { other in
            Bilingual(
                vi: "giống hệt “\(other.receipt.path)” nhận cùng lúc",
                en: "is the same as “\(other.receipt.path)”, received at the same time")
        }
    }
}

/// The same file twice in one slice counts once.
enum SameBytesTwice: Rule {
    static let code = "same-file-twice"
    static let page = Bilingual(
        vi:
            "Hai tệp giống hệt nhau của cùng đơn vị, cùng biểu, cùng kỳ: chỉ tính một lần. Không phải làm gì; có thể bỏ bớt một tệp.",
        en:
            "Two files of one department, form and period are the same, byte for byte: they count once. Nothing to do; one may be removed."
    )

    static func note(_ reading: Reading, of first: Reading) -> Finding {
        finding(
            .note, at: Position(file: reading.receipt.path),
            Bilingual(
                vi: "giống hệt “\(first.receipt.path)”; chỉ tính một lần",
                en: "is the same as “\(first.receipt.path)”; it counts once"),
            remedy: Bilingual(vi: "Không phải làm gì.", en: "Nothing to do."))
    }
}
