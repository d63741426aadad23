"""Workbooks as departments' programs write them, each from one model: `WRITERS` makes bytes of a `Book`.

A writer whose library is not installed is left out. `ODDITIES` are changes of a finished .xlsx that mean nothing, as other
producers write it."""
import datetime
import html
import io
import re
import zipfile
from dataclasses import dataclass, field

import openpyxl

try:
    import xlsxwriter
except ImportError:
    xlsxwriter = None
try:
    import odf.opendocument
    import odf.table
    from odf import number as odf_number
    from odf import style as odf_style
    from odf import text as odf_text
except ImportError:
    odf = None
try:
    import xlwt
except ImportError:
    xlwt = None

DATE, CODE = "dd/mm/yyyy", "00000"


@dataclass
class Cell:
    """A value as a workbook holds it: text, number or date, with the number format that Excel shows it by."""

    value: object
    shape: str | None = None
    formula: str | None = None
    rich: bool = False


@dataclass
class Sheet:
    """Rows of cells, and what stands around them. Merged areas as (first row, first column, last row, last column)."""

    name: str
    rows: list
    merges: list = field(default_factory=list)
    hidden_rows: set = field(default_factory=set)
    hidden_columns: set = field(default_factory=set)
    hidden: bool = False

    def cells(self):
        for row, cells in enumerate(self.rows):
            for column, cell in enumerate(cells):
                if cell is not None and cell.value != "":
                    yield row, column, cell


@dataclass
class Book:
    sheets: list
    is_1904: bool = False


WRITERS = {}


def writer(needs=True):
    def keep(function):
        if needs:
            WRITERS[function.__name__] = function
        return function
    return keep


@writer()
def openpyxl_xlsx(book):
    made = openpyxl.Workbook()
    made.remove(made.active)
    if book.is_1904:
        made.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    for sheet in book.sheets:
        page = made.create_sheet(sheet.name)
        for row, column, cell in sheet.cells():
            at = page.cell(row + 1, column + 1)
            at.value = cell.value
            if isinstance(cell.value, str):
                # A text that begins with = is no formula here.
                at.data_type = "s"
            if cell.shape:
                at.number_format = cell.shape
        for top, left, bottom, right in sheet.merges:
            page.merge_cells(start_row=top + 1, start_column=left + 1, end_row=bottom + 1, end_column=right + 1)
        for row in sheet.hidden_rows:
            page.row_dimensions[row + 1].hidden = True
        for column in sheet.hidden_columns:
            page.column_dimensions[openpyxl.utils.get_column_letter(column + 1)].hidden = True
        page.sheet_state = "hidden" if sheet.hidden else "visible"
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def by_xlsxwriter(book, options):
    out = io.BytesIO()
    made = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False,
                                     "date_1904": book.is_1904, **options})
    formats = {shape: made.add_format({"num_format": shape}) for shape in (DATE, CODE)}
    bold = made.add_format({"bold": True})
    for sheet in book.sheets:
        page = made.add_worksheet(sheet.name)
        merged = {(top, left): (bottom, right) for top, left, bottom, right in sheet.merges}
        for row, column, cell in sheet.cells():
            style = formats.get(cell.shape)
            if (row, column) in merged:
                page.merge_range(row, column, *merged[row, column], "", style)
            if cell.formula:
                page.write_formula(row, column, cell.formula, style, cell.value)
            elif isinstance(cell.value, datetime.date):
                page.write_datetime(row, column, cell.value, style)
            elif isinstance(cell.value, str) and cell.rich and len(cell.value) > 2 and "constant_memory" not in options:
                page.write_rich_string(row, column, bold, cell.value[:1], cell.value[1:])
            elif isinstance(cell.value, str):
                page.write_string(row, column, cell.value, style)
            else:
                page.write_number(row, column, cell.value, style)
        for row in sheet.hidden_rows:
            page.set_row(row, None, None, {"hidden": True})
        for column in sheet.hidden_columns:
            page.set_column(column, column, None, None, {"hidden": True})
        if sheet.hidden:
            page.hide()
    visible = [page for page in made.worksheets() if not page.hidden]
    visible[0].activate()
    visible[0].set_first_sheet()
    made.close()
    return out.getvalue()


