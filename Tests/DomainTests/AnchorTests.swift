import Domain
import TestSupport
import Testing

struct AnchorTests {
    private static let digest = String(repeating: "0123456789abcdef", count: 4)

    @Test func `a code is what is printed of its entry, and is read back`() {
        let anchor = Anchor(entry: 12, digest: Self.digest)
        #expect(anchor.code == "0123-4567-89ab-cdef")
        #expect(anchor.line(.vi) == "Mã đối chiếu sổ tiếp nhận: 0123-4567-89ab-cdef (mục 12)")
        #expect(AnchorCode(anchor.code)?.digits == "0123456789abcdef")
        #expect(AnchorCode(Self.digest)?.digits == Self.digest)
    }

    @Test(arguments: ["0123456789ABCDEF", "0123 4567 89ab cdef", "0123–4567–89ab–cdef", " 0123.4567.89ab.cdef\u{A0}"])
    func `people write it in several ways`(text: String) {
        #expect(AnchorCode(text)?.description == "0123-4567-89ab-cdef")
    }

    @Test(arguments: [
        "", "0123-4567-89ab-cde", "0123-4567-89ab-cdeg", "０123456789abcdef", "0123,4567,89ab,cdef", digest + "0",
    ])
    func `nothing else is a code`(text: String) {
        #expect(AnchorCode(text) == nil)
    }

    @Test func `any part of sixteen digits and more comes back as it was printed`() {
        var generator = SeededGenerator(seed: 14)
        for _ in 0..<500 {
            let count = Int.random(in: AnchorCode.digitsMin...AnchorCode.digitsMax, using: &generator)
            let digits = String((0..<count).map { _ in "0123456789abcdef".randomElement(using: &generator) ?? "0" })
            let code = AnchorCode(digits)
            #expect(code?.digits == digits)
            #expect(AnchorCode(code?.description ?? "") == code)
        }
    }
}
