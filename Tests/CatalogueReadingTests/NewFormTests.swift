import CatalogueReading
import Domain
import Foundation
import Testing

/// A form that the catalogue does not have, from the answers on it.
struct NewFormTests {
    private let catalogue: Catalogue
    private let real: RealCatalogue

    init() throws {
        real = try RealCatalogue()
        catalogue = try #require(real.read().catalogue)
    }

    private func answers(_ text: String, _ given: [String] = []) -> NewFormAnswers {
        let file = NewFormFile(SourceFile(path: "bieu.csv", bytes: Array(text.utf8)))
        #expect(file.findings.isEmpty, "\(file.findings)")
        var answers = file.answers
        for text in given {
            let isTaken = answers.take(text)
            #expect(isTaken, "\(text)")
        }
        return answers
    }

    private func judged(_ answers: NewFormAnswers) throws -> (form: NewForm?, faults: [NewFormFault]) {
        let day = try #require(Day("2026-10-17"))
        let whole = NewFormUsual(catalogue, isAsking: false).completed(answers)
        var judge = NewFormJudge(whole, catalogue, today: day) { $0.contains("Họ và tên") }
        let form = judge.form()
        return (form, judge.faults)
    }

    private static let of = ["Lĩnh vực=An ninh trật tự", "Đơn vị gửi=STP", "Tên biểu=Kết quả cho vay vốn hộ nghèo"]

    private func list(_ rows: String) -> String {
        "Tên cột;Loại;Đơn vị tính;Cách cộng;Trong đó của;Tử số;Mẫu số\n" + rows
    }

