import Domain

/// What `doctor` found: what is wrong and what to do about it, and what is well.
package struct Health {
    package private(set) var findings: [Finding] = []
    package private(set) var passed: [Bilingual] = []

    mutating func pass(_ text: Bilingual) { passed.append(text) }

    /// What an office and its machine are held to.
    static let rules: [any Rule.Type] = [
        NoCatalogue.self, CatalogueNeedsCare.self, DepartmentOwesNothing.self, SourceOwesNothing.self,
        HolidaysMissing.self, HolidayUnsettled.self, TargetsMissing.self, FolderNotUsable.self, WritableByOthers.self,
        RunAsRoot.self,
        DiskNearlyFull.self, ClockBehindLedger.self, ClockNotSynchronised.self, TimeZoneDiffers.self,
        LedgerDamaged.self, EditionNotAsIssued.self, LedgerOfOlderVersion.self, NoBackup.self,
        OldBackup.self, BackupOnSameDisk.self, MonthWithoutFolder.self, DecisionsNeedCare.self,
        MisplacedFile.self, FilesWaiting.self,
    ]

    mutating func add(
        _ rule: any Rule.Type, _ level: Finding.Level, at place: String, value: String? = nil, _ text: FindingText
    ) {
        findings.append(
            Finding(
                rule: rule, level: level, position: Position(file: place), value: value, message: text.text,
                expected: text.expected, remedy: text.remedy))
    }

    /// What another house has found, at a place as a person would open it.
    mutating func add(_ finding: Finding, at place: String) {
        findings.append(finding.of(place))
    }

    /// At most this many names stand in one line.
    private static let namesMax = 12

    /// `SKHCN, STC, SCT` or, of many, the first and how many more.
    static func list(_ names: [String]) -> Bilingual {
        let shown = names.prefix(namesMax).joined(separator: ", ")
        guard names.count > namesMax else { return Bilingual(vi: shown, en: shown) }
        let rest = names.count - namesMax
        return Bilingual(vi: "\(shown) và \(rest) mục khác", en: "\(shown) and \(rest) more")
    }
}
