import Domain

/// What the national register does not know for certain about the units has been settled by the office.
enum UnsettledOpenPoint: CatalogueRule {
    static let code = "open-point"
    static let page = Bilingual(
        vi: """
            Danh mục lập từ sổ đăng ký quốc gia còn điểm chưa chắc, ghi ở open_points.csv: xã, phường lập từ phần của nhiều huyện \
            cũ (matter là district), xã cũ bị chia mà chưa rõ tỷ lệ (parts), xã biên giới (border), nơi nhập chưa rõ \
            (destination), tên trùng (name). Mỗi loại được nêu một lần, ở dòng đầu còn để trống cột settled. Xem, sửa units.csv hoặc \
            unit_changes.csv nếu cần, rồi ghi vào cột settled căn cứ và ngày, ví dụ “giữ nguyên, Phòng Chính sách 05/10/2026”. \
            Dòng parts tự hết khi các dòng divided của đơn vị đó ở unit_changes.csv có đủ weight.
            """,
        en: """
            The catalogue was made from the national register, and some points are not certain; open_points.csv names them: communes \
            over several former districts (matter district), communes divided in unknown shares (parts), communes on the border \
            (border), unknown destinations (destination), names that occur twice (name). Each kind is said once, at its first row \
            whose column settled is empty. Look, mend units.csv or unit_changes.csv if need be, and write into settled on what \
            ground and when. A row of parts is settled by weights on all divided lines of the unit in unit_changes.csv.
            """)

    static func check(_ draft: CatalogueDraft, _ findings: FindingCollection) {
        var open: [OpenPoint.Matter: [Located<OpenPoint>]] = [:]
        for entry in draft.openPoints.sound where entry.value.settled == nil {
            if entry.value.matter == .parts, isWeighed(entry.value.code, draft) { continue }
            open[entry.value.matter, default: []].append(entry)
        }
        for matter in OpenPoint.Matter.allCases {
            guard let entries = open[matter], let first = entries.first else { continue }
            let level: Finding.Level = matter == .parts ? .note : .query
            findings.add(
                self, level, at: first.position(of: "settled"), value: first.value.code,
                .open(matter, entries.map(\.value)))
        }
    }

    private static func isWeighed(_ code: String, _ draft: CatalogueDraft) -> Bool {
        let lines = draft.changes.values.filter { $0.from == code && $0.kind == .divided }
        return !lines.isEmpty && lines.allSatisfy { $0.weight != nil }
    }
}

extension FindingText {
    fileprivate static func open(_ matter: OpenPoint.Matter, _ points: [OpenPoint]) -> Self {
        let shown = points.prefix(3).map { "\($0.name) (\($0.code))" }.joined(separator: ", ")
        let (vi, en) = (Language.vi.count(points.count), Language.en.count(points.count))
        let rest = points.count > 3 ? ", …" : ""
        let text: (vi: String, en: String) =
            switch matter {
            case .district:
                (
                    "\(vi) xã, phường lập từ phần của nhiều huyện cũ, chưa ghi căn cứ xếp địa bàn: \(shown)\(rest)",
                    "\(en) communes lie over several former districts, and nobody said why they count under one: \(shown)\(rest)"
                )
            case .parts:
                (
                    "\(vi) đơn vị cũ bị chia mà chưa rõ tỷ lệ: \(shown)\(rest); số liệu trước ngày chia không so sánh được ở cấp xã",
                    "\(en) units were divided in unknown shares: \(shown)\(rest); figures of before cannot be compared by commune"
                )
            case .border:
                (
                    "chưa ghi xã, phường nào có biên giới trên đất liền: \(shown)",
                    "which communes lie on the land border is not said: \(shown)"
                )
            case .destination:
                (
                    "\(vi) đơn vị cũ chưa rõ nhập vào đâu: \(shown)\(rest)",
                    "\(en) units of before went nobody knows where: \(shown)\(rest)"
                )
            case .name:
                (
                    "\(vi) nhóm đơn vị trùng tên trong một huyện: \(shown)\(rest)",
                    "\(en) groups of units bear one name in one district: \(shown)\(rest)"
                )
            }
        return Self(vi: text.vi, en: text.en, remedy: remedy(matter))
    }

    private static func remedy(_ matter: OpenPoint.Matter) -> (vi: String, en: String) {
        switch matter {
        case .district:
            (
                "Xem cột detail; giữ hoặc sửa cột district của xã, phường đó ở units.csv, rồi ghi căn cứ và ngày vào cột settled.",
                "See column detail; keep or correct the commune's district in units.csv, then write the ground and the day into settled."
            )
        case .parts:
            (
                "Ghi weight cho mọi dòng divided của đơn vị đó ở unit_changes.csv; không rõ thì ghi “không rõ” và ngày vào cột settled.",
                "Write weights on all its divided lines in unit_changes.csv; or “not known” and the day into settled."
            )
        case .border:
            (
                "Ghi 1 vào cột border ở units.csv cho tỉnh và từng xã, phường biên giới; không có biên giới thì ghi “không có” vào cột settled.",
                "Write 1 into column border of units.csv for the province and each commune on the border; or “none” into settled."
            )
        case .destination:
            (
                "Xem nghị quyết; thêm dòng biến động ở unit_changes.csv, rồi ghi căn cứ vào cột settled.",
                "See the resolution; add the line of change to unit_changes.csv, then write the ground into settled."
            )
        case .name:
            (
                "Xem tên đúng; sửa cột name ở units.csv, rồi ghi căn cứ vào cột settled.",
                "Find the right names; correct column name in units.csv, then write the ground into settled."
            )
        }
    }
}
