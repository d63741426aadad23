import Foundation
import Spreadsheet
import Testing

@testable import Rendering

/// Letters and columns can be told from what lies behind and beside them, on a grey print too.
struct AnnexColourTests {
    /// How bright a colour is, by the guidance on accessibility (WCAG 2).
    private func luminance(_ colour: Colour) -> Double {
        let parts = [colour.rgb >> 16 & 0xFF, colour.rgb >> 8 & 0xFF, colour.rgb & 0xFF].map { part -> Double in
            let share = Double(part) / 255
            return share <= 0.03928 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }

    private func contrast(_ one: Colour, _ other: Colour) -> Double {
        let (high, low) = (max(luminance(one), luminance(other)), min(luminance(one), luminance(other)))
        return (high + 0.05) / (low + 0.05)
    }

    @Test func `letters stand out from every ground by 4.5 to 1`() throws {
        let grounds = [
            Colour(0xFFFFFF), AnnexStyle.headingGrey, AnnexStyle.groupGrey, AnnexStyle.entryYellow,
            try #require(AnnexSheet.missing.fill), Colour(0xBDD7EE),
        ]
        let letters = [Colour(0), try #require(AnnexSheet.apart.colour), try #require(AnnexStyle.aside.colour)]
        for ground in grounds {
            for letter in letters { #expect(contrast(letter, ground) >= 4.5, "\(letter) on \(ground)") }
        }
    }

    @Test func `the two colours of a chart are three times as light as one another, and as paper`() {
        let (dark, light) = (ChartFigures.colour(0), ChartFigures.colour(1))
        #expect(contrast(dark, light) >= 3)
        #expect(contrast(light, Colour(0xFFFFFF)) >= 3)
        #expect(contrast(Colour(0x6C96C4), Colour(0xBFBFBF)) < 3, "the measure tells no colours apart")
    }
}
