import DelimitedText
import Domain

/// A reason is words.
enum ReasonInWords: RowRule {
    static let code = "reason-is-formula"
    static let page = Bilingual(
        vi: """
            Ô «Thuyết minh» không có lời mà có lỗi hoặc công thức của Excel: gõ «- đúng» hoặc «= đúng» thì Excel hiểu là công \
            thức và ghi #NAME?. Ô đó không được nhận làm câu trả lời, câu hỏi vẫn còn. Gõ lại lời thuyết minh, không bắt đầu \
            bằng dấu - hoặc =, lưu rồi gửi lại.
            """,
        en: """
            The cell «Thuyết minh» holds no words but an error or a formula of Excel: what begins with - or = is taken for a \
            formula, and becomes #NAME?. It is no answer, and the question stands. Write the reason again without - or = in \
            front, save it and send it again.
            """)

    static var judgesMovedCells: Bool { true }

    static func judge(_ row: inout RowInHand, _ block: borrowing RowBlock, _ judge: inout RowJudge) {
        guard let reason = row.reason, isFormula(reason) else { return }
        row.reason = nil
        let table = judge.table
        judge.say(Self.self) { finding(at: table.position(row, table.plan.reason), value: reason) }
    }

    /// `#NAME?`, `####`, `=A10`; not `#1 đã sửa` or `=> đã sửa`.
    static func isFormula(_ text: String) -> Bool {
        guard let first = text.utf8.first, first == UInt8(ascii: "#") || first == UInt8(ascii: "=") else {
            return false
        }
        let rest = text.unicodeScalars.dropFirst()
        guard first == UInt8(ascii: "=") else {
            let others = rest.filter { !("A"..."Z").contains($0) && !"#/!?0_".unicodeScalars.contains($0) }
            return !rest.isEmpty && others.isEmpty
        }
        return rest.first.map {
            $0.isASCII && ($0.properties.isAlphabetic || "0123456789(+-\"'$@#{".unicodeScalars.contains($0))
        }
            ?? false
    }

    static func finding(at position: Position, value: String) -> Finding {
        finding(
            .query, at: position, value: value,
            Bilingual(
                vi: "thuyết minh \(value.quoted) là lỗi hoặc công thức của Excel, không nhận làm câu trả lời",
                en: "the reason \(value.quoted) is an error or a formula of Excel, and is not taken"),
            expected: Bilingual(vi: "lý do bằng lời", en: "a reason in words"),
            remedy: Bilingual(
                vi: "Gõ lại thuyết minh, không bắt đầu bằng dấu - hoặc =.",
                en: "Write the reason again without - or = in front."))
    }
}
