#!/usr/bin/env python3
"""workbooks.py DIR [--office]: every workbook of a folder as others read it, against the dump beside it.

Beside NAME.xlsx stands NAME.txt, the program's own dump: sheet, cell, type, value, parted by tabs. Looked at are the zip (CRCs, order
of parts, no duplicates), every XML part (well-formed, elements of a sheet in the order of ECMA-376, attributes that must be there,
relationships that lead somewhere, content types), and every cell as openpyxl and calamine read it; with --office also as LibreOffice
stores it after it has recomputed every formula. Prints each disagreement and a count; exit 1 on any.
"""
import argparse
import datetime
import math
import posixpath
import re
import subprocess
import sys
import tempfile
import warnings
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import openpyxl

# Data bars of 2010 are unknown to openpyxl, and nothing that is compared.
warnings.filterwarnings("ignore", module="openpyxl")

try:
    import python_calamine
except ImportError:
    python_calamine = None

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
SHEET_ORDER = """sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios autoFilter
sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks printOptions
pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing
legacyDrawingHF drawingHF picture oleObjects controls webPublishItems tableParts extLst""".split()
BOOK_ORDER = """fileVersion fileSharing workbookPr workbookProtection bookViews sheets functionGroups externalReferences definedNames
calcPr oleSize customWorkbookViews pivotCaches smartTagPr smartTagTypes webPublishing fileRecoveryPr webPublishObjects extLst""".split()
STYLE_ORDER = "numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs tableStyles colors extLst".split()
HEADER_ORDER = "oddHeader oddFooter evenHeader evenFooter firstHeader firstFooter".split()
CHART_ORDER = """date1904 lang roundedCorners AlternateContent style clrMapOvr pivotFmts protection chart spPr txPr externalData
printSettings userShapes extLst""".split()
EPOCH = datetime.datetime(1899, 12, 30)


class Faults:
    def __init__(self):
        self.lines = []

    def __call__(self, where, what):
        self.lines.append(f"{where}: {what}")


def in_order(element, order, where, faults):
    places = []
    for child in element:
        name = child.tag.split("}")[-1]
        if name not in order:
            faults(where, f"<{name}> is no part of <{element.tag.split('}')[-1]}>")
        else:
            places.append(order.index(name))
    if places != sorted(places):
        faults(where, f"the parts of <{element.tag.split('}')[-1]}> are out of order")


def check_sheet(root, where, faults):
    in_order(root, SHEET_ORDER, where, faults)
    seen, last = set(), 0
    for row in root.iter(f"{MAIN}row"):
        number = int(row.get("r"))
        if number <= last:
            faults(where, f"row {number} stands below row {last}")
        last = number
        column = 0
        for cell in row:
            match = re.fullmatch(r"([A-Z]{1,3})(\d+)", cell.get("r"))
            if not match or int(match[2]) != number:
                faults(where, f"cell {cell.get('r')} in row {number}")
                continue
            place = openpyxl.utils.column_index_from_string(match[1])
            if place <= column:
                faults(where, f"cell {cell.get('r')} is out of order")
            column = place
            if cell.get("t", "n") not in {"n", "s", "str", "b", "e", "inlineStr", "d"}:
                faults(where, f"cell {cell.get('r')} of type {cell.get('t')}")
            if (cell.get("r")) in seen:
                faults(where, f"cell {cell.get('r')} twice")
            seen.add(cell.get("r"))
    areas = [openpyxl.worksheet.cell_range.CellRange(area.get("ref")) for area in root.iter(f"{MAIN}mergeCell")]
    by_row = {}
    for area in areas:
        for row in range(area.min_row, area.max_row + 1):
            for other in by_row.setdefault(row, []):
                if area.min_col <= other.max_col and other.min_col <= area.max_col:
                    faults(where, f"merged cells {area.coord} and {other.coord} overlap")
            by_row[row].append(area)
    for header in root.iter(f"{MAIN}headerFooter"):
        in_order(header, HEADER_ORDER, where, faults)
        for child in header:
            if len(child.text or "") > 255:
                faults(where, f"<{child.tag.split('}')[-1]}> is longer than 255 characters")
    priorities = [rule.get("priority") for rule in root.iter(f"{MAIN}cfRule")]
    if len(priorities) != len(set(priorities)) or any(not priority or int(priority) < 1 for priority in priorities):
        faults(where, "the priorities of conditional rules are not distinct")
    for breaks in root.iter(f"{MAIN}rowBreaks"):
        if int(breaks.get("count")) != len(breaks) or int(breaks.get("manualBreakCount")) != len(breaks):
            faults(where, "the number of page breaks is wrong")
    for validation in root.iter(f"{MAIN}dataValidation"):
        for formula in validation:
            if len(formula.text or "") > 255:
                faults(where, "a validation's formula is longer than 255 characters")


