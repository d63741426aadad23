/// A package as an audience was given it: its bytes are kept for ever, and so is what it showed.
package struct Release: Hashable, Sendable {
    /// How much of the edition's figures it shows.
    package enum Detail: String, Hashable, Sendable, CaseIterable {
        /// All of them.
        case full
        /// All but those that small counts could be worked out from.
        case protected
    }

    package struct File: Hashable, Sendable {
        package enum Role: String, Hashable, Sendable, CaseIterable {
            /// Of the package itself.
            case part
            /// What the office's signing tool returned.
            case signature
            /// What was suppressed.
            case mask
            /// What was shown.
            case seen
            /// By what it was rounded.
            case key
        }

        package let role: Role
        package let name: String
        package let sha256: String
        package let size: Int

        package init(role: Role, name: String, sha256: String, size: Int) {
            self.role = role
            self.name = name
            self.sha256 = sha256
            self.size = size
        }
    }

    package let period: Period
    /// Number of the edition that it was made of.
    package let edition: Int
    package let audience: Audience
    package let detail: Detail
    package let files: [File]

    package init(period: Period, edition: Int, audience: Audience, detail: Detail, files: [File]) {
        self.period = period
        self.edition = edition
        self.audience = audience
        self.detail = detail
        self.files = files
    }

    /// The name of its folder, and of its zip: `2026-10-lan-1-leadership`.
    package var name: String { Release.name(period: period, edition: edition, audience: audience) }

    package static func name(period: Period, edition: Int, audience: Audience) -> String {
        "\(period)-lan-\(edition)-\(audience.rawValue)"
    }

    package func files(_ roles: File.Role...) -> [File] { files.filter { roles.contains($0.role) } }
}
