"""with_calamine.py FILE: reads every row of a workbook with python-calamine, and prints how many cells hold something."""

import sys

from python_calamine import CalamineWorkbook

workbook, count = CalamineWorkbook.from_path(sys.argv[1]), 0
for name in workbook.sheet_names:
    for row in workbook.get_sheet_by_name(name).to_python():
        count += sum(value != "" for value in row)
print(count)
