import CatalogueReading
import Domain
import Reporting

/// The list of a new form's columns, to be filled in as a workbook.
enum NewFormBlank {
    static let name = "bieu-moi"

    static func template(_ catalogue: Catalogue) -> Template {
        let parts = NewFormPart.allCases
        return Template(
            name: name, title: ["BIỂU MỚI – CÁC CỘT VÀ CHỈ TIÊU"],
            head: NewFormItem.allCases.map { "\($0.label.vi): " }, blanks: [],
            columns: parts.map { part in
                Template.Column(
                    header: part.label.vi, entry: part.words.isEmpty ? .text : .oneOf(part.words),
                    isNeeded: part == .name)
            },
            rows: [], emptyRowCount: 60, instructions: instructions(catalogue),
            author: catalogue.organisation.agencyName.vi, sheetName: "Biểu mới", fixedColumns: 1)
    }

    private static func instructions(_ catalogue: Catalogue) -> [String] {
        let domains = Set(catalogue.codes.filter { $0.list == "linh_vuc" }.map(\.name.vi)).sorted()
        return [
            "Phía trên bảng, ghi tiếp sau dấu hai chấm, ví dụ “Mã biểu: 06-vay”. Dòng để trống thì chương trình tự đặt; "
                + "riêng tên biểu, lĩnh vực và đơn vị gửi phải ghi."
        ]
            + NewFormItem.allCases.map { "\($0.label.vi): \($0.hint.vi)." }
            + ["Các lĩnh vực đã có: \(domains.joined(separator: "; "))."]
            + [
                "Trong bảng, mỗi cột của biểu mới ghi một dòng; chỉ bắt buộc ô Tên cột, ô khác để trống thì đoán từ tên cột. Cột TT, Mã "
                    + "xã, Xã, phường và Thuyết minh có sẵn, không cần ghi."
            ]
            + NewFormPart.allCases.map { "\($0.label.vi): \($0.hint.vi)." }
            + [
                "Lưu xong chạy: tonghop template --new-form --from \(name).xlsx. Sai chỗ nào chương trình nêu hết chỗ đó và chưa ghi gì vào "
                    + "danh mục."
            ]
    }
}
