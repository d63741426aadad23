"""with_openpyxl.py FILE: reads every row of a workbook with openpyxl, row by row, and prints how many cells hold something."""

import sys

from openpyxl import load_workbook

workbook, count = load_workbook(sys.argv[1], read_only=True, data_only=True), 0
for sheet in workbook:
    for row in sheet.iter_rows(values_only=True):
        count += sum(value is not None for value in row)
print(count)
