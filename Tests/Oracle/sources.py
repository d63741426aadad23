#!/usr/bin/env python3
"""sources.py --binary PROGRAM [--inputs DIR] [--period 2026-10] [--figures 1000] [--seed 1]: the lines behind figures, twice.

Runs the program in a private office with the sample's submissions up to the period, draws figures (indicator and place) by a seed,
and holds the rows of `truy-nguon-PERIOD.xlsx` (found by its columns, and by the rows that its sheet of figures leads to) against
`trace --format json`: the same files, rows and sums, nothing more and nothing less; rows that are not counted likewise; and the
figure that its own sheet prints. The same again after a second run in another folder: the workbook's bytes are the same.

Exit 1 where anything differs, or a control passes: a row less, a row of another place, and a sum that is off by one must be found.
"""
import argparse
import json
import random
import shutil
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import openpyxl

NOW = "T09:00+07:00"


def run(options, folder, *arguments):
    return subprocess.run([options.binary, *arguments, "--inputs", str(options.office / "inputs"), "--reports", str(folder),
                           "--now", f"{options.day}{NOW}"], capture_output=True, text=True, check=False)


def office(options, root):
    """The sample's catalogue, decisions and submissions of the months that the period's reports look at."""
    inputs = root / "inputs"
    shutil.copytree(options.inputs, inputs, ignore=shutil.ignore_patterns("submissions"))
    year, month = map(int, options.period.split("-"))
    for name in sorted(path.name for path in (options.inputs / "submissions").iterdir() if path.is_dir()):
        if f"{year - 1}-01" <= name <= options.period:
            shutil.copytree(options.inputs / "submissions" / name, inputs / "submissions" / name)
    return root


def table(book, name):
    rows = list(book[name].iter_rows(values_only=True))
    return [dict(zip(rows[0], row)) for row in rows[1:]]


def thousandths(value):
    return None if value is None else round(value * 1000)


def numbers(text):
    """`9–11, 14`: the rows of a line."""
    rows = []
    for piece in filter(None, (str(text) if text is not None else "").split(", ")):
        first, _, last = piece.partition("–")
        rows += range(int(first), int(last or first) + 1)
    return rows


class Workbook:
    def __init__(self, path):
        book = openpyxl.load_workbook(path, data_only=True)
        self.lines, self.figures = table(book, "Dòng nguồn"), table(book, "Số liệu")
        self.by_indicator = defaultdict(list)
        for line in self.lines:
            self.by_indicator[line["Mã chỉ tiêu"]].append(line)
        self.rows = {(row["Mã chỉ tiêu"], row["Mã địa bàn"]): row for row in self.figures}
        sheet = book["Dòng nguồn"]
        self.faults = []
        if not sheet.tables:
            self.faults.append("«Dòng nguồn» is no table that can be filtered")
        if sheet.freeze_panes is None:
            self.faults.append("the heading of «Dòng nguồn» is not frozen")

    def behind(self, indicator, place, province):
        """The lines of a figure by their columns."""
        return [line for line in self.by_indicator[indicator]
                if place == province or place in (line["Mã xã"], line["Mã địa bàn"])]

    def led_to(self, indicator, place):
        """The lines of a figure as its own row leads to them."""
        row = self.rows.get((indicator, place))
        if row is None:
            return []
        first, last = map(int, row["Dòng nguồn (bấm để đến)"].split("–"))
        return self.lines[first - 2:last - 1]


def of_workbook(lines):
    """What a figure's lines come to: added rows, rows that add nothing, and lines that stand for many."""
    added, refused, other = Counter(), set(), []
    for line in lines:
        how, rows = line["Cách tính"], numbers(line["Dòng"])
        if how.split(";")[0] == "cộng" and len(rows) == 1:
            added[line["Tệp"], rows[0], thousandths(line["Số được cộng"])] += 1
        elif how.startswith("không tính"):
            refused.add((line["Tệp"], rows[0]))
        elif not how.startswith("chưa có số"):
            other.append(line)
    return added, refused, other


def of_trace(trace):
    added, refused = Counter(), set()
    for part in trace["parts"]:
        for source in part["sources"]:
            path = source["file"].split("/submissions/")[-1]
            for row in source["rows"]:
                added[path, row["row"], row["thousandths"]] += 1
            refused |= {(path, row["row"]) for row in source["refused"] if row.get("unit")}
    return added, refused


