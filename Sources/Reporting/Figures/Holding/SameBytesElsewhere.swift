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
        guard let first = suspect.evidence.firstCopy(of: suspect.reading) else { return atOnce(suspect) }
        if first.slice == suspect.reading.slice { return nil }
        return Bilingual(
            vi: "giống hệt “\(first.receipt.path)” đã nhận trước",
            en: "is the same as “\(first.receipt.path)”, received before")
    }

    private static func atOnce(_ suspect: Suspect) -> Bilingual? {
        suspect.evidence.copyAtOnce(of: suspect.reading).map { other in
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

extension Evidence {
    /// Of all that have the same bytes, the one received first, which was not withdrawn; `nil` where it is this one.
    func firstCopy(of reading: Reading) -> Reading? {
        let copies = copies(of: reading.receipt.sha256).filter { copy in
            copy.receipt != reading.receipt && isSameSheet(copy, reading) && !isWithdrawn(copy)
        }
        let own = (receivedAt(reading.receipt), reading.receipt.path)
        return copies.filter { (receivedAt($0.receipt), $0.receipt.path) < own }
            .min { (receivedAt($0.receipt), $0.receipt.path) < (receivedAt($1.receipt), $1.receipt.path) }
    }

    /// One that came at the very same time for another slice: nothing says which of them lies right.
    func copyAtOnce(of reading: Reading) -> Reading? {
        copies(of: reading.receipt.sha256).filter { copy in
            copy.slice != reading.slice && receivedAt(copy.receipt) == receivedAt(reading.receipt)
                && isSameSheet(copy, reading) && !isWithdrawn(copy)
        }.min { $0.receipt.path < $1.receipt.path }
    }

    /// Two sheets of one workbook are of the same bytes, and no copies.
    private func isSameSheet(_ one: Reading, _ other: Reading) -> Bool {
        SheetPath.sheet(of: one.receipt.path) == SheetPath.sheet(of: other.receipt.path)
    }

    /// Whether the officer took a file out.
    func isWithdrawn(_ reading: Reading) -> Bool {
        guard let slice = reading.slice else { return false }
        let path = reading.receipt.path
        let own = Slice(department: countingDepartment(slice), form: slice.form, period: slice.period)
        return decisions(naming: path).contains { $0.action == .withdraw && applies($0, to: own, path: path) }
    }
}
