import Domain

/// Every reason in a return sent back answers a question that still stands.
struct ReasonFindsQuestion: LedgerCheck {
    static let code = "reason-without-question"
    static let page = Bilingual(
        vi:
            "Phiếu gửi trả lại có lý do cho một dòng, một giá trị không còn như khi hỏi: tệp số liệu đã được gửi lại, dòng đã đổi "
            + "chỗ hoặc giá trị đã khác, nên lý do không được áp dụng. Nếu số liệu mới vẫn có nội dung cần xác nhận thì ghi lý do "
            + "vào phiếu mới nhất rồi gửi lại; nếu không thì không phải làm gì thêm ngoài việc rút phiếu cũ (“rút tệp” trong "
            + "xu-ly.csv) hoặc gửi phiếu mới thay cho nó.",
        en:
            "A return that was sent back gives a reason for a row or value that is no longer as it was asked about: the file was "
            + "sent again, its rows moved, or the value changed. The reason is not applied. Where the new figures still have to "
            + "be confirmed, write it into the newest return and send that; else withdraw the old return (“rút tệp” in "
            + "xu-ly.csv), or send a new one in its place.")

    static func findings(_ scope: LedgerScope) -> [Finding] {
        scope.idleAnswers.filter { !$0.meetsError && $0.given.answer.asked != .error }.map { idle in
            let answer = idle.given.answer
            // The reason did its work before the correction came; a repeated one was only left where it stood.
            let isSettled = answer.asked == .answered || idle.isOvertaken
            return Finding(
                rule: self, level: isSettled ? .note : .query, position: answer.position, value: answer.reason,
                message: .withoutQuestion(answer, isOvertaken: idle.isOvertaken),
                remedy: isSettled
                    ? Bilingual(vi: "Không phải làm gì.", en: "Nothing to do.")
                    : Bilingual(
                        vi: "Đối chiếu với tệp đang tính; nếu vẫn cần, ghi lý do vào phiếu mới nhất rồi gửi lại.",
                        en: "Compare it with the file that counts; where needed, answer in the newest return."))
        }
    }
}

/// Reasons stand for queries; what is an error is corrected.
struct ReasonForError: LedgerCheck {
    static let code = "reason-for-error"
    static let page = Bilingual(
        vi:
            "Phiếu gửi trả lại ghi lý do cho một dòng ở mức “lỗi”, hoặc cho biểu chưa gửi. Lý do chỉ dùng cho nội dung “cần xác "
            + "nhận”; lỗi vẫn còn cho đến khi sửa trong tệp số liệu và gửi lại tệp đó, biểu chưa gửi thì vẫn phải gửi.",
        en:
            "A return that was sent back gives a reason for an error, or for a form that was not sent. Reasons answer queries "
            + "only: an error stands until the file is corrected and sent again, and a form is owed until it is in.")

    static func findings(_ scope: LedgerScope) -> [Finding] {
        scope.idleAnswers.filter(\.meetsError).map { idle in
            let answer = idle.given.answer
            return Finding(
                rule: self, level: .query, position: answer.position, value: answer.reason, message: .forError(answer),
                remedy: Bilingual(
                    vi: "Sửa trong tệp số liệu, hoặc gửi biểu còn thiếu.",
                    en: "Correct the file itself, or send the form that is missing."))
        }
    }
}

extension LedgerScope {
    /// A reason that clears nothing.
    struct IdleAnswer {
        let given: AnswersInForce.Given
        /// It was given for something that is an error, and still stands.
        let meetsError: Bool
        /// What counts for the file that was asked about was received after the reason.
        let isOvertaken: Bool
    }

    /// Of each department, those of its newest return of the period.
    var idleAnswers: [IdleAnswer] {
        let answers = evidence.answers
        guard !answers.isEmpty else { return [] }
        let own = answers.given.filter { $0.reading.period.map { period.contains($0.last) } ?? false }
        let newest = Dictionary(own.map { ($0.key.department, $0.reading.receipt) }, uniquingKeysWith: { $1 })
        let inForce = Set(slices.readings.values.joined().map(\.receipt))
        let current = Evidence.newestByPath(evidence.readings).values
            .filter { !$0.isCounted || inForce.contains($0.receipt) }
        let found = current.flatMap(\.findings) + raised
        var levels: [AnswersInForce.Key: Finding.Level] = [:]
        for finding in found {
            guard let key = answers.key(of: finding) else { continue }
            levels[key] = max(levels[key] ?? .note, finding.level)
        }
        return own.filter { newest[$0.key.department] == $0.reading.receipt }.compactMap { given in
            let level = levels[given.key]
            guard level != .query else { return nil }
            let isOwed = given.answer.rule.text == ReturnSheet.nothing && owes(given.key.department)
            return IdleAnswer(
                given: given, meetsError: level == .error || isOwed,
                isOvertaken: isOvertaken(given, current))
        }
    }

    private func owes(_ department: String) -> Bool {
        let roll = SubmissionRoll(evidence, slices, months: period.months)
        return roll.missing.contains { $0.key.department == department }
    }

    private func isOvertaken(_ given: AnswersInForce.Given, _ current: [Reading]) -> Bool {
        guard case .part(let slice, let label) = given.key.subject else { return false }
        return current.contains { reading in
            reading.slice == slice && reading.part == label
                && evidence.receivedAt(reading.receipt) > given.receivedAt
        }
    }
}

extension Bilingual {
    fileprivate static func place(_ answer: Answer) -> Self {
        let cell = answer.column.map(Position.letters) ?? ""
        return answer.row > 0
            ? Self(
                vi: "\(cell.isEmpty ? "dòng" : "ô") \(cell)\(answer.row) của tệp “\(answer.file)”",
                en: "\(cell.isEmpty ? "row" : "cell") \(cell)\(answer.row) of “\(answer.file)”")
            : Self(vi: "“\(answer.file)”", en: "“\(answer.file)”")
    }

    fileprivate static func withoutQuestion(_ answer: Answer, isOvertaken: Bool) -> Self {
        let place = place(answer)
        return isOvertaken
            ? Self(
                vi: "lý do cho \(place.vi) không còn cần vì tệp đã được gửi lại sau đó",
                en: "the reason for \(place.en) is no longer needed: the file was sent again since")
            : Self(
                vi: "lý do cho \(place.vi) không được áp dụng: ở đó không còn nội dung cần xác nhận như đã hỏi",
                en: "the reason for \(place.en) is not applied: what was asked no longer stands there")
    }

    fileprivate static func forError(_ answer: Answer) -> Self {
        let place = place(answer)
        return answer.rule.text == ReturnSheet.nothing
            ? Self(
                vi: "lý do ghi cho biểu “\(answer.file)” chưa gửi không thay cho việc gửi biểu",
                en: "the reason given for the form “\(answer.file)” does not take the place of sending it")
            : Self(
                vi: "lý do cho \(place.vi) không xóa được lỗi ở đó",
                en: "the reason for \(place.en) does not clear the error there")
    }
}
