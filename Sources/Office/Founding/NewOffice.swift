import Domain
import Foundation

/// What an office is set up from: who it is, and where its forms come from.
package struct NewOffice: Sendable {
    let provinceCode: String
    let province: String
    let provinceType: String
    let agency: String
    let abbreviation: String
    let parentAgency: String
    let signerTitle: String
    package let timeZone: TimeZone
    let calendar: PeriodCalendar
    let deadlineDays: Int
    /// What is to be said of the districts under every table by district.
    package var districtNote = Bilingual(
        vi: "Theo địa giới cấp huyện trước đây, chỉ để so sánh.", en: "Former districts, for comparison only.")

    package init(
        provinceCode: String, province: String, provinceType: String, agency: String, abbreviation: String,
        parentAgency: String, signerTitle: String, timeZone: TimeZone, calendar: PeriodCalendar, deadlineDays: Int
    ) {
        self.provinceCode = provinceCode
        self.province = province
        self.provinceType = provinceType
        self.agency = agency
        self.abbreviation = abbreviation
        self.parentAgency = parentAgency
        self.signerTitle = signerTitle
        self.timeZone = timeZone
        self.calendar = calendar
        self.deadlineDays = deadlineDays
    }

    /// `organisation.yaml` in its own order, every text in quotes.
    var organisationFile: String {
        let capitals = agency.uppercased()
        return """
            # Cơ quan tổng hợp. Sửa được; sau khi sửa chạy: tonghop check --catalogue
            province: \(quoted(provinceCode))
            parent_agency: {vi: \(quoted(parentAgency.uppercased()))}
            agency: {vi: \(quoted(capitals))}
            agency_name: {vi: \(quoted(agency))}
            abbreviation: \(quoted(abbreviation))
            place: \(quoted(province))
            subject: {vi: "Kết quả thực hiện các chương trình phối hợp", en: "Results of the coordination programmes"}
            mandate: {vi: "các chương trình phối hợp đã ký", en: "the signed coordination programmes"}
            addressees:
              vi: [\(quoted(parentAgency))]
            recipients:
              vi: ["Như trên", "Các đơn vị tham gia chương trình phối hợp", "Lưu: VT"]
            signer_title: {vi: \(quoted(signerTitle.uppercased()))}
            time_zone: \(quoted(timeZone.identifier))
            languages: [vi]
            calendar: \(calendar.rawValue)          # decree09: từ ngày 15 tháng trước đến ngày 14; calendar: tháng dương lịch
            deadline:
              working_days: \(deadlineDays)
              basis:
                vi: "ngày làm việc thứ \(deadlineDays) sau ngày cuối kỳ (tạm tính, chờ quy định của cơ quan)"
                en: "working day \(deadlineDays) after the period's last day (until the office lays down its own)"
            # full: gói gửi lãnh đạo đủ số, chỉ dùng nội bộ lãnh đạo; protected: che số nhỏ như gói gửi đơn vị phối hợp
            leadership_figures: full
            thresholds: {percentage_base: 10, moved_base: 10, findings_shown: 1000}
            district_note:
              vi: \(quoted(districtNote.vi))
              en: \(quoted(districtNote.en))
            # Ai trả lời các đơn vị, ghi trên phiếu phản hồi / whom departments ask, as returns say:
            # contact: {vi: "Phòng …, điện thoại …", en: "…"}

            """
    }

    /// The one line of `units.csv` that is known from the start.
    func unit(columns: [String]) -> [String] {
        row(
            columns, ["code": provinceCode, "name": province, "type": provinceType, "level": "province", "border": "0"])
    }

    /// The office's own line of `departments.csv`: it usually has activities of its own to report.
    func department(columns: [String]) -> [String] {
        row(
            columns,
            ["code": abbreviation, "name": agency, "short_name": agency, "kind": "agency", "unit": provinceCode])
    }

    private func row(_ columns: [String], _ cells: [String: String]) -> [String] { columns.map { cells[$0] ?? "" } }

    /// A text in double quotes, as YAML has them.
    private func quoted(_ text: String) -> String {
        "\"" + text.replacingOccurrences(of: "\\", with: "\\\\").replacingOccurrences(of: "\"", with: "\\\"") + "\""
    }
}
