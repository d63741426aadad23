/// Numbers and dates of the plainest shapes, by their bytes; whatever is not of these shapes is for the careful reading.
///
/// A cell lies in a window with padding: up to ten bytes from its beginning may be read, whatever its length.
enum CellBytes {
    /// A whole number of one digit to eight; -1 for all else: more digits may be a person's number.
    @inline(__always)
    static func number(_ cell: UnsafePointer<UInt8>, _ count: Int) -> Int64 {
        guard UInt(bitPattern: count &- 1) < 8 else { return -1 }
        let word = UnsafeRawPointer(cell).loadUnaligned(as: UInt64.self).littleEndian ^ 0x3030_3030_3030_3030
        // The digits end at the highest byte, with zeros before them; neighbours are put together three times.
        let digits = word &<< UInt64(truncatingIfNeeded: 64 &- 8 &* count)
        guard areDigits(digits) else { return -1 }
        let pairs = (digits &* 10 &+ digits >> 8) & 0x00FF_00FF_00FF_00FF
        let fours = (pairs &* 100 &+ pairs >> 16) & 0x0000_FFFF_0000_FFFF
        return Int64(truncatingIfNeeded: (fours &* 10_000 &+ fours >> 32) & 0xFFFF_FFFF)
    }

    /// Whether each byte is below ten.
    @inline(__always)
    private static func areDigits(_ word: UInt64) -> Bool {
        (word &+ 0x7676_7676_7676_7676 | word) & 0x8080_8080_8080_8080 == 0
    }

    /// The place of a date among the days of the years looked at: day first, or after all those, year first.
    @inline(__always)
    static func day(_ cell: UnsafePointer<UInt8>, _ count: Int, firstYear: Int, years: Int) -> Int {
        if count == 10 {
            // Two digits, two digits and four with slashes between: eight bytes at once.
            let word = UnsafeRawPointer(cell).loadUnaligned(as: UInt64.self).littleEndian ^ 0x3030_2F30_302F_3030
            let (third, fourth) = (Int(cell[8] &- 0x30), Int(cell[9] &- 0x30))
            if areDigits(word), word & 0x0000_FF00_00FF_0000 == 0, third < 10, fourth < 10 {
                let pairs = word &* 10 &+ word >> 8
                let day = Int(truncatingIfNeeded: pairs & 0xFF)
                let month = Int(truncatingIfNeeded: pairs >> 24 & 0xFF)
                let year = Int(truncatingIfNeeded: pairs >> 48 & 0xFF) &* 100 &+ third &* 10 &+ fourth &- firstYear
                guard year >= 0, year < years, day >= 1, day <= 31, month >= 1, month <= 12 else { return -1 }
                return (year &* 12 &+ month &- 1) &* 31 &+ day &- 1
            }
        }
        return dayOfAnyShape(cell, count, firstYear: firstYear, years: years)
    }

    @inline(never)
    private static func dayOfAnyShape(_ cell: UnsafePointer<UInt8>, _ count: Int, firstYear: Int, years: Int) -> Int {
        guard count >= 8, count <= 10 else { return -1 }
        let isYearFirst = cell[4] == 0x2D && count == 10
        let first = isYearFirst ? 8 : 0
        var at = first
        var day = Int(cell[at] &- 0x30)
        guard day < 10 else { return -1 }
        at &+= 1
        if isYearFirst || cell[at] >= 0x30 {
            let digit = Int(cell[at] &- 0x30)
            guard digit < 10 else { return -1 }
            day = day &* 10 &+ digit
            at &+= 1
        }
        if isYearFirst {
            at = 5
        } else {
            guard cell[at] &- 0x2D < 3 else { return -1 }
            at &+= 1
        }
        var month = Int(cell[at] &- 0x30)
        guard month < 10 else { return -1 }
        at &+= 1
        if isYearFirst || cell[at] >= 0x30 {
            let digit = Int(cell[at] &- 0x30)
            guard digit < 10 else { return -1 }
            month = month &* 10 &+ digit
            at &+= 1
        }
        if isYearFirst {
            guard cell[7] == 0x2D else { return -1 }
            at = 0
        } else {
            guard cell[at] &- 0x2D < 3 else { return -1 }
            at &+= 1
            guard count &- at == 4 else { return -1 }
        }
        var year = 0
        for place in at..<at &+ 4 {
            let digit = Int(cell[place] &- 0x30)
            guard digit < 10 else { return -1 }
            year = year &* 10 &+ digit
        }
        year = year &- firstYear
        guard year >= 0, year < years, day >= 1, day <= 31, month >= 1, month <= 12 else { return -1 }
        let place = (year &* 12 &+ month &- 1) &* 31 &+ day &- 1
        return isYearFirst ? place &+ years &* CleanPlan.daysOfYear : place
    }
}
