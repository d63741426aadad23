#!/usr/bin/env python3
"""prose.py DRAFT PERIOD CATALOGUE: every number of the report's text and of the summary's digest is a figure of the workbook.

A number with a unit («45 lớp») has to stand in a row or a column of the workbook with that unit, a percentage among its percentages and rates,
any other number among the numbers and the words of its sheets. Prints each number that does not; exit 1 on any.
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

NUMBER = re.compile(r"(?<![\d/.,])(\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?)(%?)(?![\d/])")
DATES = re.compile(r"\d{1,2}:\d{2}|\d{1,2}/\d{1,2}/\d{4}|\d{1,2}/\d{4}|\b(?:năm|tháng|quý|Tháng|Năm|Quý|THÁNG|NĂM|QUÝ) \d{1,4}(?: (?:năm|và) \d{4})?|0\d/[A-ZĐ]+\w*")


def rounded(value, decimals):
    return Decimal(repr(value)).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP) + 0


def parsed(word):
    return Decimal(word.replace(".", "").replace(",", "."))


def of_units(units):
    return re.compile(r"(?<![\d/.,])(\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?) (" + "|".join(
        re.escape(unit) for unit in sorted(units, key=len, reverse=True)) + r")\b")


class Figures:
    """What the workbook shows: by unit, percentages, and all numbers in cells and words."""

    def __init__(self, book, indicators):
        self.by_unit, self.percentages, self.numbers = {}, set(), set()
        units = {row["unit_vi"] for row in indicators}
        for sheet in book.worksheets:
            headed = self.headed(sheet, units)
            above = None
            for row in sheet.iter_rows():
                of_row = next((cell.value for cell in row[:2] if cell.value in units), None) or self.of_name(row[0].value, units, above)
                above = of_row
                # A row of shares may have ranges, which are words: «30,3–35,9».
                has_shares = isinstance(row[0].value, str) and row[0].value.endswith("(%)")
                for cell in row:
                    if isinstance(cell.value, str):
                        # Notes tell figures with their units: what is compared over the same departments alone.
                        for word, unit in of_units(units).findall(DATES.sub(" ", cell.value)):
                            self.by_unit.setdefault(unit, set()).add(parsed(word))
                        told = NUMBER.findall(DATES.sub(" ", cell.value))
                        self.numbers |= {parsed(word) for word, _ in told}
                        self.percentages |= {parsed(word) for word, percent in told if percent or has_shares}
                        # What a place adds to the province's change: «góp +8,9».
                        self.percentages |= {parsed(word) for word in re.findall(r"góp [+-]?(\d+(?:,\d+)?)", cell.value)}
                        self.numbers |= {Decimal(part) for pair in re.findall(r"\b(\d+)/(\d+)\b", cell.value) for part in pair}
                    elif isinstance(cell.value, (int, float)) and not isinstance(cell.value, bool):
                        self.add(cell, of_row or headed.get(cell.column))

    @staticmethod
    def of_name(name, units, above):
        """The unit that a name of the summary bears, «Đất đai phát sinh (vụ): toàn tỉnh», and of areas below it the same."""
        if not isinstance(name, str):
            return None
        if ": góp " in name:
            return above
        indicator = name.split(": ")[0]
        named = re.search(r"\(([^()]+)\)$", indicator)
        if named and named[1] in units:
            return named[1]
        return max((unit for unit in units if re.match(re.escape(unit) + r"\b", indicator.lower())), key=len, default=None)

    @staticmethod
    def headed(sheet, units):
        """The units of columns whose heading, or that of their group, ends in one: «Giải quyết, tồn đọng (vụ)»."""
        last = {(one.min_row, one.min_col): one.max_col for one in sheet.merged_cells.ranges}
        found = {}
        for row in sheet.iter_rows(max_row=15):
            for cell in row:
                if not isinstance(cell.value, str):
                    continue
                named = re.search(r"\(([^()]+)\)$", cell.value)
                # «Vụ ma túy» names its unit first, and then not again.
                begun = [unit for unit in units if re.match(re.escape(unit) + r"\b", cell.value.lower())]
                unit = named[1] if named and named[1] in units else max(begun, key=len, default=None)
                if unit:
                    for column in range(cell.column, last.get((cell.row, cell.column), cell.column) + 1):
                        found.setdefault(column, unit)
        return found

    def add(self, cell, unit):
        value = abs(cell.value)
        if "%" in cell.number_format:
            self.percentages.add(rounded(value * 100, 1))
            return
        self.numbers |= {rounded(value, 0), rounded(value, 1)}
        self.percentages.add(rounded(value, 1))
        if unit:
            self.by_unit.setdefault(unit, set()).update({rounded(value, 0), rounded(value, 1)})


def prose(draft, period):
    """Lines of the report's text, and of the summary before its tables."""
    letter = (draft / f"bao-cao-{period}.txt").read_text(encoding="utf-8").split("như sau:", 1)[1].split("Nơi nhận:", 1)[0]
    digest = (draft / f"tong-hop-{period}.txt").read_text(encoding="utf-8").split("SỐ LIỆU TOÀN TỈNH", 1)[0]
    # Wrapped lines belong together: a number and its unit may be parted.
    return letter.splitlines() + re.sub(r"\n  (?=\S)", " ", digest).splitlines()


def check(lines, figures, units):
    wrong, count = [], 0
    for line in lines:
        text = re.sub(r"^\s*\d+\. ", "", DATES.sub(" ", line))
        text = re.sub(r"\b(\d+)/(\d+)\b", lambda pair: f" {pair[1]} {pair[2]} ", text)
        for match in NUMBER.finditer(text):
            value, rest = parsed(match[1]), text[match.end():].lstrip(" ")
            count += 1
            unit = next((unit for unit in units if re.match(re.escape(unit) + r"\b", rest)), None)
            if match[2] or rest.startswith("điểm phần trăm"):
                fits = value in figures.percentages
            elif unit and value != 0:
                fits = value in figures.by_unit.get(unit, ()) or f"{match[1]} {unit}" in ("03 tháng",)
            else:
                fits = value in figures.numbers or rest.startswith(("tháng", "mục", "báo cáo khác", "đơn vị khác", "địa bàn khác",
                                                                    "chỉ tiêu khác"))
            if not fits:
                wrong.append(f"{match[0]} {unit or ''} in «{line.strip()[:100]}»")
    return wrong, count


def main():
    draft, period, catalogue = Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3])
    with open(catalogue / "indicators.csv", encoding="utf-8-sig", newline="") as file:
        indicators = list(csv.DictReader(file))
    units = sorted({row["unit_vi"] for row in indicators if row["unit_vi"] != "%"}, key=len, reverse=True)
    figures = Figures(openpyxl.load_workbook(draft / f"tong-hop-{period}.xlsx", data_only=True), indicators)
    # A text with a figure that is not in the workbook must be found out.
    false, _ = check(["Tổ chức 987.654 lớp, đạt 87.654,3% kế hoạch."], figures, units)
    wrong, count = check(prose(draft, period), figures, units)
    for line in wrong:
        print(line)
    print(f"bao-cao-{period}.txt, tong-hop-{period}.txt: {count} numbers read back, {len(wrong)} not in the workbook")
    return 1 if wrong or count == 0 or len(false) != 2 else 0


if __name__ == "__main__":
    sys.exit(main())