def check_package(path, faults):
    where = path.name
    with zipfile.ZipFile(path) as package:
        if bad := package.testzip():
            faults(where, f"{bad} does not have its CRC")
        names = package.namelist()
        if len(names) != len({name.lower() for name in names}):
            faults(where, "two parts of one name")
        if names[0] != "[Content_Types].xml":
            faults(where, "the first part is not [Content_Types].xml")
        roots = {}
        for name in names:
            if name.endswith((".xml", ".rels", ".vml")):
                try:
                    roots[name] = ElementTree.fromstring(package.read(name))
                except ElementTree.ParseError as problem:
                    faults(f"{where}/{name}", f"not well-formed: {problem}")
    types = roots.get("[Content_Types].xml")
    known = {part.get("PartName") for part in types if part.tag.endswith("Override")} if types is not None else set()
    endings = {part.get("Extension") for part in types if part.tag.endswith("Default")} if types is not None else set()
    for name in names:
        if name != "[Content_Types].xml" and f"/{name}" not in known and name.rsplit(".", 1)[-1] not in endings:
            faults(where, f"{name} has no content type")
    for part in known:
        if part[1:] not in names:
            faults(where, f"{part} has a content type and is not there")
    for name, root in roots.items():
        if name.endswith(".rels"):
            folder = posixpath.dirname(posixpath.dirname(name))
            identifiers = [relation.get("Id") for relation in root]
            if len(identifiers) != len(set(identifiers)):
                faults(f"{where}/{name}", "two relationships of one name")
            for relation in root:
                target = relation.get("Target")
                if relation.get("TargetMode") == "External":
                    faults(f"{where}/{name}", f"a link out of the workbook: {target}")
                elif posixpath.normpath(posixpath.join("/", folder, target))[1:] not in names:
                    faults(f"{where}/{name}", f"{target} is not there")
        elif name == "xl/workbook.xml":
            in_order(root, BOOK_ORDER, f"{where}/{name}", faults)
            titles = [sheet.get("name") for sheet in root.iter(f"{MAIN}sheet")]
            if len(titles) != len({title.lower() for title in titles}) or any(len(title) > 31 for title in titles):
                faults(where, f"sheet names: {titles}")
        elif name == "xl/styles.xml":
            in_order(root, STYLE_ORDER, f"{where}/{name}", faults)
            if root.find(f"{MAIN}cellStyles") is None:
                faults(where, "no cell styles")
            for group in root:
                if group.get("count") and int(group.get("count")) != len(group):
                    faults(f"{where}/{name}", f"the count of <{group.tag.split('}')[-1]}>")
        elif name.startswith("xl/worksheets/sheet"):
            check_sheet(root, f"{where}/{name}", faults)
        elif name.startswith("xl/charts/chart"):
            in_order(root, CHART_ORDER, f"{where}/{name}", faults)
        elif name.startswith("xl/tables/"):
            columns = [column.get("name") for column in root.iter(f"{MAIN}tableColumn")]
            if len(columns) != len({column.lower() for column in columns}):
                faults(f"{where}/{name}", "two columns of one name")


def unescaped(text):
    """What `_x0041_` stands for; some readers leave it as it is written."""
    return re.sub(r"_x([0-9A-Fa-f]{4})_", lambda match: chr(int(match[1], 16)), text)


def dumped(path):
    """Sheets in their order: {cell: value} of what is no blank."""
    sheets = {}
    for line in path.read_text(encoding="utf-8").split("\n"):
        fields = line.split("\t")
        if len(fields) < 2 or fields[0] == "(workbook)":
            continue
        cells = sheets.setdefault(fields[0], {})
        if fields[1].startswith("("):
            continue
        kind, value = fields[2], fields[3] if len(fields) > 3 else ""
        if kind == "number":
            cells[fields[1]] = float(value)
        elif kind == "text":
            cells[fields[1]] = re.sub(r"\\([nt])", lambda match: {"n": "\n", "t": "\t"}[match[1]], value)
        elif kind == "formula":
            cached = value.rsplit(" → ", 1)[1]
            cells[fields[1]] = cached[1:-1] if cached.startswith("“") else float(cached)
    return sheets


