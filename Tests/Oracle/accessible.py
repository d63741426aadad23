#!/usr/bin/env python3
"""accessible.py ANNEXES.xlsx DATA.xlsx…: the guidance on accessible spreadsheets, item by item, over workbooks of both kinds.

The items are those of the UK Analysis Function's checklist for releasing statistics in spreadsheets (as gptables and aftables keep it),
where they apply: annexes follow Decree 30/2020 and merge titles and headings; data workbooks have no merged cell at all. A fault is a
line `file, sheet: item: what`. --controls spoils copies, and fails where an item does not see it. Exit 1 on any.
"""
import re
import sys
import tempfile
import warnings
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import openpyxl
from openpyxl.utils import range_boundaries

warnings.filterwarnings("ignore", module="openpyxl")

ITEMS = {}


def item(name, kind=None):
    """One item of the checklist; of `kind` annexes or data alone where it is named."""
    def keep(check):
        ITEMS[name] = (check, kind)
        return check
    return keep


@item("properties")
def properties(book, package):
    for name in ("title", "creator", "language", "subject"):
        if not getattr(book.properties, name):
            yield f"the workbook has no {name}"


@item("sheet names")
def sheet_names(book, package):
    for sheet in book.worksheets:
        if re.fullmatch(r"(Sheet|Trang tính|Trang)\s*\d*", sheet.title) or len(sheet.title) > 31 or sheet.title.endswith(("-", " ")):
            yield f"{sheet.title}: no name that says what is on it"
        if re.search(r"\w-$| (of|and|the|và)$|,$", sheet.title):
            yield f"{sheet.title}: the name is cut"


@item("first sheet and first cell")
def first(book, package):
    if book.active != book.worksheets[0]:
        yield "it does not open on its first sheet"
    for sheet in book.worksheets:
        if sheet["A1"].value in (None, ""):
            yield f"{sheet.title}: nothing stands in A1"
        for view in sheet.views.sheetView:
            if any(one.activeCell not in ("A1", None) for one in view.selection if one.pane is None):
                yield f"{sheet.title}: it does not open at A1"


@item("published and contact")
def published(book, package):
    text = " ".join(str(cell.value) for sheet in book.worksheets for row in sheet.iter_rows() for cell in row if cell.value)
    if not re.search(r"Liên hệ|Contact|Cơ quan lập|Made by|Kèm theo Báo cáo|Attached to Report", text):
        yield "it names nobody to ask"
    if not re.search(r"số liệu nhận đến ngày \d|data received up to \d|chưa nhận được số liệu|no data received", text):
        yield "it does not say when it was published"


@item("contact and contents", "data")
def front(book, package):
    words = [str(cell.value) for cell in book.worksheets[0]["A"]]
    for wanted in (("Liên hệ", "Contact"), ("Ngày công bố, tình trạng", "Published, standing"), ("Cơ quan lập", "Published by")):
        if not any(word in words for word in wanted):
            yield f"the first sheet does not say: {wanted[0]}"
    contents = book.worksheets[1]
    linked = {cell.hyperlink.location for row in contents.iter_rows(min_row=2) for cell in row if cell.hyperlink}
    named = {re.sub(r"^'|'!.*$", "", link or "") for link in linked}
    for sheet in book.worksheets[2:]:
        if sheet.title not in named and sheet.title not in ("Ký hiệu", "Marks"):
            yield f"the contents do not lead to {sheet.title}"


@item("named tables", "data")
def tables(book, package):
    for sheet in book.worksheets:
        if len(sheet.tables) != 1:
            yield f"{sheet.title}: {len(sheet.tables)} tables, not one"
            continue
        table = next(iter(sheet.tables.values()))
        if not table.ref.startswith("A1:") or not re.match(r"(bang|table)_[a-z0-9_]+$", table.displayName):
            yield f"{sheet.title}: the table {table.displayName} is at {table.ref}"
        if range_boundaries(table.ref)[2:] != (sheet.max_column, sheet.max_row):
            yield f"{sheet.title}: cells outside of the table {table.ref}"


