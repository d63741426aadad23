import Domain

/// All that the reports of one period are worked out from.
package struct Basis: Sendable {
    package let evidence: Evidence
    package let period: Period
    package private(set) var standing: Standing
    package let slices: SlicesInForce
    /// What was owed in the months of the period.
    package let roll: SubmissionRoll
    package let cube: Cube
    /// Evidence, slices and cube in one, as an edition before has them.
    let state: EarlierEdition.State
    /// Figures taken from another form than the one that owes them.
    let standIns: StandIns
    /// Months of which anything counts.
    let heldMonths: OnDemand<Set<Month>>
    /// By indicator, what can be compared with last year over the same departments; worked out once, for texts and notes.
    let likeForLike: OnDemand<[String: LikeForLike]>
    /// By indicator, how much the months of its districts vary; worked out once.
    let dispersions: OnDemand<[String: MonthlyDispersion]>
    /// What each unit adds to what packages show; worked out once, for what is protected and for what was shown.
    let unitAmounts: OnDemand<UnitAmounts>
    package let asOf: Instant?
    /// What the checks across submissions found for this period.
    package let ledgerFindings: [Finding]
    /// What is held, and waits for somebody to decide.
    package let awaitedDecisions: [AwaitedDecision]
    package let programVersion: String
    /// What the figures are compared with as they were published; `nil`: nothing was.
    package let earlier: EarlierEdition?
    /// What moved since then.
    package let changes: FigureChanges?
    /// What those whom it is made for do not see; `nil`: the office sees all.
    package private(set) var mask: Mask?
    /// What those are given whom it is made for; `nil`: the office itself.
    package private(set) var audience: AudiencePlan?
    /// The officer's copies of the report's text, by language.
    package var wordings: [Language: [UInt8]] = [:]

    /// Readings of the months of the period, counted or not, held ones too, by path.
    package let readings: [Reading]
    /// Files that count no more, because another took their place or the officer withdrew them.
    let supersededPaths: Set<String>
    /// What people have to look at: findings of the files that stand or were sent in vain, then of the checks across them.
    package let openFindings: [Finding]

    /// What of it is worked out.
    package enum Extent: Hashable, Sendable {
        case figures
        /// Who has sent what: no figure is known, and no check across submissions made.
        case submissions
    }

    package init(
        _ evidence: Evidence, period: Period, standing: Standing, programVersion: String,
        earlier: EarlierEdition? = nil, extent: Extent = .figures
    ) throws(FigureOverflow) {
        self.evidence = evidence
        self.period = period
        self.standing = standing
        self.programVersion = programVersion
        self.earlier = earlier
        let slices = SlicesInForce(evidence)
        self.slices = slices
        roll = SubmissionRoll(evidence, slices, months: period.months)
        let months = period.spans.flatMap(\.months) + HistoryScan.months(before: period)
        cube = try Cube(
            evidence, slices, months: extent == .figures ? Set(months) : [],
            on: evidence.catalogue.organisation.calendar.lastDay(of: period))
        let now = EarlierEdition.State(evidence: evidence, slices: slices, cube: cube)
        state = now
        standIns = extent == .figures ? StandIns(evidence, slices, cube, over: period) : .none
        heldMonths = OnDemand { Set(slices.readings.keys.map(\.month)) }
        let cube = cube
        likeForLike = OnDemand {
            LikeForLike.all(evidence, slices, cube, period: period)
        }
        dispersions = OnDemand { MonthlyDispersion.all(evidence.catalogue, cube, period: period) }
        unitAmounts = OnDemand { UnitAmounts(evidence, slices, cube, period: period) }
        changes = earlier.map { FigureChanges(now, of: period, since: $0) }
        asOf = evidence.asOf(through: period.last)
        ledgerFindings = extent == .figures ? LedgerChecks.findings(evidence, slices, cube, period: period) : []
        awaitedDecisions =
            extent == .figures ? try AwaitedDecision.all(evidence, slices, cube, period: period) : []
        let filed = FiledReadings(evidence, slices, period: period)
        readings = filed.readings
        supersededPaths = filed.supersededPaths
        openFindings = filed.openFindings + ledgerFindings.filter { $0.level != .note }
    }

    package var catalogue: Catalogue { evidence.catalogue }
    package var organisation: Organisation { evidence.catalogue.organisation }
    package var index: PlaceIndex { cube.index }
    package var level: OfficeLevel { cube.index.level }

    /// So many figures of a period a sheet holds; no province has as many, and the nation with its communes has.
    private static let figuresMost = 20_000

    /// Whether there are more figures than a sheet holds: what lists them all then ends with the areas, but for one file.
    var isLong: Bool { catalogue.indicators.count * index.places.count > Basis.figuresMost }

    package func figure(_ indicator: Indicator, at place: Int = PlaceIndex.province) -> Figure {
        figure(indicator, at: place, over: period)
    }

    package func previous(_ indicator: Indicator, at place: Int = PlaceIndex.province) -> Figure {
        // Before nine months no nine are reported.
        period.previous.map { figure(indicator, at: place, over: $0) } ?? Figure(.absent(.notApplicable))
    }

    /// What a stock was when the period began.
    package func opening(_ indicator: Indicator, at place: Int = PlaceIndex.province) -> Figure {
        figure(indicator, at: place, over: Period(period.first.adding(months: -1)))
    }

    /// Whether a figure, or one that it is divided from, is suppressed.
    package func isHidden(_ indicator: Indicator, at place: Int, over span: Period) -> Bool {
        guard let mask else { return false }
        return catalogue.parts(of: indicator).contains {
            mask.hides(FigureKey($0, at: index.places[place], over: span))
        }
    }

    /// Whether measures are counted in an indicator that is protected: no mask weighs their sums by department or programme.
    func isProtected(_ measures: [String]) -> Bool {
        guard let mask else { return false }
        return catalogue.indicators.contains {
            mask.protected.contains($0.code) && !Set($0.measures).isDisjoint(with: measures)
        }
    }

    /// The same reports as those see them whom the mask is for.
    package func masked(by mask: Mask?) -> Basis {
        var copy = self
        copy.mask = mask
        return copy
    }

    /// The same reports as the next edition, or as the draft of it: what they are compared with is the same.
    package func standing(as standing: Standing) -> Basis {
        var copy = self
        copy.standing = standing
        return copy
    }

    /// The same reports as an audience is given them.
    package func given(_ audience: AudiencePlan) -> Basis {
        var copy = self
        copy.audience = audience
        return copy
    }

    package var isForOffice: Bool { audience == nil }

    /// Whether tables and texts say something beside their figures.
    func says(_ statement: AudiencePlan.Statement) -> Bool {
        audience.map { $0.statements.contains(statement) } ?? true
    }

    package func lastYear(_ indicator: Indicator, at place: Int = PlaceIndex.province) -> Figure {
        figure(indicator, at: place, over: period.sameLastYear)
    }

    package func cumulative(_ indicator: Indicator, at place: Int = PlaceIndex.province) -> Figure {
        figure(indicator, at: place, over: period.yearToDate)
    }

    package func cumulativeLastYear(_ indicator: Indicator, at place: Int = PlaceIndex.province) -> Figure {
        figure(indicator, at: place, over: period.sameLastYear.yearToDate)
    }

    /// The figure over the period, or a span that its reports show beside it, as those see it whom the reports are made
    /// for: every figure of a table comes from here.
    package func figure(_ indicator: Indicator, at place: Int = PlaceIndex.province, over span: Period) -> Figure {
        let figure = cube.figure(indicator, at: place, over: span)
        if figure.amount != nil, isHidden(indicator, at: place, over: span) {
            return Figure(.absent(.suppressed), completeness: figure.completeness)
        }
        let shown = marked(figure, was: published(indicator, at: place, over: span), decimals: indicator.decimals)
        return mask?.rounded.isEmpty == false ? rounded(shown, indicator, at: place, over: span) : shown
    }

    /// The figure as the audience sees it where what it is protected from is rounded; a ratio is one of rounded figures.
    private func rounded(_ figure: Figure, _ indicator: Indicator, at place: Int, over span: Period) -> Figure {
        guard let mask, case .known(let amount, let standing) = figure.content else { return figure }
        func round(_ quantity: Quantity, _ code: String) -> Quantity {
            guard let counted = catalogue.indicator(code) else { return quantity }
            return mask.rounded[FigureKey(counted, at: index.places[place], over: span)].flatMap { Quantity(whole: $0) }
                ?? quantity
        }
        switch (amount, indicator.kind) {
        case (.ratio(let numerator, let denominator, let factor), .ratio(let top, let bottom, _)):
            let (upper, lower) = (round(numerator, top), round(denominator, bottom))
            return Figure(
                .known(.ratio(numerator: upper, denominator: lower, factor: factor), standing),
                completeness: figure.completeness)
        case (.quantity(let quantity), _):
            return Figure(
                .known(.quantity(round(quantity, indicator.code)), standing), completeness: figure.completeness)
        case (.ratio, _): return figure
        }
    }

    /// What the edition before printed there; `nil` where there is none to compare with.
    func published(_ indicator: Indicator, at place: Int, over span: Period) -> Figure? {
        earlier?.published(indicator, at: index.places[place], over: span)
    }

    /// A figure, marked as revised where it is complete and the edition before printed another.
    ///
    /// - Parameter before: What that edition printed; `nil` where there is none to compare with.
    func marked(_ figure: Figure, was before: Figure?, decimals: Int) -> Figure {
        guard let before, case .known(let amount, let standing) = figure.content, standing != .provisional else {
            return figure
        }
        let isMoved = before.isMoved(to: figure, decimals: decimals)
        return Figure(.known(amount, isMoved ? .revised : .reported), completeness: figure.completeness)
    }

    /// What is to be reached in the period's year; `nil` where nothing was laid down.
    package func target(_ indicator: Indicator, unit: String) -> Quantity? {
        catalogue.targets.first {
            $0.indicator == indicator.code && $0.unit == unit && $0.year == period.year
        }?.amount
    }

    package func received(_ receipt: Receipt) -> Day {
        evidence.receivedAt(receipt).day(in: organisation.timeZone)
    }

    package func department(_ code: String) -> Department? {
        catalogue.department(code, on: organisation.calendar.lastDay(of: period))
    }

    /// The number of an owed form, with its month where the period has several: `02/TT tháng 7`.
    package func formLabel(_ key: SlicesInForce.Key, _ language: Language) -> String {
        let number = catalogue.form(key.form)?.number ?? key.form
        guard period.monthCount > 1 else { return number }
        return "\(number) " + (language == .vi ? "tháng \(key.month.number)" : Period(key.month).name(in: .en))
    }

    /// The short name of a department in its documents.
    package func shortName(_ code: String, _ language: Language) -> String {
        guard let department = department(code) else { return code }
        return language == .vi ? department.shortName : department.name(in: .en)
    }

    package func placeName(_ place: Int, _ language: Language) -> String {
        switch index.places[place] {
        case .province: level.whole[language]
        case .placeless: level.placeless[language]
        case .district(let code):
            index.unit(place).map { language == .vi ? $0.name : $0.englishName } ?? code
        case .commune(let key):
            index.unit(place).map { language == .vi ? $0.fullName : $0.englishName } ?? key.code
        }
    }
}