def plain(value):
    if isinstance(value, bool) or value is None:
        return value
    if isinstance(value, datetime.datetime):
        return (value - EPOCH) / datetime.timedelta(days=1)
    if isinstance(value, datetime.date):
        return float((datetime.datetime(value.year, value.month, value.day) - EPOCH).days)
    if isinstance(value, (int, float)):
        return float(value)
    return str(value)


def same(wanted, found):
    if isinstance(wanted, float) and isinstance(found, float):
        return math.isclose(wanted, found, rel_tol=1e-12, abs_tol=1e-12)
    if isinstance(wanted, str) and isinstance(found, str):
        # openpyxl takes off two escapes of `_x005F_x0041_` where one was meant.
        return wanted in (found, unescaped(found)) or wanted.replace("_x005F_", "_") == found.replace("_x005F_", "_")
    return wanted in (None, "") and found in (None, "")


def compare(reader, path, wanted, found, faults):
    """Two readings: {sheet: {cell: value}}."""
    if list(wanted) != list(found):
        faults(f"{path.name} ({reader})", f"the sheets are {list(found)}, the program wrote {list(wanted)}")
        return 0
    count = 0
    for sheet, cells in wanted.items():
        others = found[sheet]
        for cell in sorted(cells.keys() | others.keys()):
            count += 1
            if not same(cells.get(cell), others.get(cell)):
                faults(f"{path.name} ({reader}) “{sheet}”!{cell}", f"{others.get(cell)!r}, the program wrote {cells.get(cell)!r}")
    return count


def by_openpyxl(path):
    book = openpyxl.load_workbook(path, data_only=True)
    return {sheet.title: {cell.coordinate: plain(cell.value)
                          for row in sheet.iter_rows() for cell in row if cell.value not in (None, "")} for sheet in book.worksheets}


def by_calamine(path):
    book = python_calamine.CalamineWorkbook.from_path(str(path))
    found = {}
    for name in book.sheet_names:
        sheet = book.get_sheet_by_name(name)
        start = sheet.start or (0, 0)
        found[name] = {}
        for row, values in enumerate(sheet.to_python(skip_empty_area=True), start[0] + 1):
            for column, value in enumerate(values, start[1] + 1):
                if value not in (None, ""):
                    address = f"{openpyxl.utils.get_column_letter(column)}{row}"
                    found[name][address] = plain(value)
    return found


def convert(paths, folder):
    """LibreOffice's own copies, formulas recomputed; a few hundred files at a time."""
    profile = folder / "profile" / "user"
    profile.mkdir(parents=True)
    always = '<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>'
    (profile / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry" '
        'xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' + always + "</oor:items>")
    for start in range(0, len(paths), 200):
        subprocess.run(["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to",
                        "xlsx:Calc MS Excel 2007 XML", "--outdir", str(folder / "out")] + [str(path) for path in paths[start:start + 200]],
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
    return folder / "out"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--office", action="store_true", help="also have LibreOffice open and recompute each")
    parser.add_argument("--show", type=int, default=20)
    options = parser.parse_args()
    paths = sorted(options.folder.glob("*.xlsx"))
    faults, counts = Faults(), {"openpyxl": 0}
    wanted = {path: dumped(path.with_suffix(".txt")) for path in paths}
    for path in paths:
        check_package(path, faults)
        counts["openpyxl"] += compare("openpyxl", path, wanted[path], by_openpyxl(path), faults)
        if python_calamine:
            counts["calamine"] = counts.get("calamine", 0) + compare("calamine", path, wanted[path], by_calamine(path), faults)
    if options.office:
        with tempfile.TemporaryDirectory() as folder:
            out = convert(paths, Path(folder))
            for path in paths:
                copy = out / path.name
                if not copy.exists():
                    faults(path.name, "LibreOffice does not open it")
                    continue
                counts["LibreOffice"] = counts.get("LibreOffice", 0) + compare(
                    "LibreOffice", path, wanted[path], by_openpyxl(copy), faults)
    print("\n".join(faults.lines[:options.show] + ([f"… and {len(faults.lines) - options.show} more"]
                                                  if len(faults.lines) > options.show else [])))
    cells = ", ".join(f"{count} cells by {reader}" for reader, count in counts.items())
    print(f"{len(paths)} workbooks, {cells}: {len(faults.lines)} faults")
    if not python_calamine:
        print("calamine is not installed, and was left out")
    return 1 if faults.lines or not paths else 0


if __name__ == "__main__":
    sys.exit(main())
