#!/usr/bin/env python3
"""read_workbook.py FILE.xlsx [SHEET]: what a reader other than the program finds in a workbook, as JSON lines.

One line for each cell that holds something: {"sheet", "cell", "type", "value", "number_format", "formula"}; `type` is number,
text, date, boolean, error or formula. A formula's value is the one stored beside it; `formula` is there only for formulas.
Sheets come in their order, cells by row and column. Exit 2 where the file cannot be read.
"""
import datetime
import json
import sys
import warnings

import openpyxl

# Data bars of 2010 are unknown to openpyxl, and nothing that is compared.
warnings.filterwarnings("ignore", module="openpyxl")

NAMES = {"n": "number", "s": "text", "inlineStr": "text", "b": "boolean", "e": "error", "d": "date"}


def described(cell, stored):
    value, kind = cell.value, NAMES.get(cell.data_type, "formula")
    line = {"sheet": cell.parent.title, "cell": cell.coordinate, "type": kind}
    if kind == "formula":
        formula = value if isinstance(value, str) else getattr(value, "text", str(value))
        value = stored.value
        line["formula"] = formula
    if isinstance(value, (datetime.datetime, datetime.date, datetime.time)):
        value = value.isoformat()
        line["type"] = "date" if line["type"] == "number" else line["type"]
    line["value"] = value
    line["number_format"] = cell.number_format
    return line


def main(path, wanted=None):
    try:
        formulas, stored = openpyxl.load_workbook(path), openpyxl.load_workbook(path, data_only=True)
    except Exception as problem:
        print(f"{path}: {problem}", file=sys.stderr)
        return 2
    for sheet in formulas.worksheets:
        if wanted not in (None, sheet.title):
            continue
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value is not None:
                    print(json.dumps(described(cell, stored[sheet.title][cell.coordinate]), ensure_ascii=False))
    return 0


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    try:
        sys.exit(main(*sys.argv[1:]))
    except BrokenPipeError:
        sys.exit(0)