@writer(xlsxwriter)
def xlsxwriter_xlsx(book):
    return by_xlsxwriter(book, {})


@writer(xlsxwriter)
def xlsxwriter_inline(book):
    """Strings in their cells, without a part of shared ones."""
    for sheet in book.sheets:
        # Rows are written once, in their order.
        sheet.hidden_rows = set()
        sheet.merges = []
    return by_xlsxwriter(book, {"constant_memory": True, "in_memory": False})


@writer(odf)
def odfpy_ods(book):
    made = odf.opendocument.OpenDocumentSpreadsheet()
    styles = {}
    for name, build in (("d", odf_date), ("c", odf_code)):
        shape = build(f"n{name}")
        made.automaticstyles.addElement(shape)
        style = odf_style.Style(name=name, family="table-cell", datastylename=shape)
        made.automaticstyles.addElement(style)
        styles[{"d": DATE, "c": CODE}[name]] = style
    hidden = odf_style.Style(name="away", family="table")
    hidden.addElement(odf_style.TableProperties(display="false"))
    made.automaticstyles.addElement(hidden)
    for sheet in book.sheets:
        table = odf.table.Table(name=sheet.name, **({"stylename": hidden} if sheet.hidden else {}))
        width = max(map(len, sheet.rows))
        for column in range(width):
            table.addElement(odf.table.TableColumn(**({"visibility": "collapse"} if column in sheet.hidden_columns else {})))
        merged = {(top, left): (bottom, right) for top, left, bottom, right in sheet.merges}
        covered = {(row, column) for top, left, bottom, right in sheet.merges for row in range(top, bottom + 1)
                   for column in range(left, right + 1)} - set(merged)
        for row, cells in enumerate(sheet.rows):
            line = odf.table.TableRow(**({"visibility": "collapse"} if row in sheet.hidden_rows else {}))
            gap = 0
            for column, cell in enumerate(cells):
                if (cell is None or cell.value == "") and (row, column) not in merged and (row, column) not in covered:
                    gap += 1
                    continue
                if gap:
                    line.addElement(odf.table.TableCell(numbercolumnsrepeated=gap))
                    gap = 0
                if (row, column) in covered:
                    line.addElement(odf.table.CoveredTableCell())
                    continue
                line.addElement(odf_cell(cell, styles, merged.get((row, column)), row, column))
            if gap:
                line.addElement(odf.table.TableCell(numbercolumnsrepeated=gap))
            table.addElement(line)
        made.spreadsheet.addElement(table)
    out = io.BytesIO()
    made.write(out)
    return out.getvalue()


def odf_date(name):
    shape = odf_number.DateStyle(name=name)
    for part in (odf_number.Day(style="long"), odf_number.Text(text="/"), odf_number.Month(style="long"), odf_number.Text(text="/"),
                 odf_number.Year(style="long")):
        shape.addElement(part)
    return shape


def odf_code(name):
    shape = odf_number.NumberStyle(name=name)
    shape.addElement(odf_number.Number(decimalplaces=0, minintegerdigits=5))
    return shape


def odf_cell(cell, styles, merged, row, column):
    given = {"stylename": styles[cell.shape]} if cell and cell.shape in styles else {}
    if merged:
        given |= {"numberrowsspanned": merged[0] - row + 1, "numbercolumnsspanned": merged[1] - column + 1}
    if cell is None:
        return odf.table.TableCell(**given)
    if isinstance(cell.value, datetime.date):
        made = odf.table.TableCell(valuetype="date", datevalue=cell.value.isoformat(), **given)
        shown = f"{cell.value:%d/%m/%Y}"
    elif isinstance(cell.value, str):
        made, shown = odf.table.TableCell(valuetype="string", **given), cell.value
    else:
        made = odf.table.TableCell(valuetype="float", value=repr(cell.value), **given)
        shown = f"{cell.value:05}" if cell.shape == CODE else repr(cell.value).replace(".", ",")
    for line in shown.split("\n"):
        made.addElement(odf_text.P(text=line))
    return made


