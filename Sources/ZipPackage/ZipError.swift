/// Why a zip could not be read or written, and what to do about it.
package struct ZipError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What was wrong.
    package enum Reason: Hashable, Sendable {
        /// There is no such file, or it may not be read or written.
        case unreachable
        /// The bytes are not a zip, or are cut off, or contradict themselves.
        case damaged
        /// Two entries bear the same name.
        case duplicateEntry
        /// The entry asked for is not there.
        case missingEntry
        /// The entry is larger than it may be.
        case tooLarge
        /// The library refused for a reason of its own.
        case library
    }

    package let reason: Reason
    /// The zip; empty for one in memory.
    package let path: String
    /// The entry, if one is at fault.
    package let entry: String?
    /// What the library, or this house, says about it.
    package let detail: String

    package init(_ reason: Reason, path: String, entry: String? = nil, detail: String) {
        self.reason = reason
        self.path = path
        self.entry = entry
        self.detail = detail
    }

    /// The fault and the remedy, as a Vietnamese message shows them.
    package var inVietnamese: String {
        "tệp nén \(place): \(fault.vietnamese) (\(detail)); \(remedy.vietnamese)"
    }

    /// The fault and the remedy, as an English message shows them.
    package var inEnglish: String {
        "zip \(place): \(fault.english) (\(detail)); \(remedy.english)"
    }

    package var description: String { inEnglish }

    private var place: String {
        let zip = path.isEmpty ? "“”" : "“\(path)”"
        return entry.map { "\(zip), “\($0)”" } ?? zip
    }

    private var fault: (vietnamese: String, english: String) {
        switch reason {
        case .unreachable: ("không mở được", "cannot be opened")
        case .damaged: ("bị hỏng hoặc bị cắt cụt", "is damaged or cut off")
        case .duplicateEntry: ("có hai mục trùng tên", "has two entries of one name")
        case .missingEntry: ("không có mục này", "has no such entry")
        case .tooLarge: ("có mục quá lớn", "has an entry that is too large")
        case .library: ("thư viện nén không thực hiện được", "was refused by the zip library")
        }
    }

    private var remedy: (vietnamese: String, english: String) {
        switch reason {
        case .unreachable:
            ("kiểm tra đường dẫn, quyền truy cập và dung lượng ổ đĩa", "check the path, the rights and the space left")
        case .damaged, .duplicateEntry, .missingEntry:
            ("tạo lại hoặc sao chép lại tệp này", "make the file again, or copy it again")
        case .tooLarge:
            ("kiểm tra nguồn gốc của tệp", "check where the file comes from")
        case .library:
            ("kiểm tra dung lượng ổ đĩa và bộ nhớ rồi chạy lại", "check the space and memory left, and run again")
        }
    }
}
