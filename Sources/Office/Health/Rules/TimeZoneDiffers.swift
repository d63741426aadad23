import Domain
import Foundation

/// The machine's time zone is the office's.
enum TimeZoneDiffers: Rule {
    static let code = "time-zone-differs"
    static let page = Bilingual(
        vi:
            "Múi giờ của máy khác của cơ quan. Số liệu, hạn gửi vẫn theo múi giờ của cơ quan; chỉ lịch cron theo giờ máy.",
        en:
            "The machine's time zone is not the office's. Figures and deadlines go by the office's; a schedule in cron "
            + "goes by the machine's.")
}

extension FindingText {
    static func zoneDiffers(_ machine: TimeZone, office: TimeZone) -> Self {
        Self(
            vi: "múi giờ của máy là \(machine.identifier), của cơ quan là \(office.identifier)",
            en: "the machine's time zone is \(machine.identifier), the office's \(office.identifier)",
            remedy: (
                "Số liệu vẫn tính theo múi giờ của cơ quan; nếu lịch chạy là cron thì đặt lại múi giờ của máy.",
                "Figures go by the office's zone; with a schedule in cron, set the machine's zone."
            ))
    }
}