@writer(xlwt)
def xlwt_xls(book):
    made = xlwt.Workbook(encoding="utf-8")
    made.dates_1904 = book.is_1904
    styles = {shape: xlwt.easyxf(num_format_str=shape) for shape in (DATE, CODE)}
    plain = xlwt.Style.default_style
    for sheet in book.sheets:
        page = made.add_sheet(sheet.name)
        merged = {(top, left): (bottom, right) for top, left, bottom, right in sheet.merges}
        for row, column, cell in sheet.cells():
            style = styles.get(cell.shape, plain)
            if (row, column) in merged:
                bottom, right = merged[row, column]
                page.write_merge(row, bottom, column, right, cell.value, style)
            else:
                page.write(row, column, cell.value, style)
        for row in sheet.hidden_rows:
            page.row(row).hidden = True
        for column in sheet.hidden_columns:
            page.col(column).hidden = True
        page.visibility = 1 if sheet.hidden else 0
    made.set_active_sheet(next(index for index, sheet in enumerate(book.sheets) if not sheet.hidden))
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def shown(cell):
    """What Excel displays, with the separators of a Vietnamese computer."""
    value = cell.value
    if isinstance(value, datetime.date):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, str):
        return value
    if cell.shape == CODE:
        return f"{value:05}"
    return repr(value).replace(".", ",")


def blank_rows_out(sheet):
    merged = {(top, left): (bottom, right) for top, left, bottom, right in sheet.merges}
    covered = {(row, column) for top, left, bottom, right in sheet.merges for row in range(top, bottom + 1)
               for column in range(left, right + 1)} - set(merged)
    return merged, covered


@writer()
def html_table(book):
    """As systems on the web export it, under the name of a workbook."""
    out = ['<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head>',
           '<meta http-equiv="Content-Type" content="text/html; charset=utf-8"><style>td {mso-number-format:"\\@";}</style></head><body>']
    for sheet in book.sheets:
        merged, covered = blank_rows_out(sheet)
        out.append('<table border="1">')
        for row, cells in enumerate(sheet.rows):
            out.append('<tr style="display:none">' if row in sheet.hidden_rows else "<tr>")
            for column, cell in enumerate(cells):
                if (row, column) in covered:
                    continue
                spans = ""
                if (row, column) in merged:
                    bottom, right = merged[row, column]
                    spans = f' rowspan="{bottom - row + 1}" colspan="{right - column + 1}"'
                text = html.escape(shown(cell)).replace("\n", "<br>") if cell else ""
                out.append(f"<td{spans}>{text}</td>")
            out.append("</tr>")
        out.append("</table>")
    return "\n".join([*out, "</body></html>"]).encode()


