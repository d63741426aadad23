import Domain

/// A place and measure occurs in one part of a slice only.
struct PartsOverlap: LedgerCheck {
    static let name: RuleName = "parts-overlap"
    static let page = Bilingual(
        vi:
            "Một đơn vị gửi số liệu thành nhiều phần (tên tệp có --NHÃN), nhưng cùng một xã và cùng một cột có số ở hai phần. Số của "
            + "hai phần đang được cộng; nếu là gửi trùng, đề nghị bỏ ở một phần.",
        en:
            "A department sent its figures in parts (--LABEL in the file name), and one commune and column occurs in two of them. The "
            + "parts are added; if one repeats the other, take it out of one part.")

    static func findings(_ scope: LedgerScope) -> [Finding] {
        var findings: [Finding] = []
        for (key, readings) in scope.slices.readings.sorted(by: { $0.key < $1.key })
        where readings.count > 1 && scope.period.contains(key.month) {
            var first: [UnitKey: String] = [:]
            var reported: Set<UnitKey> = []
            for reading in readings {
                for unit in Set(reading.tallies.filter { $0.cells.number > 0 }.map(\.unit)).sorted() {
                    guard let earlier = first[unit] else {
                        first[unit] = reading.receipt.path
                        continue
                    }
                    guard reported.insert(unit).inserted else { continue }
                    let unitName = scope.catalogue.geography.unit(unit)?.fullName ?? unit.code
                    findings.append(
                        Finding(
                            rule: name, level: .error, position: Position(file: reading.receipt.path), value: unitName,
                            message: .twice(unitName, earlier),
                            remedy: Bilingual(
                                vi: "bỏ số liệu trùng ở một trong hai tệp và gửi lại",
                                en: "take the repeated figures out of one of the files and send it again")))
                }
            }
        }
        return findings
    }
}

extension Bilingual {
    fileprivate static func twice(_ unit: String, _ earlier: String) -> Bilingual {
        Bilingual(
            vi: "“\(unit)” đã có số liệu ở phần “\(earlier)”",
            en: "“\(unit)” already has figures in the part “\(earlier)”")
    }
}
