import TestSupport
import Testing

@testable import Domain

struct PersonCuesTests {
    @Test(arguments: [
        ("Số CCCD", PersonCues.identity), ("Giấy tờ tùy thân", .identity), ("số định danh cá nhân", .identity),
        ("Điện thoại liên hệ", .telephone), ("ĐT:", .telephone), ("MST cá nhân", .tax), ("mã số thuế", .tax),
        ("Bảo hiểm xã hội", .insurance), ("STK", .account), ("số tài khoản", .account), ("Hộ chiếu", .passport),
        ("giấy phép lái xe", .licence), ("Kinh phí (triệu đồng)", .money), ("tỷ lệ", .money),
    ])
    func `words say whose a number is`(_ text: String, _ cue: PersonCues) {
        #expect(PersonCues(in: text) == cue)
        #expect(PersonCues(in: "cột \(text)").contains(cue))
    }

    @Test(arguments: [
        "", "Số vụ", "01/ĐT", "cccdx", "căn", "can nhà cuoc", "di", "bảo hiểm", "mã số", "Tỉnh", "số giấy",
    ])
    func `parts of such words, and words apart, say nothing`(_ text: String) {
        #expect(PersonCues(in: text) == [])
    }

    @Test func `an account of the treasury is nobody's`() {
        #expect(PersonCues(in: "số tài khoản kho bạc") == [])
        #expect(PersonCues(in: "số tài khoản định danh") == [])
        #expect(PersonCues(in: "kho, số tài khoản; bạc") == .account)
    }

    @Test func `bytes are found where characters are`() {
        var generator = SeededGenerator(seed: 3)
        let letters = Array("ab đ")
        func text(_ most: Int) -> String {
            String(
                (0..<Int.random(in: 0...most, using: &generator)).compactMap { _ in
                    letters.randomElement(using: &generator)
                })
        }
        for _ in 0..<2_000 {
            let (whole, part) = (text(9), text(3))
            let isIn = part.isEmpty || whole.indices.contains { whole[$0...].hasPrefix(part) }
            #expect(whole.holds(part) == isIn, "“\(whole)” “\(part)”")
        }
    }
}
