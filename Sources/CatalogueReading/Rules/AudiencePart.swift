import Domain

/// What `audiences.yaml` names for an audience is in the report, and may be given to it.
enum AudiencePart: CatalogueRule {
    static let code = "audience-part"
    static let page = Bilingual(
        vi: """
            Tệp audiences.yaml nêu cho một đối tượng nhận một bảng không có trong reports/*.yaml, hoặc một nội dung không \
            được đưa cho đối tượng đó. Các bảng can-xac-nhan, chenh-lech-nguon, thay-doi, nguon-ky-hieu không bao giờ ra \
            khỏi cơ quan; phoi-hop, tinh-hinh-gui, thieu-bao-cao, gui-cham chỉ dành cho lãnh đạo. Sửa tên hoặc bỏ đi.
            """,
        en: """
            For an audience audiences.yaml names a table that reports/*.yaml does not have, or something that the audience \
            may not be given. The tables can-xac-nhan, chenh-lech-nguon, thay-doi and nguon-ky-hieu never leave the office; \
            phoi-hop, tinh-hinh-gui, thieu-bao-cao and gui-cham are for the leadership alone. Correct the name or remove it.
            """)

    static func check(_ draft: CatalogueDraft, _ findings: FindingCollection) {
        guard let audiences = draft.audiences, draft.reports.isKnown else { return }
        let known = Set(draft.reports.entries.flatMap(\.value.tables).map(\.table))
        for plan in audiences.value {
            for name in plan.tables.subtracting(known).sorted() {
                findings.add(
                    self, at: audiences.position(of: "\(plan.audience.rawValue).tables"), value: name,
                    .unknownTable(name, known.subtracting(AudiencePlan.officeTables).sorted()))
            }
        }
    }
}

extension FindingText {
    fileprivate static func unknownTable(_ name: String, _ known: [String]) -> Self {
        let list = known.joined(separator: ", ")
        return Self(
            vi: "báo cáo không có bảng “\(name)”", en: "the report has no table “\(name)”",
            expected: ("một trong: \(list)", "one of: \(list)"),
            remedy: ("Ghi tên bảng có trong reports/*.yaml.", "Write a table of reports/*.yaml."))
    }

    static func staysInOffice(_ name: String, _ audience: Audience) -> Self {
        AudiencePlan.officeTables.contains(name)
            ? Self(
                vi: "“\(name)” là bảng làm việc của cơ quan, không đưa ra ngoài",
                en: "“\(name)” is a table of the office itself and does not leave it",
                remedy: ("Bỏ tên này khỏi tệp.", "Remove it."))
            : Self(
                vi: "“\(name)” nêu đơn vị gửi thiếu, gửi chậm: chỉ cho lãnh đạo, không cho “\(audience.rawValue)”",
                en: "“\(name)” tells who sent late or nothing: for the leadership, not for “\(audience.rawValue)”",
                remedy: ("Bỏ tên này khỏi phần của đối tượng đó.", "Remove it from that audience's part."))
    }
}
