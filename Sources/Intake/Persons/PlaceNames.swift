import Domain

/// The names of communes, districts and provinces, some of which are persons', too.
struct PlaceNames: Sendable {
    private let names: OnDemand<Set<String>>

    init(_ geography: Geography) {
        names = OnDemand { Set(geography.units.flatMap { [$0.name, $0.fullName] + $0.aliases }.map(Folding.exact)) }
    }

    func contains(_ text: String) -> Bool { names.value.contains(Folding.exact(text)) }
}
