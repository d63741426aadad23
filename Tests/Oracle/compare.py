#!/usr/bin/env python3
"""compare.py ORACLE.csv [--csv FIGURES.csv] [--workbook FIGURES.xlsx]: prints each disagreement, exit 1 on any.

The CSV and the workbook are what the program wrote: tables whose header has the columns of ORACLE.csv, by the names below,
in any order among others; the workbook's table may stand on any sheet, below any number of lines. A figure that only one
side has is a disagreement, but a kind of figure (`measure_of`) that the program does not write at all is only mentioned,
unless it is one of those it must. `(đc)` beside a value says that an edition showed another one, which the oracle cannot know.
"""
import argparse
import csv
import sys
from decimal import Decimal, InvalidOperation

NAMES = {
    "indicator": {"indicator", "chỉ tiêu", "mã chỉ tiêu"},
    "unit": {"unit", "đơn vị hành chính", "mã đơn vị", "mã đơn vị hành chính", "mã xã", "địa bàn", "mã địa bàn"},
    "measure_of": {"measure_of", "loại số liệu", "số liệu của"},
    "value": {"value", "giá trị", "số liệu"},
    "mark": {"mark", "ký hiệu"},
    "received": {"received", "đã nhận", "số báo cáo đã nhận"},
    "owed": {"owed", "phải gửi", "số báo cáo phải gửi"},
}
MUST = ["current", "previous", "last_year", "ytd"]


def positions(row):
    cells = [str(cell).strip().lower() if cell is not None else "" for cell in row]
    found = {name: next((at for at, cell in enumerate(cells) if cell in names), None) for name, names in NAMES.items()}
    return None if None in found.values() else found


def read_rows(rows, source):
    """(indicator, unit, measure_of) → (value, mark, received, owed) of every table in rows."""
    columns, figures = None, {}
    for row in rows:
        if positions(row):
            columns = positions(row)
            continue
        if columns is None or all(cell in (None, "") for cell in row):
            continue
        cell = {name: "" if row[at] is None else str(row[at]).strip() for name, at in columns.items()}
        name = (cell["indicator"], cell["unit"], cell["measure_of"])
        if name in figures:
            sys.exit(f"{source}: {name} twice")
        figures[name] = (cell["value"], cell["mark"], cell["received"], cell["owed"])
    return figures


def read_workbook(path):
    import openpyxl
    figures = {}
    for sheet in openpyxl.load_workbook(path, data_only=True).worksheets:
        figures.update(read_rows([list(row) for row in sheet.iter_rows(values_only=True)], f"{path}: {sheet.title}"))
    return figures


def same_number(ours, theirs, is_ratio):
    if ours == theirs:
        return True
    try:
        one, two = Decimal(ours), Decimal(theirs)
    except InvalidOperation:
        return False
    # A workbook keeps a ratio unrounded: half a unit of the oracle's last decimal apart is the same.
    return abs(one - two) <= (Decimal("0.5").scaleb(one.as_tuple().exponent) if is_ratio else Decimal("1e-9"))


def compare(oracle, figures, source, ratios):
    written = {name[2] for name in figures}
    lines = [f"{source}: no {kind} figures" for kind in MUST if kind not in written]
    for kind in sorted({name[2] for name in oracle} - written - set(MUST)):
        print(f"{source}: {kind}: not written, not compared")
    for name in sorted(set(oracle) | set(figures)):
        if name[2] not in written:
            continue
        label = f"{source}: {' '.join(name)}"
        if name not in figures:
            lines.append(f"{label}: not written; the oracle has {' '.join(oracle[name][:2])}")
        elif name not in oracle:
            lines.append(f"{label}: written {' '.join(figures[name][:2])}; the oracle has no such figure")
        else:
            ours, theirs = oracle[name], figures[name]
            mark = "" if theirs[1] == "(đc)" and not ours[1] else theirs[1]
            if not same_number(ours[0], theirs[0], name[0] in ratios) or ours[1] != mark:
                lines.append(f"{label}: {theirs[0]} {theirs[1]}; the oracle has {ours[0]} {ours[1]}")
            if ours[2:] != theirs[2:]:
                lines.append(f"{label}: {theirs[2]} of {theirs[3]} received; the oracle has {ours[2]} of {ours[3]}")
    agreeing = sum(1 for name in figures if name in oracle)
    return lines, agreeing


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("oracle")
    parser.add_argument("--csv")
    parser.add_argument("--workbook")
    parser.add_argument("--ratios", default="", help="indicators that may stand unrounded, separated by commas")
    options = parser.parse_args()
    if not (options.csv or options.workbook):
        parser.error("nothing to compare with: --csv or --workbook")
    with open(options.oracle, encoding="utf-8-sig", newline="") as file:
        oracle = read_rows(csv.reader(file), options.oracle)
    disagreements = 0
    for path, read in ((options.csv, None), (options.workbook, read_workbook)):
        if not path:
            continue
        if read:
            figures = read(path)
        else:
            with open(path, encoding="utf-8-sig", newline="") as file:
                figures = read_rows(csv.reader(file), path)
        lines, compared = compare(oracle, figures, path, options.ratios.split(","))
        print("\n".join(lines + [f"{path}: {compared} figures compared, {len(lines)} disagreements"]))
        disagreements += len(lines) + (compared == 0)
    return 1 if disagreements else 0


if __name__ == "__main__":
    sys.exit(main())
