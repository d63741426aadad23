/// How much of a workbook is taken in before it is refused, so that no file costs unbounded time or memory.
package struct SheetLimits: Hashable, Sendable {
    /// As spreadsheets have it.
    package static let rowsMax = 1_048_576
    package static let columnsMax = 16_384

    /// All parts together, unpacked, in one pass.
    package var unpackedBytes = 512 << 20
    /// What is gone through in all passes: the largest sheet twice, of which the second time is that after its merged cells
    /// are known.
    package var workBytes = 1 << 30
    /// One part, unpacked, by as much as it is packed in; small parts may be packed as tightly as they like.
    package var packingRatio = 400
    package var freelyPackedBytes = 16 << 20
    package var entries = 4096
    package var sheets = 256
    /// The store of texts, without its index.
    package var textBytes = 40 << 20
    package var texts = 2 << 20
    package var cellBytes = 1 << 20
    package var rowBytes = 16 << 20
    package var mergedRanges = 1 << 17
    package var comments = 1 << 16
    package var depth = 64
    package var styles = 1 << 16

    package static let standard = SheetLimits()
}
