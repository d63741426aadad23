/// How far down a package goes with an indicator.
package enum PlaceDepth: String, Hashable, Sendable, CaseIterable {
    case communes, districts, province, nothing

    package func includes(_ place: PlaceIndex.Place) -> Bool {
        switch (self, place) {
        case (.communes, _), (.districts, .province), (.districts, .placeless), (.districts, .district),
            (.province, .province):
            true
        default: false
        }
    }

    /// This one and those that show less, the most first.
    var andLess: ArraySlice<PlaceDepth> {
        PlaceDepth.allCases[(PlaceDepth.allCases.firstIndex(of: self) ?? 0)...]
    }
}