@writer()
def excel_2003_xml(book):
    out = ['<?xml version="1.0" encoding="UTF-8"?>\n<?mso-application progid="Excel.Sheet"?>',
           '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:x="urn:schemas-microsoft-com:office:excel"',
           ' xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Styles><Style ss:ID="Default" ss:Name="Normal"/>',
           f'<Style ss:ID="d"><NumberFormat ss:Format="{DATE}"/></Style><Style ss:ID="c"><NumberFormat ss:Format="{CODE}"/></Style>',
           "</Styles>"]
    if book.is_1904:
        out.append('<x:ExcelWorkbook><x:Date1904/></x:ExcelWorkbook>')
    for sheet in book.sheets:
        merged, _ = blank_rows_out(sheet)
        out.append(f'<Worksheet ss:Name="{html.escape(sheet.name)}"><Table>')
        for column in sorted(sheet.hidden_columns):
            out.append(f'<Column ss:Index="{column + 1}" ss:Hidden="1"/>')
        last_row = -1
        for row, cells in enumerate(sheet.rows):
            filled = [(column, cell) for column, cell in enumerate(cells) if cell is not None and cell.value != ""]
            if not filled:
                continue
            place = f' ss:Index="{row + 1}"' if row != last_row + 1 else ""
            out.append(f"<Row{place}" + (' ss:Hidden="1"' if row in sheet.hidden_rows else "") + ">")
            last_row, last = row, -1
            for column, cell in filled:
                given = f' ss:Index="{column + 1}"' if column != last + 1 else ""
                last = column
                if (row, column) in merged:
                    bottom, last = merged[row, column]
                    given += f' ss:MergeAcross="{last - column}" ss:MergeDown="{bottom - row}"'
                given += {DATE: ' ss:StyleID="d"', CODE: ' ss:StyleID="c"'}.get(cell.shape, "")
                kind, text = "String", html.escape(str(cell.value)).replace("\n", "&#10;")
                if isinstance(cell.value, datetime.date):
                    kind, text = "DateTime", f"{cell.value:%Y-%m-%d}T00:00:00.000"
                elif not isinstance(cell.value, str):
                    kind, text = "Number", repr(cell.value)
                out.append(f'<Cell{given}><Data ss:Type="{kind}">{text}</Data></Cell>')
            out.append("</Row>")
        state = '<WorksheetOptions xmlns="urn:schemas-microsoft-com:office:excel"><Visible>SheetHidden</Visible></WorksheetOptions>'
        out.append("</Table>" + (state if sheet.hidden else "") + "</Worksheet>")
    return "\n".join([*out, "</Workbook>"]).encode()


ENDINGS = {"openpyxl_xlsx": ".xlsx", "xlsxwriter_xlsx": ".xlsx", "xlsxwriter_inline": ".xlsx", "odfpy_ods": ".ods", "xlwt_xls": ".xls",
           "html_table": ".xls", "excel_2003_xml": ".xls"}


# What other producers do to the parts of an .xlsx, without another meaning.

ODDITIES = {}


def oddity(function):
    ODDITIES[function.__name__] = function
    return function


