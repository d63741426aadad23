#!/usr/bin/env python3
"""compare.py ORACLE.csv [--csv FIGURES.csv] [--workbook FIGURES.xlsx]: prints each disagreement, exit 1 on any.

FIGURES are the program's data table, a row for each indicator and unit, a column for each span and one for its state; in the
workbook the number formats say `(sb)` as well, and must agree. A figure that only one side has is a disagreement. `(đc)` says that an edition showed another value,
which the oracle cannot know.
"""
import argparse
import csv
import sys
from decimal import Decimal, InvalidOperation

KEYS = {"indicator": {"mã chỉ tiêu", "indicator code"}, "unit": {"mã địa bàn", "unit code", "place code"}}
SPANS = {
    "current": {"kỳ này", "this period"},
    "previous": {"kỳ trước", "previous period"},
    "last_year": {"cùng kỳ năm trước", "same period last year"},
    "ytd": {"lũy kế từ đầu năm", "year to date"},
    "ytd_last_year": {"lũy kế cùng kỳ", "year to date last year"},
}
# The state of each span stands in a column of its own.
STATE_OF = {
    "current": {"tình trạng", "state"},
    "previous": {"tình trạng kỳ trước", "state, previous period"},
    "last_year": {"tình trạng cùng kỳ năm trước", "state, same period last year"},
    "ytd": {"tình trạng lũy kế từ đầu năm", "state, year to date"},
    "ytd_last_year": {"tình trạng lũy kế cùng kỳ", "state, year to date last year", "state, year to date, last year"},
}
OTHERS = {"received": {"báo cáo đã nhận", "received"}, "owed": {"báo cáo phải gửi", "owed"}}
MARKS = ("CB", "...", "x", "KSS", "(bm)")
STATES = {"chính thức": "", "reported": "", "sơ bộ": "(sb)", "provisional": "(sb)", "đã điều chỉnh": "(đc)", "điều chỉnh": "(đc)",
          "revised": "(đc)", "chưa báo cáo": "CB", "not reported": "CB", "chưa thu thập": "...", "không thu thập": "...",
          "not collected": "...", "không áp dụng": "x", "not applicable": "x", "không so sánh được": "KSS", "không so sánh": "KSS",
          "not comparable": "KSS"}


def positions(texts):
    cells = [text.lower() for text in texts]
    found = {name: next((at for at, cell in enumerate(cells) if cell in names), None)
             for name, names in {**KEYS, **SPANS, **OTHERS}.items()}
    found |= {f"state of {span}": next((at for at, cell in enumerate(cells) if cell in names), None) for span, names in STATE_OF.items()}
    return None if None in found.values() else found


def read_table(rows, source):
    """(indicator, unit, span) → (value, mark or None, received, owed); rows of (text, standing or None)."""
    columns, figures = None, {}
    for row in rows:
        texts = [text for text, _ in row]
        columns = columns or positions(texts)
        if columns is None or positions(texts) or not any(texts):
            continue
        for span in SPANS:
            name = (texts[columns["indicator"]], texts[columns["unit"]], span)
            if name in figures:
                sys.exit(f"{source}: {' '.join(name)} twice")
            text, standing = row[columns[span]]
            value, mark = ("", text) if text in MARKS else (text, standing)
            state = texts[columns[f"state of {span}"]].lower()
            stated = STATES.get(state, f"«{state}»")
            if mark is not None and mark != stated:
                stated = f"{mark} with the state {state}"
            reports = (texts[columns["received"]], texts[columns["owed"]]) if span == "current" else (None, None)
            figures[name] = (value, stated, *reports)
    if not figures:
        sys.exit(f"{source}: no table of figures")
    return figures


def read_csv(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return read_table([[(cell.strip(), None) for cell in row] for row in csv.reader(file)], path)


def read_workbook(path):
    import openpyxl
    rows = []
    for sheet in openpyxl.load_workbook(path, data_only=True).worksheets:
        cells = [[described(cell) for cell in row] for row in sheet.iter_rows()]
        if any(positions([text for text, _ in row]) for row in cells[:20]):
            rows += cells
    return read_table(rows, path)


def described(cell):
    if isinstance(cell.value, bool) or not isinstance(cell.value, (int, float)):
        return "" if cell.value is None else str(cell.value).strip(), None
    return repr(cell.value), next((mark for mark in ("(sb)", "(đc)") if mark in cell.number_format), "")


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
    lines = []
    for name in sorted(set(oracle) | set(figures)):
        label = f"{source}: {' '.join(name)}"
        if name not in figures:
            lines.append(f"{label}: not written; the oracle has {' '.join(oracle[name][:2])}")
        elif name not in oracle:
            lines.append(f"{label}: written {figures[name][0]} {figures[name][1] or ''}; the oracle has no such figure")
        else:
            ours, theirs = oracle[name], figures[name]
            marks_agree = theirs[1] == ours[1] or (theirs[1] == "(đc)" and ours[1] in ("", "(sb)"))
            if not same_number(ours[0], theirs[0], name[0] in ratios) or not marks_agree:
                lines.append(f"{label}: {theirs[0]} {theirs[1] or ''}; the oracle has {ours[0]} {ours[1]}")
            if theirs[2] is not None and ours[2:] != theirs[2:]:
                lines.append(f"{label}: {theirs[2]} of {theirs[3]} received; the oracle has {ours[2]} of {ours[3]}")
    return lines


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("oracle")
    parser.add_argument("--csv")
    parser.add_argument("--workbook")
    parser.add_argument("--ratios", default="", help="indicators that may stand unrounded, separated by commas")
    options = parser.parse_args()
    if not (options.csv or options.workbook):
        parser.error("nothing to compare with: --csv or --workbook")
    with open(options.oracle, encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))[1:]
    oracle = {tuple(row[:3]): tuple(row[3:]) for row in rows}
    disagreements = 0
    for path, read in ((options.csv, read_csv), (options.workbook, read_workbook)):
        if path:
            figures = read(path)
            lines = compare(oracle, figures, path, options.ratios.split(","))
            print("\n".join(lines + [f"{path}: {len(figures)} figures compared, {len(lines)} disagreements"]))
            disagreements += len(lines)
    return 1 if disagreements else 0


if __name__ == "__main__":
    sys.exit(main())
