import Domain

/// A period that is over has a folder.
enum MonthWithoutFolder: Rule {
    static let code = "month-without-folder"
    static let page = Bilingual(
        vi:
            "Một kỳ đã kết thúc mà trong submissions chưa có thư mục của kỳ đó. Lịch chạy chọn kỳ mới nhất có thư mục, nên "
            + "vẫn lập dự thảo của kỳ trước. Tạo thư mục, ví dụ submissions/2026-10.",
        en:
            "A period is over and submissions has no folder for it. The schedule takes the newest period that has a folder, "
            + "so it still remakes an earlier one. Make it, such as submissions/2026-10.")
}

extension FindingText {
    static func withoutFolder(_ month: Month) -> Self {
        Self(
            vi: "kỳ \(month) đã kết thúc mà chưa có thư mục, nên lịch chạy vẫn lập dự thảo của kỳ trước",
            en: "period \(month) is over and has no folder, so the schedule still remakes an earlier one",
            remedy: ("Tạo thư mục này và đặt tệp của kỳ vào.", "Make that folder and put its files there."))
    }
}
