import Domain

/// Something that holds across the catalogue's registers.
///
/// What is missing from a register that could not be read is nobody's fault here, and an entry that is already
/// reported is not judged again.
protocol CatalogueRule: Rule {
    static func check(_ draft: CatalogueDraft, _ findings: FindingCollection)
}
