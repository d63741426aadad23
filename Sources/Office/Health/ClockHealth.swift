import Domain
import Foundation

extension Health {
    /// Whether the clock can be right, and the machine's zone is that of the office.
    mutating func examineClock(_ now: Instant, isTold: Bool, catalogue: Catalogue?, lastRecordedAt: Instant?) {
        let place = Health.clock
        let zone = catalogue?.organisation.timeZone ?? .current
        let clock = Health.shown(now, in: zone)
        if let last = lastRecordedAt, now < last {
            add(
                ClockBehindLedger.self, .error, at: place, value: "\(now)",
                .behind(clock, last: Health.shown(last, in: zone)))
        } else {
            pass(Bilingual(vi: "đồng hồ: \(clock.vi)", en: "clock: \(clock.en)"))
        }
        if !isTold, Health.isUnsynchronised {
            add(
                ClockNotSynchronised.self, .note, at: place, .notSynchronised)
        }
        if let catalogue { examineZone(catalogue, now) }
    }

    /// Where findings about it stand.
    static let clock = "clock"

    static func shown(_ now: Instant, in zone: TimeZone) -> Bilingual {
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
            TimeZoneDiffers.self, .note, at: "clock", value: machine.identifier, .zoneDiffers(machine, office: zone))
    }

    /// A machine with systemd on which none of the usual services keeps the clock right.
    private static var isUnsynchronised: Bool {
        let exists = FileManager.default.fileExists(atPath:)
        let signs = ["/run/systemd/timesync/synchronized", "/run/chrony", "/run/ntpd.pid", "/run/ntp.pid"]
        return exists("/run/systemd/system") && !signs.contains(where: exists)
    }
}
