import Domain
import Testing

@testable import Rendering

struct NumberFormatTests {
    private func amount(_ thousandths: Int64) -> Amount { .quantity(Quantity(thousandths: thousandths)) }

    @Test func `zero is a dash, and the standing stands behind the number`() {
        #expect(NumberFormat.figure(0).code(amount(1_000), .reported).text == "#,##0;-#,##0;\"-\"")
        #expect(NumberFormat.figure(1).code(amount(1_000), .reported).text == "#,##0.0;-#,##0.0;\"-\"")
        #expect(
            NumberFormat.figure(0).code(amount(0), .provisional).text
                == "#,##0\" (sb)\";-#,##0\" (sb)\";\"- (sb)\"")
        #expect(NumberFormat.figure(0).code(amount(0), .revised).text.hasSuffix("\"- (đc)\""))
    }

    @Test func `differences and changes have a sign, and what rounds to zero has none`() {
        #expect(NumberFormat.difference(0).code(amount(-2_000), .reported).text == "+#,##0;-#,##0;#,##0")
        #expect(NumberFormat.difference(0).code(amount(-200), .reported).text == "#,##0;#,##0")
        #expect(
            NumberFormat.percentage(signed: true).code(amount(5_000), .reported).text
                == "+#,##0.0%;-#,##0.0%;#,##0.0%")
        #expect(NumberFormat.percentage(signed: false).code(amount(5_000), .reported).text == "#,##0.0%")
        #expect(NumberFormat.percentage(signed: true).code(amount(-40), .reported).text == "#,##0.0%;#,##0.0%")
    }

    @Test(arguments: [
        (Language.vi, Figure.Standing.provisional, "_ _(_s_b_)"), (.vi, .revised, "_ _(_đ_c_)"),
        (.en, .provisional, "_ _(_p_)"), (.en, .revised, "_ _(_r_)"),
    ])
    func `a number without a mark leaves the room of its neighbour's, so that last digits stand under one another`(
        language: Language, widest: Figure.Standing, room: String
    ) {
        let format = NumberFormat.figure(0)
        #expect(
            format.code(amount(1_000), .reported, beside: widest, in: language).text
                == "#,##0\(room);-#,##0\(room);\"-\"\(room)")
        let own = format.code(amount(1_000), widest, beside: widest, in: language).text
        #expect(own.hasPrefix("#,##0\"\(widest.suffix(in: language))\";") && !own.contains("_"))
    }

    @Test func `a percentage is stored as its ratio`() {
        #expect(NumberFormat.percentage(signed: false).stored(amount(12_500)) == 0.125)
        #expect(NumberFormat.figure(1).stored(amount(12_500)) == 12.5)
    }
}
