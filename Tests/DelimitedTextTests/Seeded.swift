/// Numbers that are the same on every run (SplitMix64).
struct Seeded: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }

    /// A text of so many pieces taken from those given.
    mutating func text(of pieces: [String], count: Int) -> String {
        var text = ""
        for _ in 0..<count { text += pieces[Int(next() % UInt64(pieces.count))] }
        return text
    }
}
