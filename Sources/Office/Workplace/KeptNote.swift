import Files
import Foundation

/// What the program notes for itself beside the reports, as JSON.
enum KeptNote {
    /// No note comes near it.
    private static let bytesMost = 16 << 20

    /// `nil` where there is none, or what lies there is no such note, which is then written anew.
    ///
    /// A disk that cannot be read is thrown: a note that was taken for lost would be written anew without what it holds.
    static func read<Note: Decodable>(_ path: String) throws(FileFault) -> Note? {
        guard let entry = try Entry.ifPresent(at: path), entry.kind == .file, entry.size <= bytesMost else {
            return nil
        }
        let bytes = try OpenFile(path, .readingNoLink).readAll()
        return try? JSONDecoder().decode(Note.self, from: Data(bytes))
    }
}
