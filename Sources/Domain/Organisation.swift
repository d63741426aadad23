import Foundation

/// The office that consolidates: how its reports are headed, and its rules.
package struct Organisation: Hashable, Sendable {
    /// Code of the province.
    package let province: String
    package let parentAgency: Bilingual
    /// In capitals, for the head of a report.
    package let agency: Bilingual
    package let agencyName: Bilingual
    package let abbreviation: String
    package let place: String
    package let subject: Bilingual
    package let mandate: Bilingual
    package let addressees: [Bilingual]
    package let recipients: [Bilingual]
    package let signerTitle: Bilingual
    package let timeZone: TimeZone
    package let languages: [Language]
    package let calendar: PeriodCalendar
    package let deadline: Deadline
    package let thresholds: Thresholds
    package let districtNote: Bilingual
    /// Whom departments call or write to; `nil` where the office has not said.
    package let contact: Bilingual?
    /// How much of the figures the leadership is given.
    package let leadershipFigures: Release.Detail
    /// Whether a draft is issued only once somebody of another title has approved it.
    package let needsApproval: Bool

    /// The last day to send: a number of working days after the period's last day, and on what ground.
    package struct Deadline: Hashable, Sendable {
        package let workingDays: Int
        package let basis: Bilingual

        package init(workingDays: Int, basis: Bilingual) {
            self.workingDays = workingDays
            self.basis = basis
        }
    }

    package struct Thresholds: Hashable, Sendable {
        /// Below this base a percentage is not shown in sentences.
        package let percentageBase: Int
        /// Below this base a place does not rank among those that moved most.
        package let movedBase: Int
        /// Findings listed on a sheet at most.
        package let findingsShown: Int

        package init(percentageBase: Int, movedBase: Int, findingsShown: Int) {
            self.percentageBase = percentageBase
            self.movedBase = movedBase
            self.findingsShown = findingsShown
        }
    }

    package init(
        province: String, parentAgency: Bilingual, agency: Bilingual, agencyName: Bilingual, abbreviation: String,
        place: String, subject: Bilingual, mandate: Bilingual, addressees: [Bilingual], recipients: [Bilingual],
        signerTitle: Bilingual, timeZone: TimeZone, languages: [Language], calendar: PeriodCalendar, deadline: Deadline,
        thresholds: Thresholds, districtNote: Bilingual, contact: Bilingual? = nil,
        leadershipFigures: Release.Detail = .full, needsApproval: Bool = false
    ) {
        self.needsApproval = needsApproval
        self.province = province
        self.parentAgency = parentAgency
        self.agency = agency
        self.agencyName = agencyName
        self.abbreviation = abbreviation
        self.place = place
        self.subject = subject
        self.mandate = mandate
        self.addressees = addressees
        self.recipients = recipients
        self.signerTitle = signerTitle
        self.timeZone = timeZone
        self.languages = languages
        self.calendar = calendar
        self.deadline = deadline
        self.thresholds = thresholds
        self.districtNote = districtNote
        self.contact = contact
        self.leadershipFigures = leadershipFigures
    }
}
