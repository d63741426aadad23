import CivilCalendar

/// What a workbook says of itself.
package struct DocumentProperties: Hashable, Sendable {
    /// A property of our own name; a name and a text have at most 255 characters.
    package struct Custom: Hashable, Sendable {
        package let name: String
        package let text: String

        package init(_ name: String, _ text: String) {
            self.name = name
            self.text = text
        }
    }

    package var title = ""
    package var subject = ""
    package var author = ""
    package var company = ""
    package var keywords = ""
    package var comments = ""
    /// The language of the texts, as `vi-VN`.
    package var language = ""
    /// When the workbook was made, in UTC: the same time in every place, written with a `Z`.
    package var created: LocalTime
    /// Properties of our own, in the order given.
    package var custom: [Custom] = []

    package init(created: LocalTime) {
        self.created = created
    }
}
