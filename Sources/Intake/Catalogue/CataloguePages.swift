import Domain

/// What `tonghop explain` says of the rules that a catalogue is held to.
extension CatalogueReader {
    package static var pages: [RulePage] {
        [
            RulePage(
                name: missingFile,
                text: Bilingual(
                    vi: """
                        Danh mục thiếu một tệp. Mỗi danh mục là một tệp CSV hoặc YAML; danh mục chưa có số liệu (ví \
                        dụ dân số) vẫn cần tệp có dòng tiêu đề. Chép lại tệp từ bản lưu, hoặc tạo tệp chỉ có dòng \
                        tiêu đề.
                        """,
                    en: """
                        A file of the catalogue is not there. Each register is a CSV or YAML file; one with nothing \
                        to enter yet still has its header line. Copy the file back, or make one with the header \
                        alone.
                        """)),
            RulePage(
                name: unreadableText,
                text: Bilingual(
                    vi: """
                        Tệp có ký tự không đọc được, ngoặc kép không đóng, hoặc không phải là tệp CSV. Thường do lưu \
                        “CSV” thường trong Excel. Mở bản gốc, lưu thành CSV UTF-8.
                        """,
                    en: """
                        The file has bytes that are no letters or a quote that is not closed, or is no CSV. Usually \
                        Excel saved it as plain “CSV”: open the original and save it as CSV UTF-8.
                        """)),
            RulePage(
                name: missingColumn,
                text: Bilingual(
                    vi: """
                        Dòng tiêu đề thiếu cột. Tên cột phải đúng từng chữ, ví dụ valid_from; thứ tự tùy ý, cột thêm \
                        được bỏ qua. Mọi cột còn thiếu được nêu một lần.
                        """,
                    en: """
                        The header lacks columns. Their names are exact, such as valid_from; their order does not \
                        matter, and further ones are left alone. All that are missing are named at once.
                        """)),
            RulePage(
                name: rowLength,
                text: Bilingual(
                    vi: """
                        Dòng có nhiều hoặc ít ô hơn dòng tiêu đề, nên giá trị có thể nằm sai cột. Thường do một ô có \
                        dấu phẩy mà không đặt trong ngoặc kép.
                        """,
                    en: """
                        The row has more or fewer cells than the header, so values may stand in the wrong column. \
                        Usually a cell holds a comma and is not in quotes.
                        """)),
            RulePage(
                name: emptyCell,
                text: Bilingual(
                    vi: """
                        Một ô bắt buộc để trống. Điền ô đó; ô chưa rõ thì hỏi lại trước khi dùng danh mục.
                        """,
                    en: "A cell that must be filled is empty. Fill it.")),
            RulePage(
                name: badValue,
                text: Bilingual(
                    vi: """
                        Giá trị không đúng kiểu của cột: ngày dạng 2025-07-01, số không có dấu phân cách hàng nghìn, \
                        hoặc một trong các từ cho phép; lỗi nêu rõ giá trị đúng.
                        """,
                    en: """
                        The value is not of its column's type: a date such as 2025-07-01, a number without \
                        separators of thousands, or one of a few words, which the finding names.
                        """)),
            RulePage(
                name: emptyValidity,
                text: Bilingual(
                    vi: """
                        Hiệu lực kết thúc không sau khi bắt đầu, nên dòng không có hiệu lực ngày nào. valid_to là \
                        ngày đầu tiên không còn hiệu lực; để trống là chưa kết thúc.
                        """,
                    en: """
                        The validity ends no later than it begins, so the row is valid on no day. valid_to is the \
                        first day no longer valid; empty means open.
                        """)),
            RulePage(
                name: badYaml,
                text: Bilingual(
                    vi: """
                        Tệp YAML sai cú pháp: thụt lề, dấu hai chấm, ngoặc, hoặc một tên mục viết hai lần. Lỗi chỉ \
                        dòng nơi chương trình không đọc tiếp được; chỗ sai thường ở ngay trước đó.
                        """,
                    en: """
                        The file is no YAML: indentation, a colon, a bracket, or a name written twice. The line is \
                        where reading stopped; the mistake is usually just before it.
                        """)),
            RulePage(
                name: missingSetting,
                text: Bilingual(
                    vi: """
                        Thiếu một mục bắt buộc trong tệp YAML. Thêm mục đó; xem tệp cùng loại để biết cách viết.
                        """,
                    en: """
                        An entry that a YAML file must have is missing. Add it; other files of the kind show how.
                        """)),
            RulePage(
                name: badSetting,
                text: Bilingual(
                    vi: """
                        Một mục trong tệp YAML không đúng kiểu hoặc không phải một trong các giá trị cho phép; lỗi \
                        nêu giá trị đúng.
                        """,
                    en: """
                        An entry of a YAML file is of the wrong type or not one of the values allowed, which the \
                        finding names.
                        """)),
            RulePage(
                name: unknownSetting,
                text: Bilingual(
                    vi: """
                        Tên mục không có ý nghĩa ở chỗ này, thường do gõ sai (ví dụ bond thay cho bound), nên không \
                        có tác dụng. Sửa tên hoặc bỏ mục.
                        """,
                    en: """
                        The name means nothing here, usually for a slip such as bond for bound, so it has no effect. \
                        Correct it or remove it.
                        """)),
        ] + rules.map { RulePage(name: $0.name, text: $0.page) }
    }
}
