/// The texts that cells of an .xlsx name by their numbers; of rich texts the runs together, without their readings aloud.
final class SharedStrings: PartReader {
    private(set) var texts = TextStore()
    /// Readings aloud, which no cell shows.
    private(set) var readings = TextStore()
    /// Those that are struck through from their first letter to their last.
    private(set) var struck: Set<Int> = []
    private var text = CellText()
    private var reading = CellText()
    private var isText = false
    private var run = RunLook()
    private var letters = StruckLetters()
    /// Within a reading aloud.
    private var phoneticDepth = 0

    override func start(_ name: XMLWord, _ attributes: XMLAttributes) {
        if depth == 2, name == "si" {
            text.clear()
            letters.clear()
            run = RunLook()
        } else if name == "rPh" {
            if phoneticDepth == 0 { phoneticDepth = depth }
        } else if depth > 2, name == "t" {
            isText = true
        } else if run.take(name, attributes) {
            text.part()
        }
    }

    override func end(_ name: XMLWord) {
        isText = false
        if depth == phoneticDepth {
            phoneticDepth = 0
            if !reading.isEmpty, readings.hasRoom(for: reading.bytes.count, limits) { readings.append(reading.bytes) }
            reading.clear()
        }
        guard depth == 2, name == "si" else { return }
        text.unescape()
        text.flatten()
        guard texts.hasRoom(for: text.bytes.count, limits) else { return stop(.tooLarge("texts")) }
        if letters.isAll { struck.insert(texts.count) }
        texts.append(text.bytes)
    }

    override func remark(_ text: String) {
        guard !text.isEmpty, readings.hasRoom(for: text.utf8.count, limits) else { return }
        readings.append(Array(text.utf8))
    }

    override func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard isText else { return }
        guard text.bytes.count + reading.bytes.count + bytes.count <= limits.cellBytes else {
            return stop(.tooLarge("a text"))
        }
        if phoneticDepth > 0 { return reading.append(bytes) }
        text.append(bytes)
        letters.take(bytes, isStruck: run.isStruck)
    }
}
