#!/usr/bin/env python3
"""sent_workbooks.py --binary PROGRAM [--inputs DIR] [--seed S] [--rounds N] [--office] [--only WRITER,…]: workbooks against the same as CSV.

Takes the sample's month and, for each further round, a month with seeded slips; writes every file as CSV and as workbooks of each
writer (making_workbooks.py; with --office LibreOffice's own copies as well), with what offices do to them: text or number cells,
codes as numbers, dates since 1904, a guide before, merged, hidden, moved. Demanded of each: the same tallies and the same findings
at the same cells. Prints each disagreement and the states that were reached; exit 1 on a disagreement, on a state never reached,
or where a control passes.

Controls of every run: a workbook with one count that is one more must have other tallies; one whose rows stand one lower than said
must have findings at other cells.
"""
import argparse
import copy
import datetime
import random
import re
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

import making_workbooks as making
import sent
from making_workbooks import Book, Cell, Sheet

# What can be said of text alone: how its bytes and separators are understood.
OF_TEXT = {"encoding", "doubtful-encoding", "number-style", "row-length", "lone-quote"}
FEATURES = ["text", "codes", "since_1904", "blank_column", "blank_rows", "guide", "merged", "hidden_rows", "hidden_column",
            "hidden_sheet", "formulas", "rich", "other_name"]
# The form whose sheet is hidden where several stand in one workbook.
HIDDEN = "02-tt"
# What a format cannot hold, or means nothing in.
WITHOUT = {"html_table": {"since_1904", "hidden_rows", "hidden_column", "hidden_sheet", "formulas", "rich", "guide"},
           "excel_2003_xml": {"since_1904", "formulas", "rich"}, "odfpy_ods": {"since_1904", "formulas", "rich"},
           "xlwt_xls": {"formulas", "rich"}, "openpyxl_xlsx": {"formulas", "rich"},
           "xlsxwriter_inline": {"formulas", "rich", "merged", "hidden_rows"}}


def number(text):
    """A number as a spreadsheet holds it."""
    value = float(text.replace(".", "").replace(",", "."))
    return int(value) if value == int(value) else value


def date(text):
    try:
        return datetime.datetime.strptime(text, "%d/%m/%Y").date()
    except ValueError:
        return None


def cells_of(table, features):
    """The rows of a table as cells of a workbook."""
    rows = [[Cell(text) for text in row] for row in table.rows]
    if "text" in features:
        return rows
    for row, cells in enumerate(rows):
        for column, cell in enumerate(cells):
            text = cell.value.strip()
            if column == table.code and row in table.data and re.fullmatch(r"\d{5}", text):
                if "codes" in features:
                    cells[column] = Cell(int(text), making.CODE)
            elif column in table.dates and row in table.data:
                if day := date(text):
                    cells[column] = Cell(day, making.DATE)
            elif re.fullmatch(rf"-?({sent.NUMBER.pattern})", text):
                cells[column] = Cell(number(text))
                if row == table.total and "formulas" in features:
                    cells[column].formula = f"=SUM(A{table.data[0] + 1}:A{table.data[-1] + 1})"
    return rows


GUIDE = [["HƯỚNG DẪN GHI BIỂU"], ["1. Chỉ ghi số, không kèm chữ."], ["2. Ghi mỗi xã, phường một dòng."], [],
         ["Ví dụ", "Mã xã", 5], ["Mẫu do Sở Dân tộc và Tôn giáo ban hành"]]


def book_of(table, features, rng):
    """(workbook, how much lower, how much to the right) its cells stand."""
    rows = cells_of(table, features)
    sheet = Sheet(rng.choice(["Biểu 02", "Sheet1", "T10", "số liệu (2)"]), rows)
    width = max(map(len, rows))
    if "rich" in features:
        for row in rows[:table.header + 1]:
            for cell in row:
                cell.rich = isinstance(cell.value, str)
    if "merged" in features:
        # Lines above the header over the whole width, where one cell alone is filled.
        sheet.merges = [(row, 0, row, width - 1) for row in range(table.header)
                        if table.rows[row] and table.rows[row][0] and not any(table.rows[row][1:])]
    if table.is_tall:
        sheet.merges += [(table.header, column, table.header + 1, column) for column, name in enumerate(table.rows[table.header]) if name]
    if "hidden_rows" in features and table.data:
        sheet.hidden_rows = set(rng.sample(table.data, min(2, len(table.data))))
    if "hidden_column" in features and table.counts:
        sheet.hidden_columns = {rng.choice([0, *table.counts])}
    down, right = 2 * ("blank_rows" in features), int("blank_column" in features)
    sheet.rows = [[] for _ in range(down)] + [[None] * right + row for row in rows]
    sheet.merges = [(top + down, left + right, bottom + down, last + right) for top, left, bottom, last in sheet.merges]
    sheet.hidden_rows = {row + down for row in sheet.hidden_rows}
    sheet.hidden_columns = {column + right for column in sheet.hidden_columns}
    sheets = [sheet]
    if "guide" in features:
        sheets.insert(0, Sheet("Hướng dẫn", [[Cell(value) for value in row] for row in GUIDE]))
    if "hidden_sheet" in features:
        sheets.append(Sheet("danh sách", [[Cell("Có")], [Cell("Không")], [Cell("chủ trì")], [Cell("phối hợp")]], hidden=True))
    return Book(sheets, "since_1904" in features), down, right


