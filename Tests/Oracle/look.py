#!/usr/bin/env python3
"""look.py [--controls] [--pages N] FILE.xlsx…: what a person would see wrong with workbooks on paper, seen by a machine.

Every sheet is printed by LibreOffice and its letters and lines are read back from the page; headings, merged cells, bars and charts
are read from the file. A fault is a line `file, sheet or page: kind: what`; exit 1 on any. Kinds: cut, hashes, small, border, overlap,
pages, merged, column. --pages N: a workbook on more pages than N is a fault. --controls plants each kind into the first workbook and
fails where it is not found. Needs pdfplumber and openpyxl.
"""
import argparse
import re
import subprocess
import sys
import tempfile
import warnings
import zipfile
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree

import openpyxl
import pdfplumber
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter, range_boundaries

warnings.filterwarnings("ignore", module="openpyxl")

LEAST_POINTS = 9.0
PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>vi-VN</value></prop></item>
</oor:items>"""


def printed(paths, folder):
    """The PDF of each workbook."""
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True, exist_ok=True)
    (profile / "user/registrymodifications.xcu").write_text(PROFILE, encoding="utf-8")
    pdfs = []
    for number, path in enumerate(paths):
        out = folder / f"{len(list(folder.iterdir()))}-{number}"
        out.mkdir()
        subprocess.run(["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", "pdf", "--outdir", str(out),
                        str(path)], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        pdfs.append(out / f"{path.stem}.pdf")
    return pdfs


# What stands on the page.

def hashes(page):
    return [f"hashes: “{word['text']}”" for word in page.extract_words() if re.fullmatch(r"#{3,}", word["text"])]


def small(page):
    # The size of a letter that is turned is its width: titles of axes have the size of what lies beside them.
    sizes = Counter(round(char["size"], 2) for char in page.chars if char["text"].strip() and char["upright"])
    return [f"small: {count} letters of {size} points" for size, count in sorted(sizes.items()) if size < LEAST_POINTS - 0.01]


def borders(page):
    """Upright and level lines: (place, from, to). Bars behind numbers are surfaces, and no lines."""
    upright, level = [], []
    for edge in page.edges:
        if edge["object_type"].startswith("rect") and edge.get("fill") and not edge.get("stroke"):
            continue
        if edge["orientation"] == "v" and edge["bottom"] - edge["top"] > 4:
            upright.append((edge["x0"], edge["top"], edge["bottom"]))
        elif edge["orientation"] == "h" and edge["x1"] - edge["x0"] > 4:
            level.append((edge["top"], edge["x0"], edge["x1"]))
    return sorted(set(upright)), sorted(set(level))


def drawn_over(page):
    """Letters through which a border of a cell goes. Charts lie on lines of their own, and are looked at without."""
    upright, level = borders(page)
    fonts = [char for char in page.chars if char["text"].strip() and char["upright"]]
    found = []
    for char in fonts:
        middle = (char["top"] + char["bottom"]) / 2
        width, height = char["x1"] - char["x0"], char["bottom"] - char["top"]
        across = any(char["x0"] + width * 0.3 < x < char["x1"] - width * 0.3 and top < middle < bottom
                     for x, top, bottom in upright)
        # The upper quarter of a letter's box is for marks, the lowest for tails.
        through = any(char["top"] + height * 0.3 < y < char["bottom"] - height * 0.3
                      and left < (char["x0"] + char["x1"]) / 2 < right for y, left, right in level)
        if across or through:
            found.append(char)
    return found


def border(page, charts):
    chars = [char for char in drawn_over(page) if not any(inside(char, chart) for chart in charts)]
    if not chars:
        return []
    words = "".join(char["text"] for char in chars[:20])
    return [f"border: a line goes through “{words}” at {chars[0]['x0']:.0f}, {chars[0]['top']:.0f}"]


def inside(char, box):
    x0, top, x1, bottom = box
    return x0 - 2 <= char["x0"] and char["x1"] <= x1 + 2 and top - 2 <= char["top"] and char["bottom"] <= bottom + 2


def overlap(page):
    """Letters upon one another: what is cut below its cell lies on the next one's text."""
    chars = sorted((char for char in page.chars if char["text"].strip() and char["upright"]), key=lambda char: char["x0"])
    found = []
    for position, one in enumerate(chars):
        for other in chars[position + 1:]:
            if other["x0"] >= one["x1"]:
                break
            wide = min(one["x1"], other["x1"]) - max(one["x0"], other["x0"])
            tall = min(one["bottom"], other["bottom"]) - max(one["top"], other["top"])
            if tall <= 0 or wide <= 0:
                continue
            least = min((one["x1"] - one["x0"]) * (one["bottom"] - one["top"]), (other["x1"] - other["x0"]) * (other["bottom"] - other["top"]))
            if wide * tall > 0.45 * least and one["text"] != other["text"]:
                found.append(one["text"] + other["text"])
    return [f"overlap: {len(found)} letters lie upon others: {' '.join(found[:8])}"] if found else []


