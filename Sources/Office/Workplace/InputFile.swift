import Domain
import Files
import Foundation
import Intake

/// Bytes of files that people put there.
package enum InputFile {
    /// The bytes of a regular file, of which there are so many at most; a symbolic link, a pipe or a folder is refused and
    /// never opened.
    static func bytes(of path: String, most: Int) throws -> [UInt8] {
        switch try content(of: path, most: most) {
        case .bytes(let bytes): return bytes
        case .tooLarge(let size): throw Failure(.tooLarge(path, size, most))
        case .stillGrowing:
            throw Failure(
                Bilingual(
                    vi: "tệp “\(ShownPath(path).text)” đang được ghi nên không đọc được",
                    en: "“\(ShownPath(path).text)” is still being written and cannot be read"))
        }
    }

    /// A submission; what keeps it from being read is a finding, for it concerns this file alone.
    static func submission(
        _ path: String, shown: String, isLeftToNextRun: Bool = false
    ) throws -> (file: SourceFile?, findings: [Finding]) {
        if EntryKind(at: path) == .folder, PackagedFolder.isPackage(path) {
            return (SourceFile(path: shown, bytes: try PackagedFolder.bytes(of: path)), [])
        }
        var content = try content(of: path, most: ReadLimit.heldBytes)
        if case .tooLarge(let size) = content, size <= ReadLimit.zipBytes, begins(path, withOneOf: [[0x50, 0x4B]]) {
            content = try Self.content(of: path, most: ReadLimit.zipBytes)
        }
        return switch content {
        case .bytes(let bytes): (SourceFile(path: shown, bytes: bytes), [])
        case .tooLarge(let size):
            (nil, [ReadLimit.finding(in: ShownPath(shown).text, bytes: size, isPacked: isPacked(path))])
        case .stillGrowing: (nil, [StillBeingWritten.finding(shown, level: isLeftToNextRun ? .note : .query)])
        }
    }

    /// The bytes of a list that nobody wrote while it was read; `nil` where it changed meanwhile, is gone or is too large.
    /// `meanwhile` runs between the first look and the last.
    static func settledBytes(of path: String, meanwhile: () throws -> Void = {}) throws -> [UInt8]? {
        guard isRegular(path),
            case .bytes(let bytes) = try content(of: path, most: ReadLimit.listBytes, meanwhile: meanwhile)
        else { return nil }
        return bytes
    }

    private enum Content {
        case bytes([UInt8])
        /// With its size.
        case tooLarge(Int)
        case stillGrowing
    }

    /// So many bytes a file has now; 0 where there is none.
    static func size(of path: String) -> Int {
        (try? Entry(at: path))?.size ?? 0
    }

    /// The digest of a regular file of any size, which is not held; `nil` where it cannot be read.
    static func sha256(of path: String) -> String? {
        guard let file = try? opened(path), let streamed = try? StreamedFile(file) else { return nil }
        let digest = streamed.sha256.hex
        return (try? streamed.isSettled()) == true ? digest : nil
    }

    /// A large file, to be read where it lies; `nil` for one that is held as easily.
    static func streamed(_ path: String) throws -> StreamedFile? {
        // Nearly all files are small, and this look is enough; what keeps another from being looked at, its reading says.
        guard isLarge(path) else { return nil }
        let file = try StreamedFile(try opened(path))
        return file.count >= ReadLimit.streamedBytes ? file : nil
    }

    /// Whether a file is so large that it is read where it lies, if it can be.
    static func isLarge(_ path: String) -> Bool {
        size(of: path) >= ReadLimit.streamedBytes
    }

    /// Whether a file begins as workbooks do, which hold more than their bytes show.
    static func isPacked(_ path: String) -> Bool {
        begins(path, withOneOf: [[0x50, 0x4B], [0xD0, 0xCF]])
    }

    private static func begins(_ path: String, withOneOf marks: [[UInt8]]) -> Bool {
        guard let file = try? opened(path), let first = try? file.read(upTo: 2) else { return false }
        return marks.contains(first)
    }

    private static func opened(_ path: String) throws -> OpenFile {
        try reading {
            guard try Entry(at: path).kind == .file else { throw Failure(.notRegular(path, EntryKind(at: path))) }
            // Between the look and the opening another may have taken its place.
            let file = try OpenFile(path, .readingNoLink)
            guard try file.entry().kind == .file else { throw Failure(.notRegular(path, EntryKind(at: path))) }
            return file
        }
    }

    private static func content(
        of path: String, most: Int, meanwhile: () throws -> Void = {}
    ) throws -> Content {
        let file = try opened(path)
        let before = try file.entry()
        guard before.size <= most else { return .tooLarge(before.size) }
        let bytes = try reading { try file.read(upTo: before.size) }
        try meanwhile()
        guard bytes.count == before.size, isSettled(path, since: before) else { return .stillGrowing }
        return .bytes(bytes)
    }

    /// Of the path, not of the open file: another file may have been put in its place.
    static func isSettled(_ path: String, since before: Entry) -> Bool {
        (try? Entry(at: path))?.isUntouched(since: before) ?? false
    }

    /// Does something with a file of a person's: what the system refuses concerns this file alone, unless the whole process
    /// has run out of something.
    static func reading<Value: ~Copyable>(_ body: () throws -> Value) throws -> Value {
        do {
            return try body()
        } catch let fault as FileFault where !fault.isOfProcess {
            throw Failure(
                fault.isOfAbsence && fault.operation == "lstat"
                    ? fault.path.contains("\u{FFFD}") ? .damagedName(fault.path) : .missing(fault.path)
                    : .unreadable(fault.path, .reason(fault.code)))
        }
    }

    static func isRegular(_ path: String) -> Bool { EntryKind(at: path) == .file }

    package static func isFolder(_ path: String) -> Bool { EntryKind(at: path) == .folder }
}

