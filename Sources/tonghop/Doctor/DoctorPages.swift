import Domain

/// What `tonghop explain` says of what `doctor` finds.
enum DoctorPages {
    static let all = catalogue + machine + ledger

    private static let catalogue: [(name: RuleName, page: Bilingual)] = [
        (
            "no-catalogue",
            Bilingual(
                vi:
                    "Không có thư mục danh mục, nên không lệnh nào chạy được. Chỉ đúng thư mục bằng --inputs, hoặc lập danh mục "
                    + "mới bằng “tonghop init”.",
                en:
                    "There is no folder of the catalogue, so no command can work. Name it with --inputs, or begin one with "
                    + "“tonghop init”.")
        ),
        (
            "catalogue-needs-care",
            Bilingual(
                vi:
                    "Danh mục có lỗi hoặc chỗ cần xác nhận. Có lỗi thì không lần chạy nào làm được; chạy “tonghop check "
                    + "--catalogue” để xem từng dòng.",
                en:
                    "The catalogue has errors or queries. With an error no run can be done; “tonghop check --catalogue” names "
                    + "each line.")
        ),
        (
            "department-owes-nothing",
            Bilingual(
                vi:
                    "Đơn vị có trong departments.csv nhưng hiện không phải gửi biểu nào, nên không được đôn đốc và không có "
                    + "biểu mẫu. Cần xác nhận nếu trước đây phải gửi; chỉ là lưu ý nếu chưa bao giờ phải gửi.",
                en:
                    "The department is in departments.csv and owes no form now, so it is never reminded. A query where it once "
                    + "owed one; a note where it never did.")
        ),
        (
            "source-owes-nothing",
            Bilingual(
                vi:
                    "sources.csv nói số của đơn vị được tính cho chỉ tiêu, nhưng obligations.csv không có biểu nào của đơn vị đó "
                    + "chứa chỉ tiêu này. Tổng sẽ thiếu mà không ai bị nhắc. Thêm nghĩa vụ hoặc bỏ nguồn.",
                en:
                    "sources.csv lets a department count for an indicator, but it owes no form that has it. Totals lack it and "
                    + "nobody is reminded. Add the obligation or drop the source.")
        ),
        (
            "holidays-missing",
            Bilingual(
                vi:
                    "Hạn gửi tính theo ngày làm việc, mà năm có hạn sắp tới chưa có ngày nghỉ nào trong holidays.csv. Ghi theo "
                    + "thông báo chính thức của năm đó, kể cả ngày làm bù.",
                en:
                    "Deadlines go by working days, and a year with a deadline ahead has no holiday in holidays.csv. Enter the "
                    + "official ones, with the days worked instead.")
        ),
        (
            "targets-missing",
            Bilingual(
                vi:
                    "Năm trước có kế hoạch, năm nay chưa. Cột so với kế hoạch để trống cho đến khi ghi vào targets.csv.",
                en:
                    "Last year had targets, this year has none yet. Comparisons with them stay empty until they are entered."
            )
        ),
    ]

    private static let machine: [(name: RuleName, page: Bilingual)] = [
        (
            "folder-not-usable",
            Bilingual(
                vi:
                    "Thư mục hoặc tệp mà chương trình cần thì không có, không phải thư mục, hoặc người dùng đang chạy không đủ "
                    + "quyền. Tạo thư mục, chỉ đúng đường dẫn, hoặc cấp quyền rồi khám lại.",
                en:
                    "A folder or file that the program needs is absent, no folder, or out of this user's reach. Make it, name "
                    + "the right one, or give the rights, and look again.")
        ),
        (
            "run-as-root",
            Bilingual(
                vi:
                    "Lệnh đang chạy bằng root trên thư mục của người dùng khác. Tệp do root ghi thì lịch chạy không ghi tiếp "
                    + "được. Chạy bằng chính người dùng đó.",
                en:
                    "The command runs as root in another user's folder. The schedule cannot write on what root wrote. Run as "
                    + "that user.")
        ),
        (
            "disk-nearly-full",
            Bilingual(
                vi:
                    "Ổ đĩa sắp hết chỗ. Hết chỗ thì lần chạy dừng lại mà không làm hỏng gì, nhưng dự thảo không được lập lại. "
                    + "Cần có chỗ cho vài tháng và cho hai lần sổ, vì nâng cấp làm trên một bản sao.",
                en:
                    "The disk is nearly full. A run that finds no room stops and damages nothing, but the draft is not remade. "
                    + "There should be room for some months and twice the ledger, which is brought up to date on a copy."
            )
        ),
        (
            "clock-behind-ledger",
            Bilingual(
                vi:
                    "Đồng hồ máy chậm hơn lần ghi sổ gần nhất, nên giờ nhận tệp sẽ sai. Chỉnh giờ và bật đồng bộ trước khi chạy.",
                en:
                    "The clock is behind the newest entry of the ledger, so times of receipt would be wrong. Set it and turn on "
                    + "synchronisation before the next run.")
        ),
        (
            "clock-not-synchronised",
            Bilingual(
                vi:
                    "Không thấy dịch vụ nào giữ cho đồng hồ máy đúng giờ. Giờ nhận tệp lấy từ đồng hồ này, nên bật đồng bộ giờ.",
                en: "No service is seen to keep the clock right. Times of receipt come from it, so turn one on.")
        ),
        (
            "time-zone-differs",
            Bilingual(
                vi:
                    "Múi giờ của máy khác của cơ quan. Số liệu, hạn gửi vẫn theo múi giờ của cơ quan; chỉ lịch cron theo giờ máy.",
                en:
                    "The machine's time zone is not the office's. Figures and deadlines go by the office's; a schedule in cron "
                    + "goes by the machine's.")
        ),
    ]

