import Domain

/// A report table by the name that the catalogue's report plans use.
///
/// A new table is a file of its own in this folder and one line here.
struct TableKind: Sendable {
    let name: String
    /// Annexes are numbered in the order of the plan; the others bear their own name.
    let isAnnex: Bool
    /// A table that has nothing to say in some sets is left out of them; no annex is, so that numbers stay.
    var isShown: @Sendable (Basis) -> Bool = { _ in true }
    /// Goes on with the annex before it: `Phụ lục VIIa`.
    var isPart = false
    let build: @Sendable (Basis, TableContext) -> Table

    static let all: [TableKind] = [
        TableKind(name: "tom-tat", isAnnex: false, build: KeyFigures.table),
        TableKind(name: "tong-hop", isAnnex: true, build: Overview.table),
        TableKind(name: "linh-vuc", isAnnex: true, build: DomainFigures.table),
        TableKind(name: "ton-dong", isAnnex: true, build: PendingAndSettled.table),
        TableKind(name: "bien-gioi", isAnnex: true, build: BorderCommunes.table),
        TableKind(name: "phoi-hop", isAnnex: true, build: Coordination.table),
        TableKind(
            name: "chuong-trinh-phoi-hop", isAnnex: true, isPart: true, build: CoordinationProgrammes.table),
        TableKind(name: "chuong-trinh-mtqg", isAnnex: true, isPart: true, build: NationalProgrammes.table),
        TableKind(name: "tien-do", isAnnex: true, build: MonthlyProgress.table),
        TableKind(name: "tinh-hinh-gui", isAnnex: true, build: SubmissionsByDepartment.table),
        TableKind(name: "can-xac-nhan", isAnnex: false, isShown: OpenFindings.isNeeded, build: OpenFindings.table),
        TableKind(
            name: "chenh-lech-nguon", isAnnex: false, isShown: { !$0.sourceDifferences.isEmpty },
            build: SourceDifferences.table),
        TableKind(name: "thay-doi", isAnnex: false, isShown: { $0.changes != nil }, build: RevisedFigures.table),
        TableKind(name: "nguon-ky-hieu", isAnnex: false, build: NotesAndSources.table),
    ]

    /// The names that a plan may use.
    package static var names: [String] { all.map(\.name) }
}

extension Basis {
    /// An entry of a plan with the number of its annex, and `a`, `b` … where it goes on with the annex before it.
    private struct Numbered: Sendable {
        let entry: ReportPlan.Entry
        let kind: TableKind
        let annexNumber: Int?
        let part: String
    }

    /// Annexes keep their numbers where an audience is not given all of them.
    private func numbered(_ plan: ReportPlan) -> [Numbered] {
        let all = allNumbered(plan)
        return audience.map { audience in all.filter { audience.tables.contains($0.entry.table) } } ?? all
    }

    private func allNumbered(_ plan: ReportPlan) -> [Numbered] {
        var number = 0
        var parts = 0
        return plan.tables.compactMap { entry in
            guard let kind = TableKind.all.first(where: { $0.name == entry.table }) else { return nil }
            let goesOn = kind.isPart && number > 0
            if kind.isAnnex && !goesOn { number += 1 }
            parts = goesOn ? parts + 1 : 0
            return Numbered(
                entry: entry, kind: kind, annexNumber: kind.isAnnex ? number : nil,
                part: parts == 0 ? "" : String(UnicodeScalar(UInt8(0x60 + min(parts, 26)))))
        }
    }

    /// The plan of the report, or all tables where the catalogue has none.
    var plan: ReportPlan {
        catalogue.reports.first { $0.code == "tong-hop" }
            ?? ReportPlan(code: "tong-hop", tables: TableKind.all.map { .init(table: $0.name, domain: nil) })
    }

    /// Links to the annexes by their numbers: `PL VIIa`.
    func annexLinks(_ language: Language) -> [Table.Link] {
        numbered(plan).compactMap { table in
            table.annexNumber.map { number in
                Table.Link(Phrase.annexShort(number)[language] + table.part, to: table.entry.tableID)
            }
        }
    }

    /// `Phụ lục IX`, where the plan has such a table as an annex.
    func annexName(_ table: String, _ language: Language) -> String? {
        numbered(plan).first { $0.entry.table == table }.flatMap { found in
            found.annexNumber.map { Phrase.annex($0)[language] + found.part }
        }
    }

    /// The tables of a plan, in its order.
    func tables(_ plan: ReportPlan, _ language: Language) -> [Table] {
        let numbered = numbered(plan).filter { $0.kind.isShown(self) }
        let all = numbered.map { (entry: $0.entry, annexNumber: $0.annexNumber) }
        let tables = ParallelMap.map(numbered) { table in
            var built = table.kind.build(
                self,
                TableContext(
                    language: language, annexNumber: table.annexNumber, domain: table.entry.domain, plan: all,
                    entry: table.entry, part: table.part))
            built.goesOn = table.part > "a"
            return built
        }
        let byID = Dictionary(tables.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        return tables.map { table in
            let drawsProvisional = table.charts.contains { chart in
                let rows = (chart.source.flatMap { byID[$0] } ?? table).rows
                return chart.rows.filter(rows.indices.contains).contains { row in
                    chart.series.contains { rows[row].cells[$0.column].figure?.isProvisional == true }
                }
            }
            return drawsProvisional ? table.adding(sentence: Phrase.hollow[language]) : table
        }
    }

    /// The domain's name, and the short one where the catalogue has an alias.
    func domainName(_ code: String, _ language: Language) -> (full: String, short: String) {
        let day = organisation.calendar.lastDay(of: period)
        guard let entry = catalogue.codes(list: "linh_vuc", on: day).first(where: { $0.code == code }) else {
            return (code, code)
        }
        let full = entry.name[language]
        return (full, language == .vi ? entry.aliases.first ?? full : full)
    }
}