    @Test func `words over a column say its kind, unit and adding`() throws {
        let header =
            "TT;Mã xã;Xã, phường;Số lượt người nghe;Trong đó: nữ;Kinh phí (nghìn đồng);Diện tích rừng (ha);Số hộ nghèo hiện có;"
            + "Lũy kế số lớp từ đầu năm;Tỷ lệ (%);Ngày cấp;Ghi chú;Thuyết minh"
        let form = try #require(try judged(answers(header, Self.of)).form)
        let said = form.indicators.map { "\($0.unit.vi) \($0.kind.word) \($0.decimals) \($0.partOf ?? "")" }
        #expect(
            said == [
                "lượt người flow 0 ", "lượt người flow 0 CVVHN01", "nghìn đồng flow 1 ", "ha flow 2 ", "hộ stock 0 ",
                "lớp ytd 0 ",
            ])
        #expect(form.form.columns.map(\.kind).filter { $0 == .text }.count == 2)
        #expect(form.form.checks.count == 1 && form.form.code == "06-cvvhn" && form.form.number == "06/CVVHN")
    }

    @Test func `columns that divide or compare are kept as they are written, and add nothing`() throws {
        let columns = [
            "Tỷ lệ %", "Tỷ trọng hộ nghèo", "Phần trăm hoàn thành", "% so với cùng kỳ", "So với kế hoạch",
            "Thu nhập bình quân (triệu đồng)", "Năng suất lúa (tạ/ha)", "Tăng, giảm so với tháng trước (hộ)",
            "Trong đó: tỉ lệ hộ Mông", "Hoàn thành (%)",
        ]
        let header =
            (["Mã xã", "Xã, phường", "Số hộ nghèo"] + columns + [
                "Số xã đạt trên 80% tiêu chí", "Số hộ có tỷ lệ nợ cao",
            ])
            .joined(separator: ";")
        let form = try #require(try judged(answers(header, Self.of)).form)
        #expect(
            form.indicators.map(\.name.vi) == ["Số hộ nghèo", "Số xã đạt trên 80% tiêu chí", "Số hộ có tỷ lệ nợ cao"])
        #expect(form.form.columns.filter { $0.kind == .text }.map(\.name) == columns)
    }

    private static let register =
        "Tên cột;Loại;Đơn vị tính;Mã chỉ tiêu;Chỉ tính dòng;Kiểm tra\n"
        + "Ngày tiếp nhận;ngày;;;;\nNgày xong;ngày;;;;không trước Ngày tiếp nhận\nLoại vụ;danh mục loai_vu;;;;\n"
        + "Số vụ;số đếm;vụ;VV01;;\"bằng Số vụ mới + Số vụ cũ; bằng 0 khi Số người\"\n"
        + "Số vụ mới;số đếm;vụ;VV02;;không quá Số vụ\nSố vụ cũ;số đếm;vụ;VV03;;\nSố người;số đếm;người;VV04;;\n"

    @Test func `what is said of rows and of columns beside others becomes selections and checks`() throws {
        let list = try #require(catalogue.codes.first { $0.list == "loai_vu" })
        let text = Self.register + "Vụ nặng;cộng cột Số vụ;;VV05;Loại vụ = \(list.name.vi);\n"
        let (form, faults) = try judged(answers(text, Self.of + ["Lên trang tóm tắt=Vụ nặng thay AN14"]))
        let made = try #require(form, "\(faults.map(\.text.text.vi))").form
        let last = try #require(made.measures.last)
        #expect(last.columns == ["so_vu"] && last.selection == ["loai_vu": [list.code]])
        #expect(
            made.checks.map(\.kind) == [
                .before(first: "ngay_tiep_nhan", second: "ngay_xong"),
                .addsUp(total: "so_vu", parts: ["so_vu_moi", "so_vu_cu"]),
                .zeroTogether(first: "so_nguoi", second: "so_vu"), .atMost(part: "so_vu_moi", whole: "so_vu"),
            ])
        #expect(form?.page.map { "\($0.indicator) \($0.instead ?? "")" } == ["VV05 AN14"])
        #expect(form?.indicators.last?.unit.vi == "vụ")
    }

    @Test func `pending cases are checked where one column each says what was, what arose and what was settled`() throws
    {
        let header = "Tồn đầu kỳ (vụ);Tiếp nhận mới (vụ);Đã giải quyết (vụ);Tồn cuối kỳ (vụ)"
        let form = try #require(try judged(answers("TT;Mã xã;" + header, Self.of)).form)
        #expect(
            form.form.checks.map(\.kind) == [
                .follows(
                    before: "ton_dau_ky_vu", arising: "tiep_nhan_moi_vu", settled: "da_giai_quyet_vu",
                    pending: "ton_cuoi_ky_vu")
            ])
        // Two columns that arose say nothing for sure.
        let unsure = try #require(try judged(answers("TT;Mã xã;Phát sinh khác (vụ);" + header, Self.of)).form)
        #expect(unsure.form.checks.isEmpty)
    }

    @Test(arguments: [
        ("Chỉ tính dòng", "Số vụ = 3", "danh mục"), ("Chỉ tính dòng", "Loại vụ = Xyz", "Xyz"),
        ("Kiểm tra", "bằng Số vụ mới", "không hiểu"), ("Kiểm tra", "không quá Số xe", "Số xe"),
        ("Kiểm tra", "nhỏ hơn Số vụ", "không hiểu"), ("Kiểm tra", "bằng Số vụ mới + Số vụ mới", "không hiểu"),
        ("Loại", "cộng cột Số xe", "Số xe"),
    ])
    func `what cannot be understood of rows, checks and sums is said`(_ column: String, _ text: String, _ word: String)
        throws
    {
        let list = """
            Tên cột;Loại;Đơn vị tính;\(column == "Loại" ? "Cách cộng" : column)
            Ngày;ngày;;
            Loại vụ;danh mục loai_vu;;
            Số vụ mới;số đếm;vụ;
            Số vụ;\(column == "Loại" ? text : "số đếm");vụ;\(column == "Loại" ? "" : text)

            """
        let (form, faults) = try judged(answers(list, Self.of))
        #expect(form == nil && faults.contains { $0.text.text.vi.contains(word) }, "\(faults.map(\.text.text.vi))")
    }

    @Test(arguments: [("Số hộ", "không quá 10"), ("Số xe thay AN14", "Số xe"), ("Số hộ thay AN99", "AN99")])
    func `the leader's page takes no more than it has room for`(_ answer: String, _ word: String) throws {
        let given = Self.of + ["Lên trang tóm tắt=\(answer)"]
        let (form, faults) = try judged(answers(list("Số hộ;số đếm;hộ;;;;\n"), given))
        #expect(form == nil && faults.contains { $0.text.text.vi.contains(word) }, "\(faults.map(\.text.text.vi))")
        let none = try judged(answers(list("Số hộ;số đếm;hộ;;;;\n"), Self.of + ["Lên trang tóm tắt=không"]))
        #expect(none.form?.page.isEmpty == true)
    }

    @Test func `what is written is read back as the form that was meant, whatever its words`() throws {
        let rows = #"Số hộ: ""nghèo"" {a} \ # & * ! % @ (hộ)"# + "\n" + "Số hộ - 'cận nghèo' | > ` [x], y: z\n"
        let text = "Tên cột;Động từ\n" + rows.split(separator: "\n").map { "\"\($0)\";\"Hỗ \"\"trợ\"\"\"\n" }.joined()
        let title = ##"Tên biểu=BIỂU "ĐẶC BIỆT": #1 {x} & *y - [z] \n"##
        let form = try #require(try judged(answers(text, Self.of + [title])).form)
        var lines = form.indicators.map { indicator in
            let header = real.texts["catalogue/indicators.csv"]?.split(separator: "\n").first ?? ""
            return header.split(separator: ",").map { column in
                "\""
                    + (indicator.cells[column.trimmingCharacters(in: .whitespaces)] ?? "").replacing("\"", with: "\"\"")
                    + "\""
            }.joined(separator: ",")
        }
        var changed = real.adding(lines.removeFirst(), to: "catalogue/indicators.csv")
        for line in lines { changed = changed.adding(line, to: "catalogue/indicators.csv") }
        changed = changed.putting(form.yaml, at: "catalogue/forms/\(form.form.code).yaml")
        let (read, findings) = changed.read()
        #expect(findings.filter { $0.level == .error } == [])
        #expect(read?.form(form.form.code) == form.form)
        #expect(read?.indicator("DBXYZ01") == form.indicators[0])
        #expect(read?.letter.sections.last?.sentences.last?.text.vi.hasPrefix("Hỗ \"trợ\" {DBXYZ02} ") == true)
    }

    @Test func `all that is wrong is said at once`() throws {
        let rows = """
            Số hộ;;hộ
            Số hộ;;hộ
            Nữ;số đếm
            Họ và tên;chữ
            Vốn;nhiều
            Tỷ lệ;tỷ lệ;;;;Số hộ
            Số con;;con;mãi
            Số cháu;;cháu;;Số chắt
            """
        let given = ["Mã biểu=02-TT", "Số biểu=03/AN", "Kỳ gửi=tuần", "Đơn vị gửi=STP XYZ"]
        let (form, faults) = try judged(answers(list(rows), given))
        #expect(form == nil)
        let places = faults.map { "\($0.place)" }
        for (place, value) in [
            ("item(CatalogueReading.NewFormItem.code)", "02-TT"),
            ("item(CatalogueReading.NewFormItem.number)", "03/AN"),
            ("item(CatalogueReading.NewFormItem.title)", ""), ("item(CatalogueReading.NewFormItem.domain)", ""),
            ("item(CatalogueReading.NewFormItem.every)", "tuần"),
            ("item(CatalogueReading.NewFormItem.departments)", "STP XYZ"),
            ("part(1, CatalogueReading.NewFormPart.name)", "Số hộ"),
            ("part(2, CatalogueReading.NewFormPart.unit)", "Nữ"),
            ("part(3, CatalogueReading.NewFormPart.name)", "Họ và tên"),
            ("part(4, CatalogueReading.NewFormPart.kind)", "nhiều"),
            ("part(5, CatalogueReading.NewFormPart.denominator)", "Tỷ lệ"),
            ("part(6, CatalogueReading.NewFormPart.adding)", "mãi"),
            ("part(7, CatalogueReading.NewFormPart.partOf)", "Số chắt"),
        ] {
            let at = places.firstIndex(of: place)
            #expect(at != nil, "\(place): \(places)")
            if let at { #expect((faults[at].value ?? "") == value, "\(faults[at])") }
        }
        #expect(faults.count == 13, "\(places)")
        for fault in faults {
            #expect(fault.finding.remedy.vi != fault.finding.remedy.en && !fault.finding.message.en.isEmpty)
        }
    }

    @Test func `a register has a date, and may count its rows`() throws {
        let rows = "Ngày họp;ngày\nSố cuộc họp;số dòng;cuộc\nNội dung;chữ\n"
        let form = try #require(try judged(answers(list(rows), Self.of)).form)
        #expect(form.form.layout == .register && form.form.dateColumn == "ngay_hop")
        #expect(form.form.measures.map(\.columns) == [[]])
        #expect(form.form.columns.map(\.name) == ["Mã xã", "Xã, phường", "Ngày họp", "Nội dung", "Thuyết minh"])
        let undated = try judged(answers(list("Số hộ;;hộ\n"), Self.of + ["Dạng bảng=danh sách"]))
        #expect(undated.faults.map(\.text.text.vi).contains { $0.contains("không có cột ngày") })
        let unfigured = try judged(answers("TT;Xã, phường;Ghi chú\n", Self.of))
        #expect(unfigured.faults.map(\.text.text.vi) == ["biểu không có cột số nào"])
    }

    @Test func `an indicator that there is takes the form as one more`() throws {
        let file = "Tên cột;Mã chỉ tiêu\nSố lớp;DT01\nTỷ lệ khám phá (%);AN03\n"
        let form = try #require(try judged(answers(file, Self.of)).form)
        #expect(form.extended == ["DT01"] && form.indicators.isEmpty)
        #expect(form.form.measures == [Measure(code: "lop", columns: ["so_lop"], selection: [:], by: [])])
        let ratio = try judged(answers("Tên cột;Mã chỉ tiêu\nSố vụ;AN03\n", Self.of))
        #expect(ratio.faults.map(\.place) == [.part(0, .indicator)])
    }

    @Test func `control: another catalogue's numbers are no fault, and the same are`() throws {
        #expect(try judged(answers(list("Số hộ;;hộ\n"), Self.of + ["Mã biểu=06-vay"])).faults.isEmpty)
        for taken in ["02-tt", "02 tt", "2026-10", "stp", "-a", "Vay"] {
            let faults = try judged(answers(list("Số hộ;;hộ\n"), Self.of + ["Mã biểu=\(taken)", "Số biểu=99/X"])).faults
            #expect(faults.map(\.place) == [.item(.code)], "\(taken): \(faults)")
        }
    }

    @Test func `two hundred columns make a form, and more than a sheet has make none`() throws {
        func header(_ count: Int) -> String { (1...count).map { "Số hộ nhóm \($0)" }.joined(separator: ";") + "\n" }
        #expect(try judged(answers(header(200), Self.of)).form?.indicators.count == 200)
        #expect(try judged(answers(header(251), Self.of)).faults.map(\.place) == [.columns])
    }
}

extension Indicator.Kind {
    fileprivate var word: String {
        switch self {
        case .flow: "flow"
        case .stock: "stock"
        case .yearToDate: "ytd"
        case .ratio: "ratio"
        }
    }
}
