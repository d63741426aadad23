"""What is not text: a workbook, and a scan."""

import io
import zipfile

from .figures import sheet
from .lists import NAMES

# A scan of the printed form: a page without text, as a scanner sends it.
SCAN = (b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n")

def workbook(lines):
    """A small real .xlsx, stored without compression so that its bytes never vary."""
    def cell(row, column, text):
        letter = chr(65 + column)
        if text.isdigit() and len(text) < 5:
            return f'<c r="{letter}{row}"><v>{text}</v></c>'
        safe = text.replace("&", "&amp;").replace("<", "&lt;")
        return f'<c r="{letter}{row}" t="inlineStr"><is><t>{safe}</t></is></c>' if text else ""

    data = "".join(f'<row r="{r}">' + "".join(cell(r, c, t) for c, t in enumerate(line)) + "</row>" for r, line in enumerate(lines, 1))
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    types, main = "application/vnd.openxmlformats-", "http://schemas.openxmlformats.org/"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{main}package/2006/content-types">'
        f'<Default Extension="rels" ContentType="{types}package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{types}officedocument.spreadsheetml.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{types}officedocument.spreadsheetml.worksheet+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{main}package/2006/relationships"><Relationship Id="rId1" '
        f'Type="{main}officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}spreadsheetml/2006/main" xmlns:r="{main}officeDocument/2006/relationships">'
        '<sheets><sheet name="Biểu 02" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{main}package/2006/relationships"><Relationship Id="rId1" '
        f'Type="{main}officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}spreadsheetml/2006/main"><sheetData>{data}</sheetData></worksheet>',
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name, text in parts.items():
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.create_system, info.external_attr = 3, 0o644 << 16
            archive.writestr(info, head + text)
    return out.getvalue()


def nd_workbook(month):
    rows, columns = sheet("ND", "02-tt", month)
    lines = [["Biểu số: 02/TT"], [f"Kỳ báo cáo: {month.title(True)}"], ["Đơn vị gửi: Hội Nông dân tỉnh"],
             [NAMES[k] for k in ["tt", "ma_xa", "ten_xa"] + columns]]
    return workbook(lines + [[str(i), u["code"], u["name"]] + [str(v.get(c, 0)) for c in columns] for i, (u, v) in enumerate(rows, 1)])
