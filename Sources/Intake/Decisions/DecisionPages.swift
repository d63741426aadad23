import Domain

/// What `tonghop explain` says of the rules that decisions are held to.
extension DecisionsReader {
    package static var pages: [RulePage] {
        [
            RulePage(
                name: unreadable,
                text: Bilingual(
                    vi: """
                        Tệp xu-ly.csv có ký tự không đọc được hoặc ngoặc kép không đóng. Lưu lại thành CSV UTF-8.
                        """,
                    en: """
                        xu-ly.csv has bytes that are no letters or a quote that is not closed. Save it as CSV UTF-8.
                        """)),
            RulePage(
                name: missingColumn,
                text: Bilingual(
                    vi: """
                        Dòng tiêu đề của xu-ly.csv thiếu cột, nên không dòng nào được thực hiện. Dòng tiêu đề đầy \
                        đủ: Ngày; Kỳ; Đơn vị; Biểu; Tệp; Việc; Giá trị; Lý do; Chức danh người duyệt.
                        """,
                    en: """
                        The header of xu-ly.csv lacks columns, so no line is obeyed. In full it is: Ngày; Kỳ; Đơn \
                        vị; Biểu; Tệp; Việc; Giá trị; Lý do; Chức danh người duyệt.
                        """)),
            RulePage(
                name: rowLength,
                text: Bilingual(
                    vi: """
                        Dòng có nhiều ô hơn dòng tiêu đề, thường vì lý do có dấu chấm phẩy. Đặt ô đó trong ngoặc \
                        kép.
                        """,
                    en: """
                        The line has more cells than the header, usually because its reason holds a semicolon. Put \
                        that cell in quotes.
                        """)),
            RulePage(
                name: emptyCell,
                text: Bilingual(
                    vi: "Mỗi dòng cần ngày xử lý và việc.",
                    en: "Every line needs its date and an action.")),
            RulePage(
                name: badDate,
                text: Bilingual(
                    vi: """
                        Ngày ghi dạng dd/MM/yyyy, có thể thêm giờ HH:mm, theo giờ của cơ quan; không ghi giờ là \
                        00:00. Hạn gửi của “gia hạn” chỉ ghi ngày.
                        """,
                    en: """
                        Dates are dd/MM/yyyy, perhaps with HH:mm, on the office's clock; without a time, 00:00. The \
                        last day of “gia hạn” has no time.
                        """)),
            RulePage(
                name: unknownPeriod,
                text: Bilingual(
                    vi: """
                        Kỳ ghi như tên thư mục: 2026-10, 2026-Q3, 2026-H1, 2026-9M, 2026, hoặc bằng chữ: Tháng 10 \
                        năm 2026. Để trống là mọi kỳ. Excel có thể đổi 2026-10 thành ngày: định dạng cột là Văn bản.
                        """,
                    en: """
                        A period is written as its folder is named (2026-10, 2026-Q3, 2026-H1, 2026-9M, 2026) or in \
                        words. Empty means all. Excel may turn 2026-10 into a date: format the column as text.
                        """)),
            RulePage(
                name: unknownDepartment,
                text: Bilingual(
                    vi: """
                        Đơn vị ghi bằng mã, tên hoặc tên viết tắt trong departments.csv. Tên của nhiều đơn vị thì \
                        ghi mã. Để trống là mọi đơn vị.
                        """,
                    en: """
                        A department is written by a code, name or alias of departments.csv; by its code where \
                        several bear the name. Empty means all.
                        """)),
            RulePage(
                name: unknownForm,
                text: Bilingual(
                    vi: "Biểu ghi bằng mã (03-an) hoặc số hiệu (03/AN). Để trống là mọi biểu.",
                    en: "A form is written by its code (03-an) or number (03/AN). Empty means all.")),
            RulePage(
                name: unknownAction,
                text: Bilingual(
                    vi: """
                        Việc là một trong: ngày nhận, gia hạn, miễn, nhận tệp, thay tệp, rút tệp, chốt, mở lại; viết có dấu \
                        hay không dấu đều được.
                        """,
                    en: """
                        The action is one of: ngày nhận, gia hạn, miễn, nhận tệp, thay tệp, rút tệp, chốt, mở lại, with or \
                        without diacritics.
                        """)),
            RulePage(
                name: withoutFile,
                text: Bilingual(
                    vi: """
                        “ngày nhận”, “nhận tệp”, “thay tệp” và “rút tệp” nói về một tệp: ghi đường dẫn trong thư mục \
                        submissions, ví dụ 2026-10/CAT-03-an.csv.
                        """,
                    en: """
                        “ngày nhận”, “nhận tệp”, “thay tệp” and “rút tệp” are about one file: write its path below submissions, \
                        such as 2026-10/CAT-03-an.csv.
                        """)),
            RulePage(
                name: withoutValue,
                text: Bilingual(
                    vi: """
                        “ngày nhận” cần ngày, giờ nhận tệp ở cột Giá trị; “gia hạn” cần ngày cuối cùng được gửi; \
                        “mở lại” có thể ghi ngày cuối cùng được bổ sung (bỏ trống: đến khi chốt lại). \
                        “ngày nhận” chỉ nói về tệp đang có ở đường dẫn đó vào thời điểm ghi ở cột Ngày (chỉ ghi ngày: \
                        tệp đầu tiên đến trong ngày đó), hoặc về tệp đầu tiên đến sau nếu lúc ấy chưa có. Tệp sửa lại \
                        đặt vào cùng đường dẫn về sau thì tính ngày nhận riêng.
                        """,
                    en: """
                        “ngày nhận” needs the date and time of receipt in the column Giá trị, “gia hạn” the last day \
                        to send; “mở lại” may have the last day on which files are let in (none: until closed again). \
                        “ngày nhận” speaks of the file that stood at the path at the time in the column Ngày \
                        (a date alone: the first that came on that day), or of the first that comes, where none did. A \
                        corrected file put there later has a date of receipt of its own.
                        """)),
            RulePage(
                name: withoutReason,
                text: Bilingual(
                    vi: """
                        Mọi việc, trừ “ngày nhận”, cần lý do, vì lý do được lưu cùng số liệu và giải trình khi kiểm \
                        tra.
                        """,
                    en: """
                        Every action but “ngày nhận” needs a reason, which is kept with the figures and shown when \
                        somebody asks.
                        """)),
            RulePage(
                name: badPath,
                text: Bilingual(
                    vi: """
                        Đường dẫn phải nằm trong thư mục submissions, gồm thư mục kỳ và tên tệp; không dùng “..”.
                        """,
                    en: """
                        The path lies below submissions: the period's folder and the file's name, without “..”.
                        """)),
        ]
    }
}
