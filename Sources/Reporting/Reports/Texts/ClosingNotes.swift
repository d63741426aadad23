import Domain

extension Basis {
    /// When the months of the period were closed and reopened, by whom and why, and what has been held since.
    func closingNotes(_ language: Language) -> [String] {
        let decisions = evidence.closings.filter { decision in
            decision.period.map { span in period.months.contains(where: span.contains) } ?? true
        }
        let held = heldReadings.filter { !$0.isWaiting }.map { item in
            let time = clock(evidence.receivedAt(item.reading.receipt), language)
            return language == .vi
                ? "Nhận sau khi chốt, đã lưu, chưa tính: \(item.reading.receipt.path) (nhận lúc \(time))."
                : "Received after closing, kept, not counted: \(item.reading.receipt.path) (received at \(time))."
        }
        return decisions.map { line($0, language) } + held
    }

    private func line(_ decision: Decision, _ language: Language) -> String {
        let isClosing = decision.action == .close
        let word =
            language == .vi ? (isClosing ? "Chốt số liệu" : "Mở lại số liệu") : (isClosing ? "Closed" : "Reopened")
        var scope = [decision.period?.name(in: language) ?? (language == .vi ? "mọi kỳ" : "all periods")]
        if let department = decision.department { scope.append(shortName(department, language)) }
        if let form = decision.form { scope.append(catalogue.form(form)?.number ?? form) }
        if let path = decision.path { scope.append(path) }
        let approver = decision.approver.isEmpty ? "" : " (\(decision.approver))"
        let time = clock(decision.at, language)
        var until = ""
        if case .reopen(let end?) = decision.action {
            until = (language == .vi ? " đến " : " until ") + clock(end, language)
        }
        return language == .vi
            ? "\(word) \(scope.joined(separator: ", ")) từ \(time)\(until): \(decision.reason)\(approver)."
            : "\(word): \(scope.joined(separator: ", ")), from \(time)\(until): \(decision.reason)\(approver)."
    }

    /// `17:00 ngày 20/10/2026`, on the office's clock.
    func clock(_ instant: Instant, _ language: Language) -> String {
        let local = instant.local(in: organisation.timeZone)
        var time = "\(padded(local.hour, 2)):\(padded(local.minute, 2))"
        if local.second != 0 { time += ":\(padded(local.second, 2))" }
        return language == .vi ? "\(time) ngày \(language.date(local.day))" : "\(time) on \(language.date(local.day))"
    }

    /// What became of a file.
    func words(_ reading: Reading) -> Bilingual {
        if heldReadings.contains(where: { $0.isWaiting && $0.reading.receipt == reading.receipt }) {
            let words = SubmissionRoll.State.held.words
            return Bilingual(vi: words.vi.lowercasedFirst, en: words.en.lowercasedFirst)
        }
        if isHeld(reading) {
            return Bilingual(vi: "nhận sau khi chốt, chưa tính", en: "received after closing, not counted")
        }
        let words = reading.state.words
        guard let more = supplementWords(reading) else { return words }
        return Bilingual(vi: "\(words.vi), \(more.vi)", en: "\(words.en), \(more.en)")
    }

    /// What a supplement did, and what was done by one to what it supplements.
    private func supplementWords(_ reading: Reading) -> Bilingual? {
        if reading.supplementsNothing {
            return Bilingual(vi: "chưa tính vì không có gì để bổ sung vào", en: "not counted: nothing to supplement")
        }
        guard let standing = slices.supplemented[reading.receipt] else { return nil }
        let places = Set(reading.isSupplement ? standing.tallies.units : reading.tallies.units)
        if reading.isSupplement {
            return Bilingual(
                vi: "bổ sung: thay số liệu của \(Language.vi.count(places.count)) nơi, các nơi khác giữ nguyên",
                en: "a supplement: replaces the figures of \(Language.en.count(places.count)) places, the others stand")
        }
        guard standing.tallies.count < reading.tallies.count else { return nil }
        let replaced = Set(reading.tallies.map(SupplementedCell.init))
            .subtracting(standing.tallies.map(SupplementedCell.init)).map(\.unit)
        let count = Set(replaced).count
        return Bilingual(
            vi: "số liệu của \(Language.vi.count(count)) nơi đã được thay bằng bản bổ sung",
            en: "the figures of \(Language.en.count(count)) places were replaced by a supplement")
    }

    /// How many rows of a file count now: none of one that is held or has nothing to supplement.
    func rowsCounted(_ reading: Reading) -> Int {
        if reading.supplementsNothing { return 0 }
        return heldReadings.contains { $0.reading.receipt == reading.receipt } ? 0 : reading.rowsCounted
    }
}

extension String {
    fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}

/// What a supplement replaces one by one.
private struct SupplementedCell: Hashable {
    let unit: UnitKey
    let measure: String

    init(_ tally: Tally) { (unit, measure) = (tally.unit, tally.measure) }
}
