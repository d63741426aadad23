import Domain

/// A figure that is another in one set than in another of the same period.
package struct MovedFigure: Sendable {
    package let indicator: Indicator
    /// `nil`: the province.
    package let place: String?
    package let before: Figure
    package let after: Figure

    /// `TT02 Số lượt người nghe, xã Bản Mây: 1.890 → 1.810`
    package func line(_ language: Language) -> String {
        let move = AwaitedDecision.Move(indicator: indicator, now: before, taken: after).words(language)
        let named = place.map { ", \($0)" } ?? ""
        return "\(indicator.code) \(indicator.name[language])\(named): \(move.now) → \(move.taken)"
    }
}

extension Basis {
    /// The figures over the period that are others than in an earlier draft: the province's, else those of places.
    package func moved(since before: Basis, _ language: Language) -> [MovedFigure] {
        func moved(_ place: Int, _ earlier: Int) -> [MovedFigure] {
            catalogue.indicators.compactMap { indicator in
                let was = before.figure(indicator, at: earlier)
                let now = figure(indicator, at: place)
                guard indicator.isMoved(from: was, to: now) || was.isProvisional != now.isProvisional else {
                    return nil
                }
                let name = place == PlaceIndex.province ? nil : placeName(place, language)
                return MovedFigure(indicator: indicator, place: name, before: was, after: now)
            }
        }
        let whole = moved(PlaceIndex.province, PlaceIndex.province)
        guard whole.isEmpty else { return whole }
        let known = Dictionary(
            zip(before.index.places, before.index.places.indices), uniquingKeysWith: { first, _ in first })
        return index.places.indices.filter { $0 != PlaceIndex.province }.flatMap { place in
            known[index.places[place]].map { moved(place, $0) } ?? []
        }
    }
}
