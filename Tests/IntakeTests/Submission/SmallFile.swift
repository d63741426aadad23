import Domain
import Intake
import TestSupport

/// Reads texts as submissions under the small catalogue.
enum SmallFile {
    static let reader = SubmissionReader(catalogue: SmallCatalogue.catalogue)

    static func read(_ text: String, as path: String = "2026-10/CAT-01-dt.csv") -> Reading {
        read([UInt8](text.utf8), as: path)
    }

    static func read(_ bytes: [UInt8], as path: String, reader: SubmissionReader = reader) -> Reading {
        reader.read(
            SourceFile(path: path, bytes: bytes),
            receipt: Receipt(path: path, sha256: "", size: bytes.count, receivedAt: Instant(seconds: 0)))
    }

    /// A training sheet that says what its blanks mean, with these rows under its header.
    static func sheet(_ rows: String...) -> String {
        """
        Ô trống và xã, phường không ghi tên: không phát sinh
        TT;Mã xã;Xã, phường;Số lớp;Lượt người;Trong đó: nữ;Kinh phí (triệu đồng);Thuyết minh

        """ + rows.joined(separator: "\n") + "\n"
    }

    /// A register of classes with these rows.
    static func register(_ rows: String...) -> String {
        """
        TT;Ngày khai mạc;Ngày bế mạc;Mã xã;Nơi tổ chức;Phạm vi;Vai trò;Số lớp;Lượt người;Chương trình

        """ + rows.joined(separator: "\n") + "\n"
    }
}

extension Reading {
    var rules: [String] { findings.map(\.rule.text) }

    /// The sum of a measure over all places; `nil` where it has none.
    func sum(_ measure: String) -> Int64? {
        let sums = tallies.filter { $0.measure == measure }.map(\.sum.thousandths)
        return sums.isEmpty ? nil : sums.reduce(0, +) / 1_000
    }
}
