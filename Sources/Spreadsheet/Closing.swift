import Glibc
import Synchronization

/// Lets workbooks be closed at once if they bear the same time, and one after another if not.
///
/// The library asks `gmtime` for the date of a workbook, whose answer all threads share: a call for the time that it
/// holds leaves it as it is. Most workbooks of a set bear one of few times.
enum Closing {
    private static let underWay = Mutex<(time: Int, count: Int)>((0, 0))
    private static let pauseMicroseconds: UInt32 = 500

    static func at(_ time: Int, _ close: () throws(SpreadsheetError) -> Void) throws(SpreadsheetError) {
        while !isAdmitted(time) { usleep(pauseMicroseconds) }
        defer { underWay.withLock { $0.count -= 1 } }
        try close()
    }

    private static func isAdmitted(_ time: Int) -> Bool {
        underWay.withLock { underWay in
            guard underWay.count == 0 || underWay.time == time else { return false }
            underWay = (time, underWay.count + 1)
            return true
        }
    }
}
