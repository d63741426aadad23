import Domain

/// A place and measure occurs in one part of a slice only.
struct PartsOverlap: LedgerCheck {
    static let code = "parts-overlap"
    static let page = Bilingual(
        vi:
            "Một đơn vị gửi số liệu thành nhiều phần (tên tệp có --NHÃN), nhưng cùng một xã và cùng một cột có số ở hai phần. "
            + "Số liệu trùng chưa được tính ở cả hai phần; đề nghị bỏ ở một phần.",
        en:
            "A department sent its figures in parts (--LABEL in the file name), and one commune and column occurs in two of them. Neither "
            + "counts there; take it out of one part.")

    private struct Given: Hashable {
        let unit: UnitKey
        let measure: String
    }

    static func findings(_ scope: LedgerScope) -> [Finding] {
        var findings: [Finding] = []
        for (key, readings) in scope.slices.readings.sorted(by: { $0.key < $1.key })
        where readings.count > 1 && scope.period.contains(key.month) {
            var first: [Given: String] = [:]
            var reported: Set<UnitKey> = []
            for reading in readings {
                for tally in reading.tallies where tally.cells.number + tally.cells.zero + tally.cells.uncollected > 0 {
                    let given = Given(unit: tally.unit, measure: tally.measure)
                    guard let earlier = first[given], earlier != reading.receipt.path else {
                        first[given] = reading.receipt.path
                        continue
                    }
                    guard reported.insert(tally.unit).inserted else { continue }
                    let unitName = scope.catalogue.geography.unit(tally.unit)?.fullName ?? tally.unit.code
                    findings.append(
                        Finding(
                            rule: self, level: .error, position: Position(file: reading.receipt.path), value: unitName,
                            message: .twice(unitName, earlier),
                            remedy: Bilingual(
                                vi: "Bỏ số liệu trùng ở một trong hai tệp và gửi lại.",
                                en: "Take the repeated figures out of one of the files and send it again.")))
                }
            }
        }
        return findings
    }
}

extension Bilingual {
    fileprivate static func twice(_ unit: String, _ earlier: String) -> Bilingual {
        Bilingual(
            vi: "“\(unit)” đã có số liệu ở phần “\(earlier)”; chưa được tính ở cả hai phần",
            en: "“\(unit)” already has figures in the part “\(earlier)”; neither counts")
    }
}
