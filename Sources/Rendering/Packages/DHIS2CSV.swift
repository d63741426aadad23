import DelimitedText
import Domain
import Legibility
import Reporting

/// The figures of the period as DHIS2 takes data values: ten columns by position, under one row of headings.
///
/// DHIS2 knows calendar months only, so the true first and last day of the period stand in each comment. Codes, and not
/// its own identifiers, name indicators and places (`idScheme=CODE`). What has no number is left out, and so are ratios, which
/// DHIS2 divides itself. Places of every level are there: a data element's aggregation levels are to name all of them,
/// else DHIS2 would add the communes to their district.
package enum DHIS2CSV {
    package static let columns = [
        "dataelement", "period", "orgunit", "categoryoptioncombo", "attributeoptioncombo", "value", "storedby",
        "lastupdated", "comment", "followup",
    ]

    /// `nil` where DHIS2 has no period of that kind: nine months, or any other range.
    package static func bytes(_ package: ReleasePackage) -> [UInt8]? {
        guard let period = period(package.period) else { return nil }
        var writer = RowWriter()
        writer.write(columns)
        let updated = package.asOfInstant.map { "\($0)" } ?? ""
        for observation in package.observations where observation.isOfPeriod && !observation.indicator.isRatio {
            guard observation.figure.amount != nil else { continue }
            let fields = [
                observation.indicator.code, period, observation.placeCode, "", "",
                TableCSV.text(observation.figure, observation.indicator.decimals), "", updated,
                comment(observation, package), "false",
            ]
            writer.write(fields.map(ShownText.lines))
        }
        return writer.bytes
    }

    /// Values that packages before gave and this one does not, to be imported with `importStrategy=DELETE` before the others;
    /// `nil` where there are none.
    package static func deletions(_ package: ReleasePackage, after earlier: [EarlierPackage]) -> [UInt8]? {
        guard !earlier.isEmpty else { return nil }
        let now = EarlierPackage.keys(bytes(package) ?? [], cells: 5)
        let gone = EarlierPackage.gone(from: earlier.map { EarlierPackage.keys($0.dhis2, cells: 5) }, in: now)
        guard !gone.isEmpty else { return nil }
        var writer = RowWriter()
        writer.write(columns)
        for key in gone { writer.write(key + Array(repeating: "", count: columns.count - key.count)) }
        return writer.bytes
    }

    private static func comment(_ observation: Observation, _ package: ReleasePackage) -> String {
        let days = "từ ngày \(Language.vi.date(package.firstDay)) đến ngày \(Language.vi.date(package.lastDay))"
        if case .known(_, .reported) = observation.figure.content { return days }
        return "\(days); số liệu \(observation.figure.state.vi)"
    }

    /// `202610`, `2026Q4`, `2026S2`, `2026`.
    static func period(_ period: Period) -> String? {
        let year = period.year
        switch period.kind {
        case .month: return period.first.description.replacing("-", with: "")
        case .quarter: return "\(year)Q\((period.first.number + 2) / 3)"
        case .half: return "\(year)S\(period.first.number == 1 ? 1 : 2)"
        case .year: return "\(year)"
        case .nineMonths, .range: return nil
        }
    }
}
