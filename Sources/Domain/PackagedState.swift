/// The state that a province's package gives a figure, as the office that adds up provinces keeps it: by the words of the
/// package's own column, as a code of each tally.
///
/// A form of packages is a list with a column of this code list, by which its measures are kept apart.
package enum PackagedState: String, Hashable, Sendable, CaseIterable {
    case reported = "chinh-thuc"
    case revised = "dieu-chinh"
    case provisional = "so-bo"
    case notReported = "chua-bao-cao"
    case notCollected = "chua-thu-thap"
    case notApplicable = "khong-ap-dung"
    case suppressed = "bao-mat"
    case notComparable = "khong-so-sanh-duoc"

    /// The list of codes, and the column of a form that has it.
    package static let list = "tinh_trang_so_lieu"
    package static let column = "tinh_trang"

    /// As packages write it.
    package var name: String {
        switch self {
        case .reported: "chính thức"
        case .revised: "điều chỉnh"
        case .provisional: "sơ bộ"
        case .notReported: "chưa báo cáo"
        case .notCollected: "chưa thu thập"
        case .notApplicable: "không áp dụng"
        case .suppressed: "bảo mật"
        case .notComparable: "không so sánh được"
        }
    }

    /// `nil` for any other word.
    package init?(name: String) {
        guard let state = Self.allCases.first(where: { $0.name == name }) else { return nil }
        self = state
    }

    /// By the codes of a tally; `nil` for tallies of other forms.
    package init?(tally codes: String) {
        guard codes.hasPrefix(Self.column + "=") else { return nil }
        self.init(rawValue: String(codes.dropFirst(Self.column.utf8.count + 1)))
    }

    /// Nothing is missing in the figure.
    package var isOfficial: Bool { self == .reported || self == .revised }
}

/// What an office that adds up provinces counts of the reports behind their figures: those that the provinces received and
/// those that they are owed, each once for every indicator of the province.
package enum PackagedReports: String, Sendable, CaseIterable {
    case received = "BC01"
    case owed = "BC02"

    /// The share of the one in the other.
    package static let rate = "BC03"
    package static let domain = "bao_cao"
}

extension Form {
    /// Whether provinces' packages are read as this form.
    package var isOfPackages: Bool {
        layout == .list && columns.contains { $0.id == PackagedState.column && $0.kind == .code(PackagedState.list) }
    }
}
