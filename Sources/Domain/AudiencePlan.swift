/// What an audience is given. All that it does not name stays in the office.
///
/// What nobody outside may have is in no plan, whatever was asked for: the office's own tables, and, outside the
/// leadership, what says who sent nothing or sent late.
package struct AudiencePlan: Hashable, Sendable {
    /// A sheet of the workbook of plain data.
    package enum Data: String, Hashable, Sendable, CaseIterable {
        case figures = "so-lieu"
        case submissions = "tinh-hinh-gui"
        case indicators = "chi-tieu"
    }

    package enum Text: String, Hashable, Sendable, CaseIterable {
        case page = "trang-tom-tat"
        case digest = "tom-tat"
        case summary = "tong-hop"
        case letter = "bao-cao"
    }

    /// What tables and texts say beside their figures.
    package enum Statement: String, Hashable, Sendable, CaseIterable {
        /// Which departments have not sent what they owe.
        case missingReports = "thieu-bao-cao"
        /// How many reports came late.
        case lateReports = "gui-cham"
        /// Which figures were taken from another form of which department.
        case otherForms = "bieu-khac"
    }

    /// How its small counts are protected.
    package enum SmallCounts: String, Hashable, Sendable, CaseIterable {
        /// They are not shown, nor what they could be worked out from.
        case suppress
        /// Nor is what is shown beside them exact: it is rounded.
        case round
    }

    package enum File: String, Hashable, Sendable, CaseIterable { case xlsx, csv, sdmx, dhis2, pdf }

    package let audience: Audience
    /// What every page bears.
    package let mark: Bilingual
    /// Tables of the report by the names that its plan uses.
    package let tables: Set<String>
    package let data: Set<Data>
    package let texts: Set<Text>
    package let statements: Set<Statement>
    package let files: Set<File>
    package let smallCounts: SmallCounts

    package init(
        audience: Audience, mark: Bilingual, tables: Set<String>, data: Set<Data>, texts: Set<Text>,
        statements: Set<Statement>, files: Set<File>, smallCounts: SmallCounts = .suppress
    ) {
        self.audience = audience
        self.mark = mark
        self.tables = tables.filter { AudiencePlan.mayLeave($0, to: audience) }
        self.data = data.filter { AudiencePlan.mayLeave($0.rawValue, to: audience) }
        self.texts = texts
        self.statements = statements.filter { AudiencePlan.mayLeave($0.rawValue, to: audience) }
        self.files = files
        self.smallCounts = smallCounts
    }

    /// Tables that the office settles its own work with: departments' files, rows and words stand in them.
    package static let officeTables: Set<String> = ["can-xac-nhan", "chenh-lech-nguon", "thay-doi", "nguon-ky-hieu"]

    /// What names departments by what they sent and when.
    private static let leadershipAlone: Set<String> = [
        "phoi-hop", Data.submissions.rawValue, Statement.missingReports.rawValue, Statement.lateReports.rawValue,
    ]

    /// Whether something of this name may be given to an audience at all.
    package static func mayLeave(_ name: String, to audience: Audience) -> Bool {
        !officeTables.contains(name) && (audience == .leadership || !leadershipAlone.contains(name))
    }

    /// Nothing but the figures: what an audience gets that nobody has laid down anything for.
    package static func least(_ audience: Audience) -> AudiencePlan {
        AudiencePlan(
            audience: audience, mark: audience.usualMark, tables: [], data: [.figures], texts: [], statements: [],
            files: [.xlsx, .csv, .sdmx, .dhis2])
    }

    /// Text that is equal for equal plans.
    package var encoded: String {
        func list(_ names: some Sequence<String>) -> String { names.sorted().joined(separator: " ") }
        return """
            audience \(audience.rawValue)
            mark \(mark.vi) | \(mark.en)
            tables \(list(tables))
            data \(list(data.map(\.rawValue)))
            texts \(list(texts.map(\.rawValue)))
            statements \(list(statements.map(\.rawValue)))
            files \(list(files.map(\.rawValue)))

            """
                + (smallCounts == .suppress ? "" : "protection \(smallCounts.rawValue)\n")
    }
}

extension Audience {
    /// Whom a package is for, and whether it stays within the administration.
    package var usualMark: Bilingual {
        switch self {
        case .leadership:
            Bilingual(vi: "LƯU HÀNH NỘI BỘ – Bản gửi lãnh đạo", en: "INTERNAL USE ONLY – For the leadership")
        case .partners:
            Bilingual(
                vi: "LƯU HÀNH NỘI BỘ – Bản gửi các đơn vị phối hợp", en: "INTERNAL USE ONLY – For partner agencies")
        case .public: Bilingual(vi: "Bản công khai", en: "For the public")
        }
    }
}
