import Domain

/// A supplement names the places that the file before named: not a district whose communes stand there, nor the other way round.
enum SupplementOverlapsPlace: HoldingRule {
    static let code = "supplement-overlaps-place"
    static let page = Bilingual(
        vi:
            "Bản bổ sung ghi số liệu cho một nơi nằm trong, hoặc bao gồm, nơi mà tệp trước đã ghi dưới tên khác: cả địa bàn trong khi tệp "
            + "trước ghi từng xã, một xã trong khi tệp trước chỉ ghi chung cả địa bàn, hoặc tên cũ và tên mới của đơn vị vừa sắp xếp. Nếu "
            + "cộng cả hai thì tính hai lần, nên tệp được giữ lại, số liệu trước giữ nguyên. Ghi đúng nơi như tệp trước, hoặc gửi lại cả "
            + "biểu với «Lần gửi» cao hơn.",
        en:
            "The supplement gives a place that lies in, or holds, one that the file before gave under another name: a district whose "
            + "communes stand there, a commune of a district that stands there as a whole, the old and the new name of a unit that "
            + "changed. Both together would count twice, so it is held and what stood stays. Name the places as the file before did, "
            + "or send the whole form with a higher «Lần gửi».")

    static func doubt(_ suspect: Suspect) -> Bilingual? {
        guard suspect.reading.isSupplement, !suspect.replaced.isEmpty else { return nil }
        let geography = suspect.catalogue.geography
        var standing: [Unit] = []
        var seen: Set<UnitKey> = []
        for tally in suspect.replaced.flatMap(\.tallies) where !tally.sum.isZero && seen.insert(tally.unit).inserted {
            standing += geography.unit(tally.unit).map { [$0] } ?? []
        }
        let days = suspect.catalogue.organisation.calendar.days(of: suspect.slice.period)
        let territories = Territories(geography, days)
        for unit in AnsweredCells(of: suspect.reading).units.sorted().compactMap(geography.unit) {
            let other = standing.sorted { $0.key < $1.key }.first { territories.overlap(unit, $0) }
            if let other { return said(unit, other) }
        }
        return nil
    }

    private static func said(_ unit: Unit, _ other: Unit) -> Bilingual {
        Bilingual(
            vi:
                "có dòng “\(unit.fullName)” (\(unit.code)), trong khi tệp trước ghi “\(other.fullName)” (\(other.code))",
            en:
                "has a row “\(unit.fullName)” (\(unit.code)) where the file before has “\(other.fullName)” (\(other.code))"
        )
    }

    /// Where units lie at the end of the period.
    private struct Territories {
        let geography: Geography
        let days: ClosedRange<Day>

        init(_ geography: Geography, _ days: ClosedRange<Day>) { (self.geography, self.days) = (geography, days) }

        /// Whether two units under different keys share territory.
        func overlap(_ unit: Unit, _ other: Unit) -> Bool {
            if unit.level == .district, other.level == .commune { return other.district == unit.code }
            if unit.level == .commune, other.level == .district { return unit.district == other.code }
            guard unit.key != other.key, unit.level == other.level, changes(unit) || changes(other) else {
                return false
            }
            return !heirs(of: unit).isDisjoint(with: heirs(of: other))
        }

        /// Whether the unit was not there on all days of the period.
        private func changes(_ unit: Unit) -> Bool {
            !unit.validity.contains(days.lowerBound) || !unit.validity.contains(days.upperBound)
        }

        private func heirs(of unit: Unit) -> Set<UnitKey> {
            switch geography.destination(of: unit.key, since: days.lowerBound, on: days.upperBound) {
            case .whole(let key): [key]
            case .shared(let parts): Set(parts.map(\.unit))
            case .uncertain(let keys): keys
            case .none: []
            }
        }
    }
}
