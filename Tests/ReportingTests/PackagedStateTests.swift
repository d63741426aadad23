import Domain
import Testing

@testable import Reporting

/// What a province's package writes is what the office that adds up provinces reads.
struct PackagedStateTests {
    @Test func `every state that a package writes has one code, and every code a state`() {
        let amount = Amount.quantity(.zero)
        let figures =
            [Figure(.known(amount, .reported)), Figure(.known(amount, .provisional)), Figure(.known(amount, .revised))]
            + Absence.allCases.map { Figure(.absent($0)) }
        let states = figures.map { PackagedState(name: $0.state.vi) }
        #expect(!states.contains(nil))
        #expect(Set(states.compactMap(\.self)) == Set(PackagedState.allCases))
    }

    @Test func `a tally's codes give its state back, and other codes none`() {
        for state in PackagedState.allCases {
            #expect(PackagedState(tally: "\(PackagedState.column)=\(state.rawValue)") == state)
        }
        #expect(PackagedState(tally: "") == nil)
        #expect(PackagedState(tally: "chuong_trinh=so-bo") == nil)
        #expect(PackagedState.allCases.filter(\.isOfficial) == [.reported, .revised])
    }
}
