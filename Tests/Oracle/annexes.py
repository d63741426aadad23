#!/usr/bin/env python3
"""annexes.py ORACLE.csv WORKBOOK.xlsx CATALOGUE [SUMMARY.txt]: every figure in the printed annexes, and in the summary's table of the
whole province, against the recomputed ones. Prints each disagreement and how many were compared; exit 1 on any.

The annexes name indicators and places in words, so words are matched: the names of indicators.csv, the short names with their unit,
the names of places with their type. Cells are read by openpyxl with the values that the workbook has cached.
"""
import csv
import re
import sys
import warnings
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import openpyxl

# Data bars of 2010 are unknown to openpyxl, and nothing that is compared.
warnings.filterwarnings("ignore", module="openpyxl")

MARKS = {"CB", "...", "x", "KSS", "(bm)"}


def read_csv(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def number(cell, decimals):
    """A cell's number as text with the indicator's decimals; a mark stays a mark."""
    value = cell.value
    if isinstance(value, str):
        return value.strip()
    return str(Decimal(repr(value)).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP) + 0)


class Comparison:
    def __init__(self, oracle, catalogue):
        self.figures = {}
        for row in oracle:
            self.figures[row["indicator"], row["unit"], row["measure_of"]] = row
        self.indicators = read_csv(catalogue / "indicators.csv")
        self.compared, self.wrong = 0, []

    def hold(self, where, indicator, unit, span, found):
        expected = self.figures.get((indicator["code"], unit, span))
        if expected is None:
            self.wrong.append(f"{where}: {indicator['code']} {unit} {span} is not in the oracle")
            return
        decimals = int(indicator["decimals"] or 0)
        if expected["mark"] in MARKS:
            wanted = expected["mark"]
        else:
            wanted = str(Decimal(expected["value"]).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP) + 0)
        self.compared += 1
        if found != wanted:
            self.wrong.append(f"{where}: {indicator['code']} {unit} {span}: {found}, the oracle has {wanted}")


class InOrder:
    """Indicators by a name that two of them may share: they are printed in the order of the catalogue."""

    def __init__(self, indicators, field):
        self.indicators, self.field, self.place = indicators, field, 0

    def next(self, name):
        for place in range(self.place, len(self.indicators)):
            if name in (self.indicators[place][field] for field in (self.field, "short_vi")):
                self.place = place + 1
                return self.indicators[place]
        return None


def header_rows(sheet, first):
    """Row of the first heading, and the headings of each column from top to bottom."""
    for row in range(1, 16):
        if sheet.cell(row, 1).value == first:
            break
    else:
        return None
    below = row + 1
    last = row
    while sheet.cell(below, 1).value is None and below < row + 4:
        last, below = below, below + 1
    merged = {}
    for area in sheet.merged_cells.ranges:
        for cells in sheet.iter_rows(area.min_row, area.max_row, area.min_col, area.max_col):
            for cell in cells:
                merged[cell.row, cell.column] = sheet.cell(area.min_row, area.min_col).value
    paths = {}
    for column in range(1, sheet.max_column + 1):
        path = []
        for line in range(row, last + 1):
            text = merged.get((line, column), sheet.cell(line, column).value)
            if text and (not path or path[-1] != text):
                path.append(text)
        paths[column] = path
    return last + 1, paths


def compare_provinces(sheet, comparison, province):
    """Sheets with a row for each indicator: the province's figures by span."""
    found = header_rows(sheet, "Chỉ tiêu")
    if not found:
        return
    start, paths = found
    spans = {}
    for column, path in paths.items():
        words = " / ".join(path)
        if words == "Kỳ này":
            spans[column] = "current"
        elif words in ("So với kỳ trước / Số liệu",):
            spans[column] = "previous"
        elif re.match(r"So với cùng kỳ (năm trước|năm \d+) / Số liệu$", words):
            spans[column] = "last_year"
        elif words in ("Lũy kế từ đầu năm", "Lũy kế từ đầu năm / Số liệu"):
            spans[column] = "ytd"
        elif words == "Lũy kế từ đầu năm / Cùng kỳ năm trước":
            spans[column] = "ytd_last_year"
    following = InOrder(comparison.indicators, "name_vi")
    for row in range(start, sheet.max_row + 1):
        indicator = following.next(sheet.cell(row, 1).value)
        if indicator is None:
            continue
        for column, span in spans.items():
            cell = sheet.cell(row, column)
            found = number(cell, int(indicator["decimals"] or 0))
            comparison.hold(f"{sheet.title}!{cell.coordinate}", indicator, province, span, found)


def compare_places(sheet, comparison, domain, places):
    """Sheets with a row for each place: the period's figures of one domain, and its leading indicator a year before."""
    found = header_rows(sheet, "Địa bàn")
    if not found:
        return
    start, paths = found
    indicators = [row for row in comparison.indicators if row["domain"] == domain]
    lead = next(row for row in indicators if row["kind"] == "flow")
    columns = dict(zip(range(2, 2 + len(indicators)), indicators))
    base = 2 + len(indicators)
    for row in range(start, sheet.max_row + 1):
        name = sheet.cell(row, 1).value
        unit = places.get(name) if name else None
        if unit is None:
            continue
        for column, indicator in columns.items():
            assert indicator["short_vi"] in " ".join(paths[column]), (sheet.title, column, paths[column], indicator["short_vi"])
            cell = sheet.cell(row, column)
            found = number(cell, int(indicator["decimals"] or 0))
            comparison.hold(f"{sheet.title}!{cell.coordinate}", indicator, unit, "current", found)
        # Of a year that the ledger does not hold there is no column.
        if not paths.get(base) or not re.search(r"^Cùng kỳ$|: cùng kỳ năm \d+$", paths[base][-1]):
            continue
        cell = sheet.cell(row, base)
        comparison.hold(f"{sheet.title}!{cell.coordinate}", lead, unit, "last_year", number(cell, int(lead["decimals"] or 0)))