extension Basis {
    /// What is held of the months of the period, by path.
    package var heldReadings: [HeldReading] { slices.heldReadings(of: period) }

    func isHeld(_ reading: Reading) -> Bool { evidence.isHeld(reading) }
}

extension Basis {
    /// A figure of the reports beside that of another period.
    func comparison(_ figure: Figure, with base: Figure) -> Comparison {
        Comparison(figure, with: base, percentageBase: organisation.thresholds.percentageBase)
    }

    /// Whether the ledger holds anything of a span's year up to its last month; of years before the first, nothing is said.
    func holds(_ span: Period) -> Bool {
        heldMonths.value.contains { span.yearToDate.contains($0) || span.contains($0) }
    }

    /// Whether the same period last year, and the period before, can be spoken of at all.
    var comparesYears: Bool { holds(period.sameLastYear) }
    var comparesPrevious: Bool { period.previous.map(holds) ?? true }

    /// That columns and words of comparison are left out, and why; `nil` where none are.
    func leftOutNote(_ language: Language) -> String? {
        let spans = [comparesYears ? nil : period.sameLastYear, comparesPrevious ? nil : period.previous]
        let missing = spans.compactMap(\.self).map { span in
            let isOfYear = heldMonths.value.contains { $0.year == span.year }
            return isOfYear ? span.name(in: language) : (language == .vi ? "năm " : "") + String(span.year)
        }
        guard !missing.isEmpty else { return nil }
        let names = missing.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        return language == .vi
            ? "Sổ tiếp nhận chưa có số liệu \(names.joined(separator: ", ")) nên báo cáo không so sánh với thời gian đó."
            : "The ledger holds no data of \(names.joined(separator: ", ")), so nothing is compared with that time."
    }
}