extension Bilingual {
    fileprivate static func missing(_ path: String) -> Self {
        Self(
            vi: "không có tệp “\(ShownPath(path).text)”; kiểm tra lại đường dẫn",
            en: "there is no file “\(ShownPath(path).text)”; check the path")
    }

    /// What a command is told of a name that is no UTF-8 has U+FFFD in the place of what is damaged, and nothing opens by it.
    fileprivate static func damagedName(_ path: String) -> Self {
        Self(
            vi:
                "không mở được “\(ShownPath(path).text)”: tên có ký tự hỏng (không phải UTF-8); đổi tên tệp rồi chạy lại",
            en:
                "cannot open “\(ShownPath(path).text)”: its name has damaged characters (no UTF-8); rename it and run again"
        )
    }

    fileprivate static func notRegular(_ path: String, _ kind: EntryKind) -> Self {
        kind == .folder
            ? Self(
                vi:
                    "“\(ShownPath(path).text)” là thư mục, không phải tệp; ghi tên từng tệp trong đó, chẳng hạn \(ShownPath(path).text)/*",
                en:
                    "“\(ShownPath(path).text)” is a folder and no file; name the files in it, such as \(ShownPath(path).text)/*"
            )
            : Self(
                vi: "“\(ShownPath(path).text)” là \(kind.words.vi), không phải tệp thường; đặt chính tệp vào đó",
                en: "“\(ShownPath(path).text)” is \(kind.words.en) and no regular file; put the file itself there")
    }

    fileprivate static func tooLarge(_ path: String, _ size: Int, _ most: Int) -> Self {
        Self(
            vi: "tệp “\(ShownPath(path).text)” có \(size) byte nên không đọc; loại tệp này không quá \(most) byte",
            en: "“\(ShownPath(path).text)” has \(size) bytes and is not read; such a file has \(most) at most")
    }

    fileprivate static func unreadable(_ path: String, _ why: Bilingual) -> Self {
        Self(
            vi: "không đọc được tệp “\(ShownPath(path).text)” (\(why.vi)); kiểm tra quyền truy cập và ổ đĩa",
            en: "cannot read “\(ShownPath(path).text)” (\(why.en)); check its rights and the disk")
    }
}
