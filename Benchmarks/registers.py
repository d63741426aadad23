"""What every other tool needs for the register's job: the communes' districts, the counted columns, and how totals are printed."""

import csv
import pathlib
import sys

COUNTS = ["Số vụ", "Số đối tượng", "Đã giải quyết"]
with open(pathlib.Path(__file__).resolve().parent / "catalogue" / "units.csv", encoding="utf-8", newline="") as file:
    DISTRICTS = {f"{row['type'].capitalize()} {row['name']}": row["district"]
                 for row in csv.DictReader(file) if row["level"] == "commune" and not row["valid_to"]}


def show(found, refused):
    """Prints (district, month, category, rows, cases, persons, settled) in their order, and how many rows were refused."""
    for district, month, category, _, *sums in sorted(found):
        print(district, month, category, *sums, sep=";")
    print(f"refused: {refused}", file=sys.stderr)
