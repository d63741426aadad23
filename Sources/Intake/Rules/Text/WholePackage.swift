import Domain

/// A province's package is whole: every file is listed with its sum and is what the sum says, and its parts agree.
enum WholePackage: FileRule {
    static let code = "bad-package"
    static let page = Bilingual(
        vi: """
            Gói của một tỉnh chỉ được tính khi còn nguyên như lúc xuất: tệp nào cũng có trong SHA256SUMS và đúng mã của nó, \
            manifest.json đọc được, kỳ trong tệp số liệu đúng kỳ của gói, số của tỉnh không nhỏ hơn tổng các xã, và tỉnh có \
            trong danh mục. Sai một điều thì cả gói không được tính, tỉnh ấy coi như chưa gửi (không phải là 0). Đề nghị tỉnh gửi \
            lại đúng tệp .zip mà lệnh xuất gói đã làm, không mở ra sửa.
            """,
        en: """
            A province's package counts only as it was exported: every file is in SHA256SUMS and has its sum, manifest.json can be \
            read, the figures are of the package's period, the province has no less than its communes together and is in the \
            catalogue. Else nothing of it counts, and the province is missing (which is not zero). Ask it to send the .zip \
            itself as it was exported.
            """)

    static let stage = FileStage.text

    static func judge(_ file: FileInHand, _ verdict: inout FileVerdict) {
        guard !file.packageFaults.isEmpty else { return }
        for fault in file.packageFaults {
            verdict.refuse(Self.self) {
                finding(
                    .error, at: position(fault, file.path), .what(fault),
                    remedy: Bilingual(
                        vi: "Đề nghị tỉnh gửi lại đúng tệp .zip đã xuất.",
                        en: "Ask the province to send the .zip itself as it was exported."))
            }
        }
        verdict.end()
    }

    private static func position(_ fault: PackageFile.Fault, _ path: String) -> Position {
        switch fault {
        case .row(let line, _), .lessThanParts(let line, _): Position(file: path, line: line, row: line)
        default: Position(file: path)
        }
    }
}

extension Bilingual {
    fileprivate static func what(_ fault: PackageFile.Fault) -> Self {
        switch fault {
        case .missing(let name):
            Self(vi: "trong gói thiếu tệp \(name.quoted)", en: "the package lacks the file \(name.quoted)")
        case .unlisted(let name):
            Self(
                vi: "tệp \(name.quoted) không có trong SHA256SUMS của gói",
                en: "the file \(name.quoted) is not in the package's SHA256SUMS")
        case .changed(let name):
            Self(
                vi: "tệp \(name.quoted) đã bị sửa: không đúng mã trong SHA256SUMS hoặc manifest.json",
                en: "the file \(name.quoted) was changed: it has not the sum of SHA256SUMS or manifest.json")
        case .unreadable(let name):
            Self(vi: "không đọc được \(name.quoted) trong gói", en: "cannot read \(name.quoted) in the package")
        case .disagree(let package, let figures):
            Self(
                vi: "gói ghi kỳ \(package.quoted), tệp số liệu trong gói ghi kỳ \(figures.quoted)",
                en: "the package says period \(package.quoted), its figures say \(figures.quoted)")
        case .unknownProvince(let code):
            Self(
                vi: "gói của tỉnh có mã \(code.quoted), không có trong departments.csv",
                en: "a package of the province \(code.quoted), which is not in departments.csv")
        case .row(let line, let text):
            Self(
                vi: "dòng \(line) của tệp số liệu trong gói không đọc được: \(text.quoted)",
                en: "line \(line) of the package's figures cannot be read: \(text.quoted)")
        case .lessThanParts(_, let indicator):
            Self(
                vi: "số của tỉnh nhỏ hơn tổng các xã ở chỉ tiêu \(indicator)",
                en: "the province has less than its communes together in \(indicator)")
        }
    }
}