def compare_named(sheet, first, comparison, places):
    """Other sheets with a row for each place: columns that bear an indicator's short name, or its years side by side."""
    found = header_rows(sheet, first)
    if not found:
        return
    start, paths = found
    years = sorted({path[-1] for path in paths.values() if path and re.match(r"Năm \d{4}$", path[-1])}, reverse=True)
    spans = dict(zip(years, ("current", "last_year")))
    for column, path in paths.items():
        for indicator in comparison.indicators:
            if path and path[-1].removesuffix(" (%)") == indicator["short_vi"]:
                span = "current"
            elif path and path[0] in (indicator["short_vi"], f"{indicator['short_vi']} ({indicator['unit_vi']})"):
                span = spans.get(path[-1])
            else:
                continue
            for row in range(start, sheet.max_row + 1):
                unit = places.get(sheet.cell(row, 1).value)
                if unit and span:
                    cell = sheet.cell(row, column)
                    comparison.hold(f"{sheet.title}!{cell.coordinate}", indicator, unit, span,
                                    number(cell, int(indicator["decimals"] or 0)))


def compare_summary(path, comparison, province):
    """The summary's lines of the whole province: short name, unit, this period, last year."""
    text = path.read_text(encoding="utf-8")
    part = text.split("SỐ LIỆU TOÀN TỈNH", 1)[1].split("Ký hiệu:", 1)[0]
    following = InOrder(comparison.indicators, "short_vi")
    spans = ("current", "last_year", "ytd") if "Cùng kỳ" in part else ("current", "ytd")
    places = {"current": 2, "last_year": 3, "ytd": 6 if len(spans) == 3 else 3}
    seen = 0
    for line in part.splitlines():
        words = re.split(r"\s{2,}", line.strip())
        indicator = following.next(words[0]) if len(words) > places["ytd"] else None
        if indicator is None:
            continue
        seen += 1
        for span in spans:
            word = words[places[span]]
            plain = word.replace(" (sb)", "").replace(" (đc)", "")
            if plain == "-":
                plain = "0"
            if plain not in MARKS:
                plain = plain.replace(".", "").replace(",", ".")
                plain = str(Decimal(plain).quantize(Decimal(1).scaleb(-int(indicator["decimals"] or 0))) + 0)
            comparison.hold(f"{path.name}: {line.strip()[:30]}", indicator, province, span, plain)
    if seen < len(comparison.indicators) // 2:
        comparison.wrong.append(f"{path.name}: only {seen} lines of indicators were found")


def main():
    oracle, workbook, catalogue = read_csv(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3])
    comparison = Comparison(oracle, catalogue)
    units = {row["unit"] for row in oracle}
    province = next(unit[:-2] for unit in units if unit.endswith("-0"))
    places = {"Toàn tỉnh": province, "Cấp tỉnh (không phân theo xã)": f"{province}-0"}
    data = openpyxl.load_workbook(workbook.with_name(workbook.name.replace("tong-hop", "so-lieu")), data_only=True)
    for sheet in data.worksheets:
        headings = [cell.value for cell in sheet[1]]
        if "Mã địa bàn" in headings and "Địa bàn" in headings:
            code, name = headings.index("Mã địa bàn"), headings.index("Địa bàn")
            for row in sheet.iter_rows(min_row=2, values_only=True):
                if row[name]:
                    # Two communes of one name would be told apart by their district alone; they are left out.
                    known = places.setdefault(row[name], row[code])
                    if known != row[code]:
                        places[row[name]] = None
    book = openpyxl.load_workbook(workbook, data_only=True)
    domains = list(dict.fromkeys(row["domain"] for row in comparison.indicators))
    by_place = [sheet for sheet in book.worksheets if header_rows(sheet, "Địa bàn")]
    for sheet in book.worksheets:
        compare_provinces(sheet, comparison, province)
    for sheet in by_place:
        words = " ".join(word for path in header_rows(sheet, "Địa bàn")[1].values() for word in path)
        fitting = [domain for domain in domains
                   if all(row["short_vi"] in words for row in comparison.indicators if row["domain"] == domain)]
        if fitting:
            compare_places(sheet, comparison, fitting[0], places)
        else:
            compare_named(sheet, "Địa bàn", comparison, places)
    for sheet in book.worksheets:
        compare_named(sheet, "Xã biên giới", comparison, places)
    if len(sys.argv) > 4:
        compare_summary(Path(sys.argv[4]), comparison, province)
    for line in comparison.wrong:
        print(line)
    print(f"{workbook.name}: {comparison.compared} printed figures compared, {len(comparison.wrong)} disagreements")
    return 1 if comparison.wrong or comparison.compared == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