def beyond(page):
    """Letters off the paper, or in its margin at the right."""
    chars = [char for char in page.chars if char["text"].strip() and (char["x1"] > page.width - 15 or char["x0"] < 15)]
    return [f"cut: “{''.join(char['text'] for char in chars[:20])}” runs off the paper"] if chars else []


# What stands in the file.

def areas(book):
    """By sheet the last column and row that are printed."""
    found = {}
    for sheet in book.worksheets:
        area = sheet.print_area
        area = area.split("!")[-1].split(",")[0] if area else sheet.calculate_dimension()
        found[sheet.title] = range_boundaries(area.replace("$", ""))
    return found


def words_of(sheet, area):
    left, top, right, bottom = area
    hidden = {letter for letter, one in sheet.column_dimensions.items() if one.hidden}
    for row in sheet.iter_rows(top, bottom, left, right):
        if sheet.row_dimensions[row[0].row].hidden:
            continue
        for cell in row:
            if isinstance(cell.value, str) and get_column_letter(cell.column) not in hidden:
                yield cell, re.findall(r"\w+", cell.value)


def planned(sheet):
    """Pages that the sheet's own breaks make; `None` where it has none of its own."""
    rows = len(sheet.row_breaks.brk) + 1
    return rows if sheet.print_area else None


def by_sheet(book, pdf):
    """Pages of each sheet, by its first words: in order, each page to the first sheet whose words it holds best."""
    texts = [page.extract_text() or "" for page in pdf.pages]
    plan = [(sheet, planned(sheet)) for sheet in book.worksheets]
    if None not in [count for _, count in plan] and sum(count for _, count in plan) == len(texts):
        start, found = 0, {}
        for sheet, count in plan:
            found[sheet.title] = list(range(start, start + count))
            start += count
        return found
    return None


def cut(book, pdf):
    pages = by_sheet(book, pdf)
    found = []
    areas_ = areas(book)
    for sheet in book.worksheets:
        texts = [pdf.pages[number] for number in pages[sheet.title]] if pages else pdf.pages
        letters = Counter("".join(char["text"] for page in texts for char in page.chars if char["text"].isalnum()))
        wanted = Counter()
        for _cell, words in words_of(sheet, areas_[sheet.title]):
            wanted.update("".join(words).replace("_", ""))
        missing = wanted - letters
        if pages and sum(missing.values()) > 0:
            found.append(f"{sheet.title}: cut: {sum(missing.values())} letters of its texts are not on paper: {dict(missing.most_common(4))}")
    return found


def merged(book):
    """Merged cells that straddle columns of the headings, or part of a row of figures."""
    found = []
    for sheet in book.worksheets:
        left, top, right, bottom = areas(book)[sheet.title]
        ranges = [one for one in sheet.merged_cells.ranges if one.max_row >= top and one.min_row <= bottom]
        wide = [one for one in ranges if one.max_col > one.min_col]
        for one in wide:
            is_whole = one.min_col == left and one.max_col >= min(right, last_column(sheet, one.min_row, right))
            is_heading = sheet.cell(one.min_row, one.min_col).font.bold and any(
                other.min_row <= one.max_row + 1 and other.max_row >= one.min_row for other in ranges if other != one) or is_whole
            if not is_whole and not is_heading:
                found.append(f"{sheet.title}: merged: {one.coord} goes over several columns")
            for other in wide:
                crosses = one.min_col < other.min_col <= one.max_col < other.max_col
                if crosses and abs(one.min_row - other.min_row) <= 3 and sheet.cell(one.min_row, one.min_col).fill.fgColor.rgb == \
                        sheet.cell(other.min_row, other.min_col).fill.fgColor.rgb:
                    found.append(f"{sheet.title}: merged: {one.coord} and {other.coord} straddle one another")
    return found


def last_column(sheet, row, right):
    """The last column with a border in the row: where a table narrower than its sheet ends."""
    for column in range(right, 0, -1):
        if sheet.cell(row, column).border.right.style:
            return column
    return right


MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"


def headings(sheet, column, row):
    """The words over a cell, from its own column upwards, merged ones too."""
    words = []
    for line in range(1, row):
        value = sheet.cell(line, column).value
        for one in sheet.merged_cells.ranges:
            if one.min_row <= line <= one.max_row and one.min_col <= column <= one.max_col:
                value = sheet.cell(one.min_row, one.min_col).value
        if isinstance(value, str) and value not in words:
            words.append(value)
    return words


