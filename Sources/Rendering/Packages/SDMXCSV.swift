import DelimitedText
import Domain
import Legibility
import Reporting

/// Figures as SDMX-CSV 2.0: a row for each observation, ids of concepts for headings.
///
/// A period of the office's calendar begins in the middle of a month, so `TIME_PERIOD` is a distinct range, its first day
/// and its length: `2026-09-15/P1M`. What is suppressed has no value, the status `Q` and the confidentiality `C`, whether
/// it is small itself or would give a small one away: that must not be told apart.
///
/// `EDITION` is the number of the edition that a figure is of, and `AS_OF` the newest time of receipt that counts in it.
///
/// The first package of a period informs (`I`); those after it replace (`R`), and delete (`D`) what is no more.
package enum SDMXCSV {
    package static let columns = [
        "STRUCTURE", "STRUCTURE_ID", "ACTION", "FREQ", "REF_AREA", "INDICATOR", "TIME_PERIOD", "OBS_VALUE",
        "UNIT_MEASURE", "DECIMALS", "OBS_STATUS", "CONF_STATUS", "COMMENT_OBS", "EDITION", "AS_OF",
    ]

    package static func bytes(
        _ package: ReleasePackage, after earlier: [EarlierPackage] = [], language: Language = .vi
    ) -> [UInt8] {
        var writer = RowWriter()
        writer.write(columns)
        let structure = "\(agencyID(package.agencyCode)):TONG_HOP(1.0)"
        let open = package.audience.isInternal ? "N" : "F"
        let action = earlier.isEmpty ? "I" : "R"
        for observation in package.observations {
            let figure = observation.figure
            let fields = [
                "dataflow", structure, action, frequency(observation.span), observation.placeCode,
                observation.indicator.code, timePeriod(observation),
                figure.amount == nil ? "" : TableCSV.text(figure, observation.indicator.decimals),
                FormulaGuard.neutralised(ShownText.lines(observation.indicator.unit[language])),
                String(observation.indicator.decimals),
                status(figure), figure.absence == .suppressed ? "C" : open, comment(figure, language),
                String(package.edition), package.asOfInstant?.description ?? "",
            ]
            writer.write(fields.map(ShownText.lines))
        }
        guard !earlier.isEmpty else { return writer.bytes }
        let now = keys(writer.bytes)
        for key in EarlierPackage.gone(from: earlier.map { keys($0.sdmx) }, in: now) {
            writer.write(
                ["dataflow", structure, "D"] + key + Array(repeating: "", count: columns.count - 3 - key.count))
        }
        return writer.bytes
    }

    /// Frequency, area, indicator and time of each row that holds something.
    private static func keys(_ bytes: [UInt8]) -> [[String]] {
        EarlierPackage.keys(bytes, cells: 7).filter { $0.count == 7 && $0[2] != "D" }.map { Array($0.dropFirst(3)) }
    }

    /// First day and length.
    static func timePeriod(_ observation: Observation) -> String {
        "\(observation.firstDay)/P\(observation.span.monthCount)M"
    }

    /// A code of CL_FREQ.
    static func frequency(_ span: Period) -> String {
        switch span.kind {
        case .month: "M"
        case .quarter: "Q"
        case .half: "S"
        case .year: "A"
        case .nineMonths, .range: "_O"
        }
    }

    /// A code of CL_OBS_STATUS.
    static func status(_ figure: Figure) -> String {
        switch figure.content {
        case .known(_, .reported), .known(_, .revised): "A"
        case .known(_, .provisional): "P"
        case .absent(.suppressed): "Q"
        case .absent(.notCollected): "L"
        case .absent(.notApplicable): "M"
        case .absent(.notReported), .absent(.notComparable): "O"
        }
    }

    /// What the status does not say.
    private static func comment(_ figure: Figure, _ language: Language) -> String {
        if case .known(_, .reported) = figure.content { return "" }
        return figure.state[language]
    }

    /// A letter, then letters, digits, `_` and `-`.
    static func agencyID(_ code: String) -> String {
        let plain = Folding.plain(code).uppercased().unicodeScalars.map { scalar -> Character in
            scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
                ? Character(scalar) : "_"
        }
        guard let first = plain.first, first.isLetter else { return "TONGHOP" + String(plain) }
        return String(plain)
    }
}
