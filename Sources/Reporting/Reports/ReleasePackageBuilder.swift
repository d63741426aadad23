import Domain

extension Basis {
    /// The package of an edition for an audience, of the figures that the mask lets through; without a mask, of all.
    ///
    /// It holds what `plan` names and nothing else; the rows of what the audience is not given at all are left out.
    package func releasePackage(edition: Int, for plan: AudiencePlan) -> ReleasePackage {
        given(plan).releasePackage(edition: edition, to: plan)
    }

    private func releasePackage(edition: Int, to plan: AudiencePlan) -> ReleasePackage {
        let detail: Release.Detail = mask == nil ? .full : .protected
        @Sendable func isIncluded(_ indicator: Indicator, _ place: PlaceIndex.Place) -> Bool {
            mask?.includes(indicator.code, at: place) ?? true
        }
        let isRounded = mask?.rounded.isEmpty == false
        let notice = plan.notice(detail, isRounded: isRounded)
        let observations = observations(where: isIncluded)
        let days = organisation.calendar.days(of: period)
        let editions = organisation.languages.map { language in
            let whole = languageEdition(language, figuresOf: isIncluded)
            let digest = PackageDigest(basis: self, observations: observations)
            let mark = notice[language]
            func given(_ text: AudiencePlan.Text, _ document: @autoclosure () -> Document) -> Document? {
                plan.texts.contains(text) ? document().bearing(mark) : nil
            }
            return ReleasePackage.LanguageEdition(
                language: language, workbook: whole.workbook.leaving(mark, isRounded),
                data: whole.data.leaving(mark, isRounded),
                digest: given(.digest, digest.document(language)), summary: given(.summary, whole.summary),
                letter: given(.letter, whole.letter)?.explainingSuppression(language), paper: whole.paper,
                page: plan.texts.contains(.page) ? whole.page?.bearing(mark) : nil, longFigures: whole.longFigures)
        }
        return ReleasePackage(
            period: period, firstDay: days.lowerBound, lastDay: days.upperBound, edition: edition, plan: plan,
            detail: detail, notice: notice,
            title: Bilingual(
                vi: "\(organisation.subject.vi) \(period.name(in: .vi))",
                en: "\(organisation.subject.en) \(period.name(in: .en))"),
            agency: organisation.agencyName, agencyCode: organisation.abbreviation, asOf: wallClock,
            asOfInstant: asOf, catalogueDigest: catalogue.digest, programVersion: programVersion, editions: editions,
            observations: observations, suppressedCount: observations.count { $0.figure.absence == .suppressed })
    }
}

extension Audience {
    /// Whether what it is given stays within the administration.
    package var isInternal: Bool { self != .public }
}

extension AudiencePlan {
    /// What stands on every page of its package.
    ///
    /// - Parameter isRounded: Whether figures are rounded in it.
    func notice(_ detail: Release.Detail, isRounded: Bool = false) -> Bilingual {
        guard detail == .full else {
            guard isRounded else { return mark }
            let base = Rounding.base
            return Bilingual(
                vi: "\(mark.vi) – chỉ tiêu cần bảo mật đã làm tròn đến \(base), cộng các số có thể không khớp tổng",
                en: "\(mark.en) – protected indicators are rounded to \(base)s and need not add up")
        }
        return Bilingual(
            vi: "\(mark.vi) – bản đầy đủ, chỉ dùng nội bộ lãnh đạo",
            en: "\(mark.en) – full figures, for the leadership only")
    }
}

extension Report {
    /// Without the sheets for the office itself, and with what every page bears.
    ///
    /// - Parameter isRounded: Whether sums need not be those of their parts, so that none is left to be worked out.
    fileprivate func leaving(_ notice: String, _ isRounded: Bool) -> Report {
        var report = Report(
            title: title, subject: subject, author: author, language: language,
            tables: tables.filter { !$0.isForOffice }.map { isRounded ? $0.withoutSums : $0 }, notice: notice)
        report.details = details
        return report
    }
}

extension Document {
    /// With a line above everything else.
    fileprivate func bearing(_ notice: String) -> Document {
        Document([.title([notice])] + blocks, passages: passages)
    }

    /// With the mark's meaning at its foot, where a sentence bears it; a table explains its own marks.
    fileprivate func explainingSuppression(_ language: Language) -> Document {
        let mark = Mark.suppressed
        let shown = mark.text(in: language)
        let isUsed = blocks.contains { block in
            switch block {
            case .paragraph(let text): text.contains(shown)
            case .list(let items): items.contains { $0.contains(shown) }
            default: false
            }
        }
        guard isUsed else { return self }
        return Document(
            blocks + [.paragraph("\(shown): \(mark.explanation(in: language)).")], passages: passages)
    }
}
