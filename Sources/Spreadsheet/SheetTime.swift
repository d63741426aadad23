import CivilCalendar

extension LocalTime {
    /// Whether sheets of every program show it: they disagree about the days before.
    package var isOnSheets: Bool { (1970...9999).contains(day.year) }

    /// The number by which a sheet knows this time: days since 1899-12-30, with the time of day as a fraction.
    package var serial: Double { Double(day.number + 25_569) + Double(secondOfDay) / Double(Instant.secondsPerDay) }
}