def differences(book, indicator, place, trace, options, lines=None):
    lines = book.behind(indicator, place, options.province) if lines is None else lines
    added, refused, other = of_workbook(lines)
    wanted, wanted_refused = of_trace(trace)
    known = {key for key in refused if key in wanted_refused or place == options.province}
    found = []
    if added != wanted:
        found.append(f"{indicator} {place}: rows {sorted((added - wanted).items())[:3]} too many, "
                     f"{sorted((wanted - added).items())[:3]} missing")
    if wanted_refused - refused or refused - known:
        found.append(f"{indicator} {place}: refused rows {sorted(refused ^ wanted_refused)[:3]}")
    if other:
        found.append(f"{indicator} {place}: a line that names no row: {other[0]}")
    return found


def check(book, indicator, place, options):
    result = run(options, options.reports, "trace", options.period, indicator, place, "--format", "json")
    if not result.stdout:
        lines = book.behind(indicator, place, options.province)
        return ([] if not lines else [f"{indicator} {place}: {len(lines)} lines, and trace knows none"]), None
    trace = json.loads(result.stdout)
    found = differences(book, indicator, place, trace, options)
    if book.led_to(indicator, place) != book.behind(indicator, place, options.province):
        found.append(f"{indicator} {place}: its row leads to other lines than its columns name")
    row, shown = book.rows.get((indicator, place)), trace.get("thousandths")
    if row is not None and isinstance(row["Số liệu"], (int, float)) and thousandths(row["Số liệu"]) != shown:
        decimals = abs(thousandths(row["Số liệu"]) - (shown or 0))
        if len(trace["parts"]) < 2 or decimals > 50:
            found.append(f"{indicator} {place}: the sheet says {row['Số liệu']}, trace {shown}")
    return found, trace


def controls(book, checked, options):
    """Damage that must be found, each once; which was not."""
    indicator, place, trace = next((i, p, t) for i, p, t in checked if t and len(t["parts"]) == 1 and of_trace(t)[0])
    lines = book.behind(indicator, place, options.province)
    stranger = next(line for line in book.lines if line["Mã chỉ tiêu"] != indicator and line["Cách tính"] == "cộng")
    index = next(i for i, line in enumerate(lines) if line["Cách tính"].split(";")[0] == "cộng")
    wrong = dict(lines[index], **{"Số được cộng": lines[index]["Số được cộng"] + 1})
    damaged = {"a row less": lines[:index] + lines[index + 1:], "a row of another figure": lines + [stranger],
               "a sum off by one": lines[:index] + [wrong] + lines[index + 1:]}
    return [name for name, some in damaged.items() if not differences(book, indicator, place, trace, options, some)]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--binary", required=True, type=lambda path: str(Path(path).resolve()))
    parser.add_argument("--inputs", default="inputs", type=Path)
    parser.add_argument("--period", default="2026-10")
    parser.add_argument("--day", default="2026-10-20")
    parser.add_argument("--figures", default=1000, type=int)
    parser.add_argument("--seed", default=1, type=int)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        options.office = office(options, Path(folder))
        options.reports = options.office / "reports"
        for reports in (options.reports, options.office / "again"):
            result = run(options, reports, "run", options.period, "--quiet")
            if result.returncode > 1:
                print(result.stderr)
                return 2
        name = f"{options.period}/du-thao/truy-nguon-{options.period}.xlsx"
        book = Workbook(options.reports / name)
        faults = list(book.faults)
        if (options.reports / name).read_bytes() != (options.office / "again" / name).read_bytes():
            faults.append("the same submissions give other bytes in another folder")
        tidy = openpyxl.load_workbook(options.reports / f"{options.period}/du-thao/so-lieu-{options.period}.xlsx", data_only=True)
        figures = [(row["Mã chỉ tiêu"], row["Mã địa bàn"]) for row in table(tidy, "Số liệu")]
        options.province = next(place for _, place in figures)
        drawn = random.Random(options.seed).sample(figures, min(options.figures, len(figures)))
        with ThreadPoolExecutor(2) as pool:
            results = list(pool.map(lambda figure: check(book, *figure, options), drawn))
        faults += [fault for found, _ in results for fault in found]
        checked = [(*figure, trace) for figure, (_, trace) in zip(drawn, results)]
        passed = controls(book, checked, options)
        rows = sum(sum(of_trace(trace)[0].values()) for *_, trace in checked if trace)
    print(f"sources: {len(drawn)} figures of {options.period}, {rows} rows behind them, {len(book.lines)} lines in the workbook; "
          f"{len(faults)} differences, {len(passed)} controls passed")
    for fault in faults[:20] + [f"control passed: {name}" for name in passed]:
        print(f"  {fault}")
    return 1 if faults or passed or not rows else 0


if __name__ == "__main__":
    sys.exit(main())
