import CivilCalendar

/// The number by which spreadsheets store days and times: days since the end of 1899, or of 1903.
enum SerialDate {
    /// 9999-12-31
    private static let lastSerial = 2_958_465.0

    /// Appends `2026-09-25`, `2026-09-25 08:30` or `08:30:00`; `false`: no calendar has it.
    static func append(
        _ serial: Double, is1904: Bool, kind: NumberFormat.Kind, to bytes: inout [UInt8]
    ) -> Bool {
        let shifted = is1904 && kind == .date ? serial + 1462 : serial
        guard shifted >= 0, shifted <= lastSerial + 1 else { return false }
        let seconds = (shifted * Double(Instant.secondsPerDay)).rounded()
        var day = Int(seconds) / Instant.secondsPerDay
        let rest = Int(seconds) - day * Instant.secondsPerDay
        if kind == .time {
            append(day * 24 + rest / 3600, to: &bytes)
            append(minutes: rest / 60 % 60, to: &bytes)
            append(minutes: rest % 60, to: &bytes)
            return true
        }
        // 29 February 1900, which never was, is day 60; the days before it are one off.
        if !is1904, day == 60 { return false }
        if !is1904, day < 60 { day += 1 }
        append(day: day - 25_569, to: &bytes)
        guard rest != 0 else { return true }
        bytes.append(UInt8(ascii: " "))
        append(rest / 3600, to: &bytes)
        append(minutes: rest / 60 % 60, to: &bytes)
        return true
    }

    private static func append(_ hours: Int, to bytes: inout [UInt8]) {
        if hours < 10 { bytes.append(0x30) }
        bytes.append(contentsOf: String(hours).utf8)
    }

    private static func append(minutes: Int, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: ":"))
        append(minutes, to: &bytes)
    }

    /// - Parameter day: Days since 1970-01-01.
    private static func append(day: Int, to bytes: inout [UInt8]) {
        let civil = Day(number: day).civil
        let digits = String(civil.year)
        bytes.append(contentsOf: repeatElement(0x30, count: max(0, 4 - digits.utf8.count)))
        bytes.append(contentsOf: digits.utf8)
        for part in [civil.month, civil.day] {
            bytes.append(UInt8(ascii: "-"))
            append(part, to: &bytes)
        }
    }
}
