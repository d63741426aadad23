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
        let seconds = (shifted * 86_400).rounded()
        var day = Int(seconds / 86_400)
        let rest = Int(seconds) - day * 86_400
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
        // The calendar repeats after 400 years of 146,097 days; years here begin in March.
        let shifted = day + 719_468
        let era = shifted / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        let digits = String(year)
        bytes.append(contentsOf: repeatElement(0x30, count: max(0, 4 - digits.utf8.count)))
        bytes.append(contentsOf: digits.utf8)
        for part in [month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1] {
            bytes.append(UInt8(ascii: "-"))
            append(part, to: &bytes)
        }
    }
}
