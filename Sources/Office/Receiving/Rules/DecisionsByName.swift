import Domain
import Foundation
import Intake
import Legibility

/// What lies in the folder of inputs and looks like the list of decisions is that list.
enum DecisionsByName: Rule {
    static let code = "misnamed-decisions"
    static let page = Bilingual(
        vi: """
            Trong thư mục inputs có tệp tên gần giống danh sách xử lý (Xu-ly.CSV, xu-ly (1).csv, xu-ly.csv.csv, Xử lý.xlsx, \
            xu-ly.xls) nhưng chương trình chỉ đọc xu-ly.csv hoặc xu-ly.xlsx, đúng từng chữ. Các quyết định trong tệp đó không \
            được áp dụng. Đổi tên tệp; Windows có thể giấu phần .csv, .xlsx của tên (thẻ View, File name extensions). Bản chép \
            để lưu thì chuyển sang thư mục khác.
            """,
        en: """
            In the folder of inputs lies a file whose name is nearly that of the list of decisions (Xu-ly.CSV, xu-ly (1).csv, \
            xu-ly.csv.csv, Xử lý.xlsx, xu-ly.xls), but only xu-ly.csv or xu-ly.xlsx is read, letter by letter. What it decides \
            is not in force. Rename it; Windows may hide the .csv or .xlsx of a name (View, File name extensions). Put \
            copies elsewhere.
            """)

    /// Asked about where no list lies there that is read, else noted.
    static func findings(in workplace: Workplace) -> [Finding] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: workplace.inputs)) ?? []
        let isList = names.contains(where: DecisionsFile.names.contains)
        return names.filter(isNear).sorted().map { name in
            let shown = ShownPath(name).text
            return finding(
                isList ? .note : .query, ofFile: shown,
                Bilingual(
                    vi: "“\(shown)” không được đọc: danh sách xử lý phải có tên “xu-ly.csv” hoặc “xu-ly.xlsx”",
                    en: "“\(shown)” is not read: the list of decisions is called “xu-ly.csv” or “xu-ly.xlsx”"),
                remedy: Bilingual(
                    vi: "Đổi tên tệp, hoặc chuyển bản chép sang thư mục khác.",
                    en: "Rename it, or put the copy elsewhere."))
        }
    }

    /// Files that spreadsheets make beside an open list begin otherwise.
    private static func isNear(_ name: String) -> Bool {
        guard !DecisionsFile.names.contains(name), !name.hasPrefix("."), !name.hasPrefix("~") else { return false }
        return Folding.key(name).filter { $0.isLetter || $0.isNumber }.hasPrefix("xuly")
    }
}
