#!/usr/bin/env python3
"""clerk.py RETURN.xlsx FILLED.xlsx REASON: types the reason into every yellow cell of a return's first sheet, and saves it.

Prints how many cells were filled; exit 1 where there is none, where one of them is merged, or where the column is not headed.
"""
import sys

import openpyxl


def main():
    path, filled, reason = sys.argv[1:4]
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    merged = list(sheet.merged_cells.ranges)
    count = 0
    for row in sheet.iter_rows():
        for cell in row:
            if cell.fill.fgColor.rgb != "FFFFF9C4":
                continue
            if any(cell.coordinate in area for area in merged):
                print(f"{cell.coordinate} is merged")
                return 1
            cell.value = reason
            count += 1
    headed = any(cell.value == "Thuyết minh (ghi vào đây)" for row in sheet.iter_rows() for cell in row)
    book.save(filled)
    print(f"{count} cells filled")
    return 0 if count and headed else 1


if __name__ == "__main__":
    sys.exit(main())