def columns(path, book, cells):
    """Bars, and charts, that stand on another column than the one whose name they bear."""
    found = []
    with zipfile.ZipFile(path) as package:
        charts = [name for name in package.namelist() if re.fullmatch(r"xl/charts/chart\d+\.xml", name)]
        drawn = {}
        for name in charts:
            root = ElementTree.fromstring(package.read(name))
            title = "".join(node.text or "" for node in root.iter("{http://schemas.openxmlformats.org/drawingml/2006/main}t"))
            for series in root.iter(f"{CHART}ser"):
                words = "".join(node.text or "" for node in series.find(f"{CHART}tx").iter(f"{CHART}v"))
                formula = series.find(f"{CHART}val").find(f".//{CHART}f").text
                sheet, area = formula.rsplit("!", 1)
                sheet = sheet.strip("'").replace("''", "'")
                left, top, right, bottom = range_boundaries(area.replace("$", ""))
                for row in range(top, bottom + 1):
                    value = cells[sheet].cell(row, left).value
                    source = re.fullmatch(r"=(?:'(.+)'!|([^!']+)!)?\$?([A-Z]+)\$?(\d+)", value) if isinstance(value, str) else None
                    if not source:
                        continue
                    there = (source[1] or source[2] or sheet).replace("''", "'")
                    column = openpyxl.utils.column_index_from_string(source[3])
                    drawn.setdefault(there, {}).setdefault(column, []).append((int(source[4]), words, title))
        for sheet, sources in drawn.items():
            for column, points in sources.items():
                over = " / ".join(headings(book[sheet], column, points[0][0])).lower()
                for words in {words for _, words, _ in points}:
                    year = re.search(r"\d{4}$", words)
                    is_last = bool(re.search(r"cùng kỳ$|last year$", over)) or bool(year) and f"{int(year[0]) + 1}" not in over.split(" / ")[-1]
                    name = words.lower()
                    fits = name in over or (bool(year) and (is_last if points_of_base(sources, column, words) else "cùng kỳ" not in
                                                           over.split(" / ")[-1] and "tăng" not in over.split(" / ")[-1]))
                    if not fits:
                        found.append(f"{sheet}: column: the chart's “{words}” is drawn from the column “{over[-60:]}”")
        names = sheet_parts(package)
        for sheet, part in names.items():
            root = ElementTree.fromstring(package.read(part))
            for rule in root.iter(f"{MAIN}conditionalFormatting"):
                if not any(one.get("type") == "dataBar" for one in rule.iter(f"{MAIN}cfRule")):
                    continue
                for area in rule.get("sqref").split():
                    left, top, right, bottom = range_boundaries(area)
                    known = drawn.get(sheet, {})
                    firsts = set(known)
                    # A month in which nothing is known has bars and no chart.
                    if left != right or (firsts and left not in firsts) or any("cùng kỳ" in words.lower() for words in
                                                                  headings(book[sheet], left, top)[-1:]):
                        found.append(f"{sheet}: column: bars lie on {area}, and its charts draw "
                                     f"{', '.join(get_column_letter(one) for one in sorted(firsts)) or 'nothing'}")
    return found


def points_of_base(sources, column, words):
    """Whether the series is of an earlier year than another one drawn from this sheet."""
    year = int(re.search(r"\d{4}$", words)[0])
    others = [int(re.search(r"\d{4}$", name)[0]) for points in sources.values() for _, name, _ in points if re.search(r"\d{4}$", name)]
    return year < max(others)


def sheet_parts(package):
    relations = ElementTree.fromstring(package.read("xl/_rels/workbook.xml.rels"))
    targets = {one.get("Id"): one.get("Target") for one in relations}
    book = ElementTree.fromstring(package.read("xl/workbook.xml"))
    key = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
    return {one.get("name"): "xl/" + targets[one.get(key)].lstrip("/").removeprefix("xl/") for one in book.iter(f"{MAIN}sheet")}


def chart_boxes(page):
    """Where pictures of charts lie: large frames of lines that hold no cells."""
    return [(one["x0"], one["top"], one["x1"], one["bottom"]) for one in page.rects
            if one["width"] > 120 and one["height"] > 80 and one.get("fill")]


def look(path, pdf_path, pages_most=None):
    book = openpyxl.load_workbook(path, data_only=True)
    cells = openpyxl.load_workbook(path)
    found = []
    with pdfplumber.open(pdf_path) as pdf:
        if pages_most is not None and len(pdf.pages) > pages_most:
            found.append(f"pages: {len(pdf.pages)} pages, at most {pages_most}")
        plan = [planned(sheet) for sheet in book.worksheets]
        if None not in plan and sum(plan) != len(pdf.pages):
            found.append(f"pages: {len(pdf.pages)} pages, and its own breaks make {sum(plan)}")
        for number, page in enumerate(pdf.pages, 1):
            boxes = chart_boxes(page)
            for fault in hashes(page) + small(page) + border(page, boxes) + overlap(page) + beyond(page):
                found.append(f"page {number}: {fault}")
        found += cut(book, pdf)
    return found + merged(book) + columns(path, book, cells)