@item("named ranges of tables", "annexes")
def ranges(book, package):
    for sheet in book.worksheets:
        if sheet.title.endswith(("Biểu đồ", "Charts")):
            continue
        names = [name for name, one in book.defined_names.items() if f"'{sheet.title}'!" in (one.attr_text or "")]
        if not any(re.match(r"(bang|table)_", name) for name in names):
            yield f"{sheet.title}: its table has no name"
        if not sheet.print_title_rows and sheet.max_row > 60:
            yield f"{sheet.title}: no headings are repeated"


@item("no merged, hidden or blank", "data")
def whole(book, package):
    for sheet in book.worksheets:
        if sheet.merged_cells.ranges:
            yield f"{sheet.title}: merged cells"
        if any(one.hidden for one in sheet.row_dimensions.values()) or any(one.hidden for one in sheet.column_dimensions.values()):
            yield f"{sheet.title}: hidden rows or columns"
        blank = next((cell.coordinate for row in sheet.iter_rows() for cell in row if cell.value in (None, "")), None)
        if blank:
            yield f"{sheet.title}: {blank} is blank"


@item("numbers as numbers")
def numbers(book, package):
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell.value, (int, float)) and not isinstance(cell.value, bool) and cell.alignment.horizontal == "left":
                    yield f"{sheet.title}: the number in {cell.coordinate} stands at the left"
                if isinstance(cell.value, str) and (cell.value != cell.value.strip() or "  " in cell.value.replace("\n", "")):
                    yield f"{sheet.title}: blanks beside the words of {cell.coordinate}"


def light(rgb):
    parts = [int(rgb[-6:][place:place + 2], 16) / 255 for place in (0, 2, 4)]
    parts = [one / 12.92 if one <= 0.03928 else ((one + 0.055) / 1.055) ** 2.4 for one in parts]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one, other):
    a, b = sorted((light(one), light(other)), reverse=True)
    return (a + 0.05) / (b + 0.05)


def rgb(colour, default):
    return colour.rgb if colour is not None and colour.type == "rgb" and isinstance(colour.rgb, str) else default


@item("contrast and size")
def readable(book, package):
    seen = set()
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value in (None, "") or (sheet.title, cell.style_id) in seen:
                    continue
                seen.add((sheet.title, cell.style_id))
                ground = rgb(cell.fill.fgColor, "FFFFFFFF") if cell.fill.fill_type == "solid" else "FFFFFFFF"
                ratio = contrast(rgb(cell.font.color, "FF000000"), ground)
                if ratio < 4.5:
                    yield f"{sheet.title}: {cell.coordinate} has a contrast of {ratio:.1f}:1"
                if cell.font.size < 9:
                    yield f"{sheet.title}: {cell.coordinate} is written in {cell.font.size} points"
        for rule in (one for area in sheet.conditional_formatting for one in area.rules if one.dxf is not None):
            ground = rgb(rule.dxf.fill.bgColor, "FFFFFFFF") if rule.dxf.fill is not None else "FFFFFFFF"
            colour = rgb(rule.dxf.font.color, "FF000000") if rule.dxf.font is not None else "FF000000"
            if contrast(colour, ground) < 4.5:
                yield f"{sheet.title}: a rule draws with a contrast of {contrast(colour, ground):.1f}:1"


DRAW = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"


@item("alternative texts", "annexes")
def alternatives(book, package):
    """Each chart says in words what it shows: what kind, of what, and a value with its trend or rank."""
    for name in package.namelist():
        if not re.fullmatch(r"xl/drawings/drawing\d+\.xml", name):
            continue
        for node in ElementTree.fromstring(package.read(name)).iter():
            if node.tag.endswith("}cNvPr") and "Chart" in (node.get("name") or ""):
                text = node.get("descr") or ""
                says = re.search(r"(Cao nhất|Từ|Các giá trị|Chỉ có|Highest|From|All values|Only)[: ].*\d|Chưa có số liệu|No figures", text)
                if not says or len(text) < 40:
                    yield f"{name}: a chart says of itself: “{text}”"