# Slips that mean the same in a text file and in a workbook.


def with_slips(table, rng):
    changes, rows = {}, table.data
    for place in rng.sample(table.numbers, min(6, len(table.numbers))):
        old = table.rows[place[0]][place[1]]
        changes[place] = rng.choice(["hai buổi", f"-{old}", "99999", "2,5", "...", "", "không", "x", "#REF", f"{old} người", "0"])
    for row in rng.sample(rows, min(4, len(rows))):
        changes[row, table.place] = rng.choice(["Mường Xại", "Tô Hiêu", "Xã Không Có", "", table.rows[rows[0]][table.place]])
    for row in rng.sample(rows, min(2, len(rows))):
        if table.rows[row][table.code]:
            changes[row, table.code] = rng.choice(["99999", "03649", "", table.rows[rows[-1]][table.code]])
    for row in rng.sample(rows, min(3, len(rows))):
        for column in table.dates:
            changes[row, column] = rng.choice(["32/13/2026", "01/01/2026", "20/12/2026", "", "15/09/2026"])
    made = table.changed(changes)
    if rows and rng.random() < 0.4:
        header = list(made.rows[table.header])
        if table.counts:
            header[rng.choice(table.counts)] = rng.choice(["Cột lạ", "", "Số lop"])
        made.rows[table.header] = header
    return made.with_tall_header() if rng.random() < 0.3 else made


def asked(reading, down=0, right=0):
    """Findings to compare: rule, level, row, column, header and value."""
    found = Counter()
    for finding in reading.findings:
        if finding.rule not in OF_TEXT:
            row = finding.row - down if finding.row else 0
            column = finding.column - right if finding.column else finding.column
            found[finding.rule, finding.level, row, column, sent.plain(finding.header), sent.plain(finding.value)] += 1
    return found


def is_allowed(finding, features, spent):
    """Whether a finding that the CSV does not have belongs to what was done to the workbook; one query for what is hidden."""
    rule, level, *_ = finding
    if level == "note" and features & {"guide", "hidden_sheet", "hidden_column", "hidden_rows", "other_name", "since_1904"}:
        return True
    if level == "query" and features & {"hidden_rows", "hidden_column"} and "hidden" in rule and not spent:
        spent.append(rule)
        return True
    return False


def disagreements(got, want, features, down, right):
    """What is not the same in two readings, a line each."""
    if len(got) != 1 or len(want) != 1:
        return [f"{len(got)} readings, {len(want)} of the CSV"]
    got, want = got[0], want[0]
    lines = []
    if (got.what, got.state, got.unlisted) != (want.what, want.state, want.unlisted):
        lines.append(f"read as {got.what} {got.state} {got.unlisted}, the CSV as {want.what} {want.state} {want.unlisted}")
    if got.rows != want.rows:
        lines.append(f"rows refused without place, read, counted: {got.rows}, of the CSV {want.rows}")
    different = [key for key in got.tallies.keys() | want.tallies.keys() if got.tallies.get(key) != want.tallies.get(key)]
    for key in sorted(different, key=str)[:3]:
        lines.append(f"tally {key}: {got.tallies.get(key)}, of the CSV {want.tallies.get(key)}")
    if len(different) > 3:
        lines.append(f"and {len(different) - 3} tallies more")
    found, wanted, spent = asked(got, down, right), asked(want), []
    words = {finding.rule: finding.words for finding in got.findings}
    for finding in sorted(found - wanted, key=str):
        if not is_allowed(finding, features, spent):
            lines.append(f"more: {finding} {words.get(finding[0], '')[:160]}")
    lines += [f"less: {finding}" for finding in sorted(wanted - found, key=str)]
    if "hidden_rows" in features and not spent and got.rows[1]:
        lines.append("what is hidden is not asked about")
    return lines


