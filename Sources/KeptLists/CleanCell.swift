import DelimitedText
import Domain

extension String {
    /// A cell of a register or a list, composed (NFC) and without blanks around.
    package var cleanCell: String { Folding.composed(self).trimmedCell }
}
