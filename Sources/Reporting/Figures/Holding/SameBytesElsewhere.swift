import Domain

/// A file is sent once, for one period and department.
enum SameBytesElsewhere: HoldingRule {
    static let code = "same-file-elsewhere"
    static let page = Bilingual(
        vi:
            "Tệp giống hệt, từng byte, một tệp đã nhận cho kỳ khác hoặc đơn vị khác: có thể để nhầm thư mục hoặc đã chuyển thư mục. Tệp "
            + "nhận trước vẫn được tính, tệp này được giữ lại. Nếu tệp này mới đúng chỗ, quyết định «rút tệp» đối với tệp kia; nếu cả hai "
            + "đều đúng, quyết định «nhận tệp».",
        en:
            "The file is the same, byte for byte, as one received for another period or department: it may lie in the wrong folder, or "
            + "have been moved. The one received first counts, this one is held. If this one lies right, decide «rút tệp» for the other; "
            + "if both are right, decide «nhận tệp».")

    static func doubt(_ suspect: Suspect) -> Bilingual? {
        guard let first = suspect.evidence.firstCopy(of: suspect.reading), first.slice != suspect.reading.slice else {
            return nil
        }
        return Bilingual(
            vi: "giống hệt “\(first.receipt.path)” đã nhận trước",
            en: "is the same as “\(first.receipt.path)”, received before")
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

extension Evidence {
    /// Of all that have the same bytes, the one received first, which was not withdrawn; `nil` where it is this one.
    func firstCopy(of reading: Reading) -> Reading? {
        let copies = copies(of: reading.receipt.sha256).filter { copy in
            copy.receipt != reading.receipt && !isWithdrawn(copy)
        }
        let own = (receivedAt(reading.receipt), reading.receipt.path)
        return copies.filter { (receivedAt($0.receipt), $0.receipt.path) < own }
            .min { (receivedAt($0.receipt), $0.receipt.path) < (receivedAt($1.receipt), $1.receipt.path) }
    }

    /// Whether the officer took a file out.
    func isWithdrawn(_ reading: Reading) -> Bool {
        guard let slice = reading.slice else { return false }
        let path = reading.receipt.path
        let own = Slice(department: countingDepartment(slice), form: slice.form, period: slice.period)
        return decisions(naming: path).contains { $0.action == .withdraw && applies($0, to: own, path: path) }
    }
}
