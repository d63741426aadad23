/// Which tables a kind of report has, in what order.
package struct ReportPlan: Hashable, Sendable {
    package let code: String
    package let tables: [Entry]
    /// Codes of the indicators on the leader's page; empty: those that the program chooses.
    package let page: [String]

    /// So many indicators stand on the leader's page.
    package static let pageMost = 10

    package init(code: String, tables: [Entry], page: [String] = []) {
        self.code = code
        self.tables = tables
        self.page = page
    }

    /// The name of a table, and what it is told.
    package struct Entry: Hashable, Sendable {
        package let table: String
        /// The domain's code, for a table by domain.
        package let domain: String?
        /// Codes of indicators that the table shows.
        package let indicators: [String]
        /// Codes of indicators shown per 1,000 inhabitants where a population is given.
        package let rates: [String]
        /// A code list whose entries are the rows.
        package let list: String?
        /// What departments lead and join.
        package let activities: [Activity]
        /// The indicator that the table's chart draws; `nil`: all.
        package let chart: String?
        /// The share of reports in time, in percent, that the table's rule asks for.
        package let onTime: Int?

        package init(
            table: String, domain: String? = nil, indicators: [String] = [], rates: [String] = [], list: String? = nil,
            activities: [Activity] = [], chart: String? = nil, onTime: Int? = nil
        ) {
            self.table = table
            self.domain = domain
            self.indicators = indicators
            self.rates = rates
            self.list = list
            self.activities = activities
            self.chart = chart
            self.onTime = onTime
        }
    }

    /// A kind of activity, by the measures that count it where a department leads it and where it joins.
    package struct Activity: Hashable, Sendable {
        package let name: Bilingual
        package let led: [String]
        package let joined: [String]

        package init(name: Bilingual, led: [String], joined: [String]) {
            self.name = name
            self.led = led
            self.joined = joined
        }
    }
}
