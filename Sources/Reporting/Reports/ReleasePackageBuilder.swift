import Domain

extension Basis {
    /// The package of an edition for an audience, of the figures that its mask lets through; without a mask, of all.
    ///
    /// The sheets for the office itself are left out, and so are the rows of what the audience is not given at all.
    package func releasePackage(edition: Int, for audience: Audience) -> ReleasePackage {
        let detail: Release.Detail = mask == nil ? .full : .protected
        @Sendable func isIncluded(_ indicator: Indicator, _ place: PlaceIndex.Place) -> Bool {
            mask?.includes(indicator.code, at: place) ?? true
        }
        let notice = audience.notice(detail)
        let observations = observations(where: isIncluded)
        let days = organisation.calendar.days(of: period)
        let editions = organisation.languages.map { language in
            let whole = languageEdition(language, figuresOf: isIncluded, isForOffice: false)
            let digest = PackageDigest(basis: self, observations: observations)
            let mark = notice[language]
            return ReleasePackage.LanguageEdition(
                language: language, workbook: whole.workbook.leaving(mark), data: whole.data.leaving(mark),
                digest: digest.document(language).bearing(mark), summary: whole.summary.bearing(mark),
                letter: whole.letter.bearing(mark).explainingSuppression(language))
        }
        return ReleasePackage(
            period: period, firstDay: days.lowerBound, lastDay: days.upperBound, edition: edition,
            audience: audience, detail: detail, notice: notice,
            title: Bilingual(
                vi: "\(organisation.subject.vi) \(period.name(in: .vi))",
                en: "\(organisation.subject.en) \(period.name(in: .en))"),
            agency: organisation.agencyName, agencyCode: organisation.abbreviation, asOf: wallClock,
            asOfInstant: asOf, catalogueDigest: catalogue.digest, programVersion: programVersion, editions: editions,
            observations: observations, suppressedCount: observations.count { $0.figure.absence == .suppressed })
    }
}

extension Audience {
    package var words: Bilingual {
        switch self {
        case .leadership: Bilingual(vi: "Bản gửi lãnh đạo", en: "For the leadership")
        case .partners: Bilingual(vi: "Bản gửi các đơn vị phối hợp", en: "For partner agencies")
        case .public: Bilingual(vi: "Bản công khai", en: "For the public")
        }
    }

    /// Whether what it is given stays within the administration.
    package var isInternal: Bool { self != .public }

    /// What stands on every page of its package.
    func notice(_ detail: Release.Detail) -> Bilingual {
        var parts = isInternal ? [Bilingual(vi: "LƯU HÀNH NỘI BỘ", en: "INTERNAL USE ONLY")] : []
        parts.append(words)
        if detail == .full { parts.append(Bilingual(vi: "đủ chi tiết", en: "full detail")) }
        return Bilingual(
            vi: parts.map(\.vi).joined(separator: " – "), en: parts.map(\.en).joined(separator: " – "))
    }
}

extension Report {
    /// Without the sheets for the office itself, and with what every page bears.
    fileprivate func leaving(_ notice: String) -> Report {
        Report(
            title: title, subject: subject, author: author, language: language,
            tables: tables.filter { !$0.isForOffice }, notice: notice)
    }
}

extension Document {
    /// With a line above everything else.
    fileprivate func bearing(_ notice: String) -> Document { Document([.title([notice])] + blocks) }

    /// With the mark's meaning at its foot, where a sentence bears it; a table explains its own marks.
    fileprivate func explainingSuppression(_ language: Language) -> Document {
        let mark = Mark.suppressed
        let isUsed = blocks.contains { block in
            switch block {
            case .paragraph(let text): text.contains(mark.rawValue)
            case .list(let items): items.contains { $0.contains(mark.rawValue) }
            default: false
            }
        }
        return isUsed ? Document(blocks + [.paragraph("\(mark.rawValue): \(mark.explanation(in: language)).")]) : self
    }
}