class Made:
    """A workbook beside its CSV."""

    def __init__(self, table, writer, features, rng, oddity=None):
        self.table, self.writer, self.oddity = table, writer, oddity
        self.features = features - WITHOUT.get(writer, set())
        self.book, self.down, self.right = book_of(table, self.features, rng)
        self.content = making.WRITERS[writer](copy.deepcopy(self.book))
        if oddity:
            self.content = making.ODDITIES[oddity](self.content)
        ending = making.ENDINGS[writer]
        if "other_name" in self.features:
            ending = rng.choice([other for other in (".xls", ".xlsx", ".csv", ".ods") if other != ending])
        self.name = Path(table.name).stem + ending

    def told(self):
        return f"{self.table.name} by {self.writer} ({', '.join(sorted(self.features)) or 'plain'}{', ' + self.oddity if self.oddity else ''})"


def converted(made, folder, ending):
    """LibreOffice's own copies of workbooks: {index: bytes}."""
    source, out = folder / "in", folder / f"out-{ending}"
    source.mkdir(parents=True, exist_ok=True)
    for index, one in enumerate(made):
        (source / f"{index}.xlsx").write_bytes(one.content)
    subprocess.run(["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", ending,
                    "--outdir", out, *sorted(source.glob("*.xlsx"))], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
    return {index: (out / f"{index}.{ending}").read_bytes() for index in range(len(made)) if (out / f"{index}.{ending}").exists()}


class Comparison:
    """Sends months of workbooks and counts what agrees."""

    def __init__(self, options, folder):
        self.options, self.folder = options, folder
        self.reached, self.faults, self.compared = Counter(), [], Counter()

    def send(self, files):
        return sent.send(self.options.binary, self.options.inputs, self.folder / "office", files)

    def compare(self, made, want, label):
        got = self.send({one.name: one.content for one in made})
        for one in made:
            lines = disagreements(got[one.name], want[one.table.name], one.features, one.down, one.right)
            for state in [one.writer, one.oddity, *one.features, *(["tall header"] if one.table.is_tall else []),
                          *(f"{one.writer}+{feature}" for feature in one.features)]:
                self.reached[state or "as written"] += 1
            self.compared["files"] += 1
            self.compared["tallies"] += sum(len(reading.tallies) for reading in want[one.table.name])
            self.compared["findings"] += sum(sum(asked(reading).values()) for reading in want[one.table.name])
            if lines:
                self.faults.append((f"{label}: {one.told()}", lines))
                if self.options.keep:
                    self.options.keep.mkdir(parents=True, exist_ok=True)
                    (self.options.keep / f"{len(self.faults):03}-{one.writer}-{one.name}").write_bytes(one.content)
                    (self.options.keep / f"{len(self.faults):03}-{one.writer}-{one.table.name}").write_bytes(one.table.bytes())
        return got

    def controls(self, right, slipped, want):
        """(controls that passed, how many there are): counts one more in the sample, and rows one lower among slips."""
        rng, made = random.Random(f"{self.options.seed} controls"), []
        for table, other in zip(right, slipped):
            cells = [place for place in table.numbers if place[1] == min(table.counts) and table.rows[place[0]][place[1]].isdecimal()]
            if len(made) % 2 and cells and not table.dates:
                row, column = rng.choice(cells)
                changed = table.changed({(row, column): str(int(table.rows[row][column]) + 1)})
                made.append((Made(changed, "openpyxl_xlsx", set(), rng), want[0][table.name]))
            elif any(finding[2] for reading in want[1][table.name] for finding in asked(reading)) and table.data:
                made.append((Made(other, "openpyxl_xlsx", {"blank_rows"}, rng), want[1][table.name]))
                made[-1][0].down = 1
        got = self.send({one.name: one.content for one, _ in made})
        passed = [one.told() for one, wanted in made if not disagreements(got[one.name], wanted, one.features, one.down, one.right)]
        return passed, len(made)

    def together(self, tables, want):
        """All forms of a department in one workbook: each sheet is a submission."""
        groups = {}
        for table in tables:
            department, _, form = Path(table.name).stem.partition("-")
            groups.setdefault(department, {}).setdefault(re.match(r"\d\d-[a-z]+", form)[0], table)
        books = {}
        for department, by_form in groups.items():
            if len(by_form) > 1:
                sheets = [Sheet(f"Biểu {form}", cells_of(table, set()), hidden=form == HIDDEN) for form, table in by_form.items()]
                books[department] = making.WRITERS["openpyxl_xlsx"](Book([Sheet("Hướng dẫn", [[Cell("Ghi vào các biểu sau")]]), *sheets]))
        got = self.send({f"{department}.xlsx": content for department, content in books.items()})
        for department, content in books.items():
            found = {reading.what[1]: reading for reading in got[f"{department}.xlsx"]}
            for form, table in groups[department].items():
                wanted = want[table.name]
                key = wanted[0].what[1]
                lines = disagreements([found[key]] if key in found else [], wanted, {"guide", "hidden_rows"} if form == HIDDEN else {"guide"}, 0, 0)
                self.compared["files"] += 1
                self.reached["sheets together"] += 1
                if lines:
                    self.faults.append((f"{department}.xlsx, sheet Biểu {form}", lines))
                    if self.options.keep:
                        self.options.keep.mkdir(parents=True, exist_ok=True)
                        (self.options.keep / f"{department}.xlsx").write_bytes(content)


def rounds(comparison, tables, options):
    names = [name for name in making.WRITERS if not options.only or name in options.only.split(",")]
    slipped, first, turns = tables, None, 0
    for index in range(options.rounds + 1):
        label = "the sample" if index == 0 else f"round {index}"
        slipped = [with_slips(table, random.Random(f"{options.seed} {index} {table.name}")) for table in tables] if index else tables
        want = comparison.send({table.name: table.bytes() for table in slipped})
        first = first or want
        # The sample by each writer as it is; seeded months by all writers in turn, with what offices do.
        for turn, writer in enumerate(names) if index == 0 else [(0, None)]:
            made = []
            for number_, table in enumerate(slipped):
                rng = random.Random(f"{options.seed} {index} {turn} {table.name} workbook")
                by = writer or names[(number_ + index) % len(names)]
                features = {feature for feature in (FEATURES if index else ["text", "codes"]) if rng.random() < 0.25}
                odd = sorted(making.ODDITIES)[turns % len(making.ODDITIES)] if making.ENDINGS[by] == ".xlsx" and index else None
                turns += odd is not None
                made.append(Made(table, by, features, rng, odd))
            comparison.compare(made, want, label)
        if index == 0:
            comparison.together(slipped, want)
            if options.office:
                office(comparison, slipped, want)
    return slipped, (first, want)


def office(comparison, tables, want):
    made = [Made(table, "openpyxl_xlsx", {"codes"}, random.Random(table.name)) for table in tables]
    for ending in ("xlsx", "ods", "xls"):
        with tempfile.TemporaryDirectory() as folder:
            copies = converted(made, Path(folder), ending)
        others = []
        for index, content in copies.items():
            one = copy.copy(made[index])
            one.content, one.writer, one.name = content, f"LibreOffice_{ending}", f"{Path(one.table.name).stem}.{ending}"
            others.append(one)
        comparison.compare(others, want, "LibreOffice")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", required=True)
    parser.add_argument("--inputs", type=Path, default=Path("inputs"))
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--only", default="")
    parser.add_argument("--office", action="store_true", help="also LibreOffice's copies of the sample")
    parser.add_argument("--keep", type=Path, help="a folder for the workbooks that disagree, each beside its CSV")
    parser.add_argument("--show", type=int, default=20)
    options = parser.parse_args()
    tables = sent.month_of(options.inputs)
    with tempfile.TemporaryDirectory() as folder:
        comparison = Comparison(options, Path(folder))
        last, want = rounds(comparison, tables, options)
        passed, controls = comparison.controls(tables, last, want)
    for told, lines in comparison.faults[:options.show]:
        print("\n    ".join([told, *lines[:6], *([f"… and {len(lines) - 6} lines more"] if len(lines) > 6 else [])]))
    writers = [name for name in making.WRITERS if not options.only or name in options.only.split(",")]
    possible = [feature for feature in FEATURES if any(feature not in WITHOUT.get(name, ()) for name in writers)]
    never = [state for state in [*writers, *possible, *making.ODDITIES, "tall header"] if not comparison.reached[state]] if options.rounds > 3 else []
    print("reached:", ", ".join(f"{state} {count}" for state, count in sorted(comparison.reached.items()) if "+" not in state))
    print(f"{comparison.compared['files']} workbooks, {comparison.compared['tallies']} tallies and {comparison.compared['findings']} findings"
          f" compared: {len(comparison.faults)} disagree; {controls} controls, {len(passed)} passed that must fail"
          + (f"; never reached: {', '.join(never)}" if never else ""))
    for told in passed:
        print(f"  control passed: {told}")
    return 1 if comparison.faults or passed or never or not controls else 0


if __name__ == "__main__":
    sys.exit(main())
