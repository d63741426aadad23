import Domain
import Foundation

extension Health {
    /// Whether the clock can be right, and the machine's zone is that of the office.
    mutating func examineClock(_ now: Instant, isTold: Bool, catalogue: Catalogue?, lastRecordedAt: Instant?) {
        let place = "clock"
        let zone = catalogue?.organisation.timeZone ?? .current
        let clock = Health.shown(now, in: zone)
        if let last = lastRecordedAt, now < last {
            add(
                "clock-behind-ledger", .error, at: place, value: "\(now)",
                Bilingual(
                    vi: "đồng hồ máy (\(clock.vi)) chậm hơn lần ghi sổ gần nhất (\(Health.shown(last, in: zone).vi))",
                    en:
                        "the clock (\(clock.en)) is behind the ledger's newest entry (\(Health.shown(last, in: zone).en))"
                ),
                Bilingual(
                    vi:
                        "Chỉnh lại giờ máy, bật đồng bộ giờ (NTP), rồi mới chạy tiếp: ngày nhận tệp tính theo đồng hồ này.",
                    en: "Set the clock and turn on synchronisation (NTP) first: times of receipt come from it."))
        } else {
            pass(Bilingual(vi: "đồng hồ: \(clock.vi)", en: "clock: \(clock.en)"))
        }
        if !isTold, Health.isUnsynchronised {
            add(
                "clock-not-synchronised", .note, at: place,
                Bilingual(
                    vi: "đồng hồ máy chưa được đồng bộ qua mạng",
                    en: "the clock is not synchronised over the network"),
                Bilingual(
                    vi: "Bật dịch vụ đồng bộ giờ (systemd-timesyncd hoặc chrony), hoặc so giờ hằng tuần.",
                    en: "Turn on time synchronisation (systemd-timesyncd or chrony), or compare it every week."))
        }
        if let catalogue { examineZone(catalogue, now) }
    }

    private static func shown(_ now: Instant, in zone: TimeZone) -> Bilingual {
        let local = now.local(in: zone)
        let time = (local.hour < 10 ? "0" : "") + "\(local.hour):" + (local.minute < 10 ? "0" : "") + "\(local.minute)"
        return Bilingual(
            vi: "\(time) ngày \(Language.vi.date(local.day))", en: "\(time), \(Language.en.date(local.day))")
    }

    private mutating func examineZone(_ catalogue: Catalogue, _ now: Instant) {
        let zone = catalogue.organisation.timeZone
        let machine = TimeZone.current
        let date = Date(timeIntervalSince1970: Double(now.seconds))
        guard machine.secondsFromGMT(for: date) != zone.secondsFromGMT(for: date) else {
            return pass(Bilingual(vi: "múi giờ: \(zone.identifier)", en: "time zone: \(zone.identifier)"))
        }
        add(
            "time-zone-differs", .note, at: "clock", value: machine.identifier,
            Bilingual(
                vi: "múi giờ của máy là \(machine.identifier), của cơ quan là \(zone.identifier)",
                en: "the machine's time zone is \(machine.identifier), the office's \(zone.identifier)"),
            Bilingual(
                vi: "Số liệu vẫn tính theo múi giờ của cơ quan; nếu lịch chạy là cron thì đặt lại múi giờ của máy.",
                en: "Figures go by the office's zone; with a schedule in cron, set the machine's zone."))
    }

    /// A machine with systemd on which none of the usual services keeps the clock right.
    private static var isUnsynchronised: Bool {
        let exists = FileManager.default.fileExists(atPath:)
        let signs = ["/run/systemd/timesync/synchronized", "/run/chrony", "/run/ntpd.pid", "/run/ntp.pid"]
        return exists("/run/systemd/system") && !signs.contains(where: exists)
    }
}