@item("two colours told apart in grey", "annexes")
def colours(book, package):
    for name in package.namelist():
        if not re.fullmatch(r"xl/charts/chart\d+\.xml", name):
            continue
        root = ElementTree.fromstring(package.read(name))
        drawn = []
        for series in root.iter(f"{CHART}ser"):
            shape = series.find(f"{CHART}spPr")
            colour = shape.find(f".//{DRAW}srgbClr") if shape is not None else None
            if colour is not None:
                drawn.append(colour.get("val"))
        for one, other in zip(drawn, drawn[1:]):
            if contrast(one, other) < 3:
                yield f"{name}: {one} and {other} differ by {contrast(one, other):.1f}:1"
        for one in drawn[:2]:
            if contrast(one, "FFFFFF") < 3:
                yield f"{name}: {one} is {contrast(one, 'FFFFFF'):.1f}:1 on paper"


@item("marks explained", "annexes")
def marks(book, package):
    for sheet in book.worksheets:
        text = [str(cell.value) for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)]
        legend = " ".join(one for one in text if one.startswith(("Ký hiệu:", "Marks:")))
        for mark in {one for one in text if one in ("CB", "...", "x", "KSS", "(bm)")}:
            if f"“{mark}”" not in legend:
                yield f"{sheet.title}: the mark {mark} is not explained"


@item("one kind of quotation marks")
def quotes(book, package):
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell.value, str) and re.search("[«»„]", cell.value):
                    yield f"{sheet.title}: {cell.coordinate} quotes as «…»"


@item("nothing foreign")
def foreign(book, package):
    for name in package.namelist():
        if re.search(r"vbaProject|externalLink|/media/|embeddings", name):
            yield f"{name} is in the file"


def faults(path):
    book = openpyxl.load_workbook(path)
    kind = "data" if path.name.startswith("so-lieu") or any(sheet.tables for sheet in book.worksheets) else "annexes"
    with zipfile.ZipFile(path) as package:
        for name, (check, of) in ITEMS.items():
            if of in (None, kind):
                for what in check(book, package):
                    yield name, what


SPOILED = {
    "properties": lambda book: setattr(book.properties, "title", None),
    "sheet names": lambda book: setattr(book.worksheets[-1], "title", "Sheet1"),
    "first sheet and first cell": lambda book: setattr(book.worksheets[-1]["A1"], "value", None),
    "numbers as numbers": lambda book: setattr(book.worksheets[0]["A1"], "value", " x"),
    "contrast and size": lambda book: setattr(book.worksheets[0]["A1"], "font", openpyxl.styles.Font(color="FFBBBBBB")),
    "one kind of quotation marks": lambda book: setattr(book.worksheets[0]["A1"], "value", "«x»"),
    "no merged, hidden or blank": lambda book: book.worksheets[-1].merge_cells("A2:B2"),
    "named tables": lambda book: book.worksheets[-1].tables.clear(),
    "named ranges of tables": lambda book: [book.defined_names.pop(name) for name in list(book.defined_names)],
    "contact and contents": lambda book: [setattr(cell, "value", "–") for cell in book.worksheets[0]["A"]],
}


def main():
    paths = [Path(name) for name in sys.argv[1:] if not name.startswith("--")]
    count = 0
    for path in paths:
        for name, what in faults(path):
            count += 1
            print(f"{path.name}, {name}: {what}")
    blind = []
    if "--controls" in sys.argv:
        with tempfile.TemporaryDirectory() as folder:
            for path in paths:
                kind = "data" if path.name.startswith("so-lieu") else "annexes"
                for name, spoil in SPOILED.items():
                    if ITEMS[name][1] not in (None, kind):
                        continue
                    book = openpyxl.load_workbook(path)
                    spoil(book)
                    target = Path(folder) / path.name
                    book.save(target)
                    if not any(found == name for found, _ in faults(target)):
                        blind.append(f"{path.name}: the item “{name}” does not see a workbook spoiled for it")
    for line in blind:
        print(line)
    print(f"{len(paths)} workbooks, {len(ITEMS)} items, {count} faults, {len(blind)} controls that did not fail")
    return 1 if count or blind else 0


if __name__ == "__main__":
    sys.exit(main())