# Faults planted, each of which must be found.

def planted(path, folder):
    """(kind, workbook with it) for each kind."""
    def saved(name, change):
        book = openpyxl.load_workbook(path)
        sheet = next(one for one in book.worksheets if one.max_column > 5 and one.max_row > 12)
        change(book, sheet)
        target = folder / f"{name}.xlsx"
        book.save(target)
        return target

    def body(sheet):
        """The first cell with a number in the table."""
        for row in sheet.iter_rows(6, sheet.max_row):
            for cell in row[1:]:
                if isinstance(cell.value, (int, float)):
                    return cell
        raise SystemExit("no number in the workbook")

    def narrow(book, sheet):
        cell = body(sheet)
        cell.value, cell.number_format = 123456789, "#,##0"
        sheet.column_dimensions[cell.column_letter].width = 3

    def tiny(book, sheet):
        cell = body(sheet)
        cell.font = Font(name="Times New Roman", size=7)

    def over(book, sheet):
        cell = sheet.cell(body(sheet).row, 1)
        cell.value, cell.alignment = "Hàng thấp hơn chữ", Alignment(vertical="center")
        sheet.row_dimensions[cell.row].height = 5

    def low(book, sheet):
        cell = sheet.cell(body(sheet).row, 1)
        cell.value = "Nhiều dòng chữ trong một ô quá thấp " * 6
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        sheet.row_dimensions[cell.row].height = 14

    def straddling(book, sheet):
        cell = body(sheet)
        sheet.merge_cells(start_row=cell.row, end_row=cell.row, start_column=cell.column, end_column=cell.column + 1)

    def long(book, sheet):
        for row in range(1, 9):
            sheet.row_dimensions[row].height = 300

    yield "hashes", saved("hashes", narrow)
    yield "small", saved("small", tiny)
    yield ("border", "overlap", "cut"), saved("border", over)
    yield ("border", "overlap", "cut"), saved("cut", low)
    yield "merged", saved("merged", straddling)
    yield "pages", saved("pages", long)
    for name, part, pattern, change in (
            ("bars", r"xl/worksheets/sheet\d+\.xml", r'(<conditionalFormatting sqref=")([A-Z]+)(\d+:)([A-Z]+)(\d+"><cfRule type="dataBar")',
             lambda found: f"{found[1]}{following(found[2])}{found[3]}{following(found[4])}{found[5]}"),
            ("chart", r"xl/worksheets/sheet\d+\.xml", r'(<f>)([A-Z]+)(\d+</f>)', lambda found: f"{found[1]}{following(found[2])}{found[3]}")):
        target = folder / f"{name}.xlsx"
        if rewritten(path, target, part, pattern, change):
            yield "column", target


def following(letters):
    return get_column_letter(openpyxl.utils.column_index_from_string(letters) + 2)


def rewritten(path, target, part, pattern, change):
    count = 0
    with zipfile.ZipFile(path) as package, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as changed:
        for item in package.infolist():
            data = package.read(item)
            if re.fullmatch(part, item.filename):
                text, made = re.subn(pattern, change, data.decode("utf-8"))
                count += made
                data = text.encode("utf-8")
            changed.writestr(item, data)
    return count > 0


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--controls", action="store_true")
    parser.add_argument("--pages", type=int)
    options = parser.parse_args()
    faults, failed = 0, 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for path, pdf in zip(options.files, printed(options.files, folder)):
            found = look(path, pdf, options.pages)
            faults += len(found)
            for fault in found:
                print(f"{path.name}, {fault}")
        if options.controls:
            plants = list(planted(options.files[0], folder))
            pdfs = printed([path for _, path in plants], folder)
            kinds = set()
            for (kind, path), pdf in zip(plants, pdfs):
                wanted = (kind,) if isinstance(kind, str) else kind
                found = look(path, pdf)
                kinds.add(path.stem)
                if not any(f": {one}:" in f": {fault}" for one in wanted for fault in found):
                    failed += 1
                    print(f"control {path.stem}: {' or '.join(wanted)} is not found, but {found[:3]}")
            for kind in {"hashes", "small", "border", "cut", "merged", "pages", "bars", "chart"} - kinds:
                failed += 1
                print(f"control {kind}: could not be planted")
    print(f"{len(options.files)} workbooks looked at, {faults} faults"
          + (f", {failed} controls that did not fail" if options.controls else ""))
    return 1 if faults or failed else 0


if __name__ == "__main__":
    sys.exit(main())
