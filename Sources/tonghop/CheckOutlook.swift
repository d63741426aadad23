import Domain
import Reporting

extension CheckReport {
    /// What would become of a file that is doubtful as a whole, and of the province's figures if it were taken.
    struct Outlook: Encodable {
        /// A figure of the province over the file's period.
        struct Figure: Encodable {
            let indicator, name, now, taken: String
        }

        let file: String
        let figures: [Figure]

        init(file: String, moves: [AwaitedDecision.Move], _ language: Language) {
            self.file = file
            figures = moves.map { move in
                let (now, taken) = move.words(language)
                return Figure(
                    indicator: move.indicator.code, name: move.indicator.name[language], now: now, taken: taken)
            }
        }

        /// A line that says that it would be held, then one for each figure.
        func text(_ language: Language) -> String {
            let head = Bilingual(
                vi:
                    "\(file): sẽ được giữ lại, chưa tính, chờ quyết định (Việc «nhận tệp» hoặc «rút tệp» trong xu-ly.csv).",
                en:
                    "\(file): would be held, not counted, until somebody decides («nhận tệp» or «rút tệp» in xu-ly.csv)."
            )
            let tail = Bilingual(vi: "nếu nhận tệp, toàn tỉnh", en: "if taken, the province")
            return
                ([head[language]]
                + figures.map { "\(file): \(tail[language]): \($0.indicator) \($0.name): \($0.now) → \($0.taken)" })
                .joined(separator: "\n")
        }
    }
}
