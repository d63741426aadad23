import Domain
import Files

/// Held while a catalogue is made or added to: two commands that do it at once would take each other's unfinished files.
final class InputsLock {
    private let file: OpenFile

    /// Throws where another command holds it.
    init(of inputs: String) throws {
        file = try OpenFile(inputs, .folder(followingLinks: true))
        guard try file.lock(isPatient: false) else {
            throw Failure(
                Bilingual(
                    vi: "một lệnh khác đang lập danh mục trong “\(inputs)”; chờ lệnh đó xong rồi chạy lại",
                    en: "another command is making the catalogue in “\(inputs)”; wait for it and run again"), .busy)
        }
    }
}
