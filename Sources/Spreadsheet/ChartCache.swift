import CXlsxWriter
import Glibc

/// The categories and values of a series as the file keeps them beside their addresses.
///
/// The library copies numbers and texts of cells by itself, and takes every formula for zero; telephones and
/// presentations show what stands there and work nothing out. So what is known is written by hand, into the library's own
/// list, which it frees.
struct ChartCache {
    private let series: Chart.Series

    init(_ series: Chart.Series) {
        self.series = series
    }

    func fill(
        _ stored: UnsafeMutablePointer<lxw_chart_series>, _ operation: String
    ) throws(SpreadsheetError) {
        let (categories, values) = (series.cachedCategories, series.cachedValues)
        for (count, range) in [(categories.count, series.categories), (values.count, series.values)] where count > 0 {
            let cells = range.range.rows.count * range.range.columns.count
            try require(count == cells, operation, "\(count) values kept for \(cells) cells")
        }
        for value in values {
            try require(value?.isFinite ?? true, operation, "\(String(describing: value)) is kept for a chart")
        }
        for text in categories { try Self.add(text, to: stored.pointee.categories, operation) }
        for value in values { try Self.add(value, to: stored.pointee.values, operation) }
    }

    private static func add(
        _ text: String, to range: UnsafeMutablePointer<lxw_series_range>?, _ operation: String
    ) throws(SpreadsheetError) {
        try add(to: range, operation) { range, point in
            point.pointee.is_string = 1
            point.pointee.string = strdup(CleanText.line(text))
            range.pointee.has_string_cache = 1
        }
    }

    private static func add(
        _ value: Double?, to range: UnsafeMutablePointer<lxw_series_range>?, _ operation: String
    ) throws(SpreadsheetError) {
        try add(to: range, operation) { _, point in
            point.pointee.number = value ?? 0
            point.pointee.no_data = value == nil ? 1 : 0
        }
    }

    /// Puts a point at the end of the library's list.
    private static func add(
        to range: UnsafeMutablePointer<lxw_series_range>?, _ operation: String,
        _ set: (UnsafeMutablePointer<lxw_series_range>, UnsafeMutablePointer<lxw_series_data_point>) -> Void
    ) throws(SpreadsheetError) {
        let range = try present(range, operation)
        let cache = try present(range.pointee.data_cache, operation)
        let memory = try present(calloc(1, MemoryLayout<lxw_series_data_point>.size), operation)
        let point = memory.bindMemory(to: lxw_series_data_point.self, capacity: 1)
        set(range, point)
        cache.pointee.stqh_last.pointee = point
        withUnsafeMutablePointer(to: &point.pointee.list_pointers.stqe_next) { cache.pointee.stqh_last = $0 }
        range.pointee.num_data_points += 1
        range.pointee.ignore_cache = 1
    }
}
