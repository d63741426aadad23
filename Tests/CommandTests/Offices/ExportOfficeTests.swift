import Foundation
import Testing

/// A package in the hands of other programs: frictionless, openpyxl and LibreOffice; run by `scripts/test --office`.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["TONGHOP_OFFICE"] == "1"))
struct ExportOfficeTests {
    private static let python = ProcessInfo.processInfo.environment["TONGHOP_FRICTIONLESS_PYTHON"] ?? "python3"

    @Test func `a month goes through to its package, which other programs read`() throws {
        let place = try ExportPlace()
        // Some files come in time, others late, and one is corrected after the first edition.
        try place.shell("mv inputs/submissions/2026-10/STP-02-tt.csv late.csv")
        #expect(try place.run("run 2026-10 --now 2026-10-16T18:00+07:00 --quiet").exit == 1)
        try place.shell("mv late.csv inputs/submissions/2026-10/STP-02-tt.csv")
        #expect(try place.run("run 2026-10 --now 2026-10-17T18:00+07:00 --quiet").exit == 1)
        #expect(try place.run("issue 2026-10 --yes --now 2026-10-18T09:00+07:00 --quiet").exit <= 1)
        try place.shell(
            """
            sed 's/Lần gửi: 1/Lần gửi: 2/; s/;330;/;350;/' inputs/submissions/2026-10/SDT-02-tt.csv \
            >inputs/submissions/2026-10/SDT-02-tt-2.csv
            """)
        #expect(try place.run("run 2026-10 --now 2026-10-19T18:00+07:00 --quiet").exit == 1)
        #expect(try place.run("issue 2026-10 --yes --now 2026-10-20T09:00+07:00 --quiet").exit <= 1)
        for audience in ["leadership", "partners", "public"] {
            // With the office, which prints.
            let export = "export 2026-10 --audience \(audience) --now 2026-10-20T10:00+07:00 --quiet"
            #expect(try place.run(export, path: "/usr/bin:/bin").exit == 0)
            let name = "2026-10-lan-2-\(audience)"
            let folder = place.path("reports/2026-10/xuat/\(name)")
            #expect(try place.shell("cd '\(folder)' && sha256sum --strict -c SHA256SUMS") == 0)
            #expect(try place.shell("'\(Self.python)' -c '\(Self.validating)' '\(folder)/du-lieu'") == 0)
            #expect(try place.shell("'\(Self.python)' -c '\(Self.reading)' '\(folder)' \(audience)") == 0)
            let tagged = SmallOffice.repository.appendingPathComponent("Tests/Oracle/tagged.py").path
            #expect(try place.shell("'\(Self.python)' '\(tagged)' --control vi '\(folder)'/*.pdf") == 0)
            for printed in ["tong-hop-2026-10-\(audience).pdf", "van-ban-2026-10-\(audience).pdf"] {
                #expect(
                    try place.shell(
                        "pdftotext -layout '\(folder)/\(printed)' p.txt && ! grep -q '###' p.txt") == 0)
                let text = try place.text("p.txt")
                #expect(text.contains("LƯU HÀNH NỘI BỘ") == (audience != "public"), "\(printed)")
                #expect(text.contains("Tháng 10 năm 2026"), "\(printed)")
            }
        }
        #expect(try place.run("verify").exit == 0)
        let printed = try place.files("reports/2026-10/xuat")
        #expect(
            try place.run(
                "export 2026-10 --audience public --now 2026-10-21T10:00+07:00", path: "/usr/bin:/bin"
            ).exit == 0)
        #expect(try place.files("reports/2026-10/xuat") == printed)
    }

    /// By the descriptor's own schema where it is within reach, else by what frictionless knows of the standard.
    private static let validating = """
        import json, os, sys
        import frictionless
        os.chdir(sys.argv[1])
        report = frictionless.validate("datapackage.json")
        assert report.valid, report.to_summary()
        assert len(report.tasks) == 4, report.to_summary()
        package = frictionless.Package("datapackage.json")
        plain = {(r["Mã chỉ tiêu"], r["Mã địa bàn"]): r["Kỳ này"] for r in package.get_resource("so-lieu").read_rows()}
        excel = {(r["Mã chỉ tiêu"], r["Mã địa bàn"]): r["Kỳ này"] for r in package.get_resource("so-lieu-excel").read_rows()}
        assert plain == excel and plain, (plain, excel)
        month = {(r["INDICATOR"], r["REF_AREA"]): r["OBS_VALUE"] for r in package.get_resource("sdmx").read_rows()
                 if r["TIME_PERIOD"] == "2026-09-15/P1M"}
        assert month == plain, set(month.items()) ^ set(plain.items())
        values = {(r["dataelement"], r["orgunit"]): r["value"] for r in package.get_resource("dhis2").read_rows()}
        assert values == {k: v for k, v in plain.items() if v is not None and k[0] != "TT12"}
        assert open([n for n in os.listdir(".") if n.endswith("-excel.csv")][0], "rb").read(3) == b"\\xef\\xbb\\xbf"
        """

    /// Every number of the workbooks is a number, the office's own sheets are gone, and each page bears its notice.
    private static let reading = """
        import glob, os, sys, warnings
        import openpyxl
        warnings.simplefilter("ignore")
        os.chdir(sys.argv[1])
        inside = sys.argv[2] != "public"
        office = {"Cần xác nhận", "Chênh lệch nguồn", "Nguồn và ký hiệu", "Phương pháp"}
        for name in glob.glob("*.xlsx"):
            book = openpyxl.load_workbook(name, data_only=True)
            assert not [s for s in book.sheetnames if s in office or s.startswith("Thay đổi")], book.sheetnames
            for sheet in book:
                notice = sheet.oddHeader.right.text or ""
                assert ("LƯU HÀNH NỘI BỘ" in notice) == inside and "Bản" in notice, (sheet.title, notice)
                for row in sheet.iter_rows():
                    for cell in row:
                        assert not (isinstance(cell.value, str) and cell.value.replace(".", "").isdigit()
                                    and cell.alignment.horizontal == "right" and "mã" not in str(sheet.cell(1, cell.column).value).lower()), cell
            first = book.worksheets[0]
            assert not name.startswith("tong-hop") or ("LƯU HÀNH NỘI BỘ" in str(first["A1"].value)) == inside, first["A1"].value
        """
}