    private static let ledger: [(name: RuleName, page: Bilingual)] = [
        (
            "ledger-damaged",
            Bilingual(
                vi:
                    "Sổ, kho lưu hoặc một bản đã phát hành không còn như đã ghi. Dừng lịch chạy, giữ nguyên thư mục, chạy “tonghop "
                    + "verify” để biết chỗ hỏng, rồi khôi phục bản sao lưu vào một thư mục trống.",
                en:
                    "The ledger, its archive or an edition is not what was written. Stop the schedule, leave the folder as it is, "
                    + "run “tonghop verify” to learn what is damaged, and restore a backup into an empty folder.")
        ),
        (
            "edition-not-as-issued",
            Bilingual(
                vi:
                    "Thư mục của một bản đã phát hành bị mất hoặc bị sửa; sổ và kho lưu vẫn toàn vẹn. Chuyển thư mục đó đi nơi khác "
                    + "rồi chạy “tonghop run”: bản được lấy lại đúng từng byte.",
                en:
                    "The folder of an edition is lost or changed; the ledger and its archive are whole. Move it away and run "
                    + "“tonghop run”, which brings the edition back byte for byte.")
        ),
        (
            "ledger-of-older-version",
            Bilingual(
                vi:
                    "Sổ do phiên bản cũ hơn của chương trình ghi. Lần chạy tới nâng cấp trên một bản sao, kiểm tra rồi mới dùng; "
                    + "sổ cũ được giữ lại.",
                en:
                    "An older version of the program wrote the ledger. The next run brings a copy up to date, verifies it and only "
                    + "then uses it; the old one is kept.")
        ),
        (
            "no-backup",
            Bilingual(
                vi:
                    "Sổ chưa được sao lưu lần nào bằng “tonghop backup”. Sao lưu sang ổ đĩa khác ít nhất mỗi tháng một lần.",
                en: "The ledger was never copied by “tonghop backup”. Copy it onto another disk every month at least.")
        ),
        (
            "old-backup",
            Bilingual(
                vi: "Lần sao lưu gần nhất đã hơn 31 ngày, và từ đó sổ có thêm mục mới. Sao lưu lại sang ổ đĩa khác.",
                en:
                    "The last backup is more than 31 days old, and the ledger has grown since. Copy it again, onto another disk."
            )
        ),
        (
            "backup-on-same-disk",
            Bilingual(
                vi:
                    "Bản sao lưu nằm trên chính ổ đĩa của sổ; ổ đĩa hỏng thì mất cả hai. Chép bản sao lưu sang ổ đĩa khác.",
                en: "The backup lies on the disk of the ledger, and would be lost with it. Copy it onto another disk.")
        ),
        (
            "month-without-folder",
            Bilingual(
                vi:
                    "Một kỳ đã kết thúc mà trong submissions chưa có thư mục của kỳ đó. Lịch chạy chọn kỳ mới nhất có thư mục, nên "
                    + "vẫn lập dự thảo của kỳ trước. Tạo thư mục, ví dụ submissions/2026-10.",
                en:
                    "A period is over and submissions has no folder for it. The schedule takes the newest period that has a folder, "
                    + "so it still remakes an earlier one. Make it, such as submissions/2026-10.")
        ),
        (
            "decisions-need-care",
            Bilingual(
                vi:
                    "xu-ly.csv có dòng không đọc được hoặc cần xác nhận, nên quyết định đó chưa có hiệu lực. Lần chạy nêu từng dòng.",
                en:
                    "xu-ly.csv has lines that cannot be read or are to be confirmed, so they are not in force. A run names each."
            )
        ),
        (
            "misplaced-file",
            Bilingual(
                vi: "Có tệp hoặc thư mục đặt sai chỗ trong submissions nên không được đọc. Chuyển vào thư mục của kỳ.",
                en:
                    "Something lies in the wrong place in submissions and is not read. Move it into the folder of its period."
            )
        ),
        (
            "files-waiting",
            Bilingual(
                vi:
                    "Có tệp chưa được lần chạy nào nhận. Quá một ngày thì có lẽ lịch chạy không hoạt động: xem lại lịch và nhật ký.",
                en:
                    "Files were not taken in by any run yet. After a day the schedule is probably not working: look at it and at "
                    + "the log.")
        ),
    ]
}