def rewritten(content, change, order=sorted):
    """A package with its parts changed: `change(name, bytes)` → (name, bytes), or `None` to leave a part out."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in order(old.namelist()):
            if made := change(name, old.read(name)):
                new.writestr(*made)
    return out.getvalue()


def in_sheets(content, change):
    return rewritten(content, lambda name, data: (name, change(data.decode()).encode() if name.startswith("xl/worksheets/sheet") else data))


@oddity
def without_cell_references(content):
    """Cells in their order without an address, where no cell before is left out."""
    def strip(row):
        addresses = re.findall(r'<c r="([A-Z]+)\d+"', row)
        columns = [openpyxl.utils.column_index_from_string(address) for address in addresses]
        return re.sub(r'<c r="[A-Z]+\d+"', "<c", row) if columns == list(range(1, len(columns) + 1)) else row
    return in_sheets(content, lambda text: re.sub(r"<row .*?</row>", lambda found: strip(found[0]), text, flags=re.DOTALL))


@oddity
def without_dimension(content):
    return in_sheets(content, lambda text: re.sub(r"<dimension[^>]*/>", "", text))


@oddity
def dimension_lies(content):
    return in_sheets(content, lambda text: re.sub(r"<dimension[^>]*/>", '<dimension ref="A1"/>', text))


@oddity
def with_prefix(content):
    """Every element under a prefix, as the Open XML SDK writes them."""
    def prefixed(name, data):
        if not name.startswith("xl/worksheets/sheet"):
            return name, data
        text = re.sub(r"<(/?)([A-Za-z])", r"<\1x:\2", data.decode())
        text = text.replace('xmlns="http://schemas.openxmlformats.org/spreadsheetml', 'xmlns:x="http://schemas.openxmlformats.org/spreadsheetml')
        return name, text.encode()
    return rewritten(content, prefixed)


@oddity
def strict(content):
    """ISO 29500 Strict: other namespaces, dates as they were."""
    pairs = [(b"http://schemas.openxmlformats.org/spreadsheetml/2006/main", b"http://purl.oclc.org/ooxml/spreadsheetml/main"),
             (b"http://schemas.openxmlformats.org/officeDocument/2006/relationships", b"http://purl.oclc.org/ooxml/officeDocument/relationships")]
    def change(name, data):
        for old, new in pairs:
            data = data.replace(old, new)
        return name, data
    return rewritten(content, change)


@oddity
def absolute_targets(content):
    return rewritten(content, lambda name, data: (name, re.sub(rb'Target="(worksheets|styles|sharedStrings|theme)', rb'Target="/xl/\1', data)
                                                  if name == "xl/_rels/workbook.xml.rels" else data))


@oddity
def utf_8_marks(content):
    return rewritten(content, lambda name, data: (name, b"\xef\xbb\xbf" + data if name.endswith(".xml") else data))


@oddity
def utf_16_sheets(content):
    return rewritten(content, lambda name, data: (name, re.sub(r'encoding="[^"]*"', 'encoding="UTF-16"', data.decode()).encode("utf-16")
                                                  if name.startswith("xl/worksheets/sheet") else data))


@oddity
def shared_strings(content):
    """Strings in a part of their own where a writer has put them into their cells."""
    texts = []
    def taken(found):
        texts.append(found[1])
        return f't="s"><v>{len(texts) - 1}</v>'
    def change(name, data):
        if name.startswith("xl/worksheets/sheet"):
            return name, re.sub(r't="inlineStr"><is>(.*?)</is>', taken, data.decode(), flags=re.DOTALL).encode()
        kind = "officeDocument/2006/relationships/sharedStrings"
        if name == "xl/_rels/workbook.xml.rels" and kind.encode() not in data:
            made = f'<Relationship Id="rIdStrings" Type="http://schemas.openxmlformats.org/{kind}" Target="sharedStrings.xml"/>'
            return name, data.replace(b"</Relationships>", made.encode() + b"</Relationships>")
        if name == "[Content_Types].xml" and b"sharedStrings" not in data:
            made = ('<Override PartName="/xl/sharedStrings.xml" '
                    'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>')
            return name, data.replace(b"</Types>", made.encode() + b"</Types>")
        return name, data
    made = rewritten(content, change)
    if texts:
        body = "".join(f"<si>{text}</si>" for text in texts)
        part = f'<?xml version="1.0"?><sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="{len(texts)}">{body}</sst>'
        out = io.BytesIO(made)
        with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as package:
            package.writestr("xl/sharedStrings.xml", part)
        return out.getvalue()
    return made


@oddity
def parts_in_another_order(content):
    return rewritten(content, lambda name, data: (name, data), order=lambda names: sorted(names, reverse=True))


@oddity
def stored_parts(content):
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))
    return out.getvalue()


@oddity
def other_part_names(content):
    """Sheets under names that only the relationships tell."""
    change = re.compile(rb"worksheets/sheet(\d+)\.xml")
    def renamed(name, data):
        name = re.sub(r"worksheets/sheet(\d+)\.xml", r"worksheets/bieu-\1.xml", name)
        return name, change.sub(rb"worksheets/bieu-\1.xml", data) if name.endswith((".rels", "[Content_Types].xml")) else data
    return rewritten(content, renamed)


@oddity
def empty_cells_with_styles(content):
    """Formatted cells without a value to the right, and formatted rows below."""
    def padded(text):
        text = re.sub(r'<row r="(\d+)"([^>]*[^/])>(.*?)</row>', r'<row r="\1"\2>\3<c r="XFD\1" s="0"/></row>', text, count=1, flags=re.DOTALL)
        below = "".join(f'<row r="{row}" spans="1:3"/>' for row in range(2000, 2010))
        return text.replace("</sheetData>", below + "</sheetData>")
    return in_sheets(content, padded)
