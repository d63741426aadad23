#!/usr/bin/env python3
"""slips_sample.py --binary PROGRAM [--inputs DIR] [--months 2026-06,…]: slips of three kinds in every sheet of some months of the sample.

For each month and kind a private copy of the sample ends with that month, and every sheet of it with LEAST counts or more is
replaced by its slip: the figures of the month before, the sums since January, or an empty form. Prints how many of them are
held; exit 1 where it is less than 95 of 100, or where a sheet that was left as it is was held (the control).
"""
import argparse
import datetime
import shutil
import sys
import tempfile
import time
from pathlib import Path

import check
import holding
from recompute import Oracle
from registers import read_period
from submissions import NOWHERE

LEAST, ENOUGH = 8, 0.95
MONTHS = ["2025-05", "2025-10", "2026-04", "2026-06", "2026-10"]
KINDS = {1: "last month's figures again", 2: "sums since January", 4: "an empty form"}


class Sheet:
    """The cells of what stands for one slice: number by place and measure, and which of them add over time."""

    def __init__(self, files, oracle):
        self.cells, self.catalogue = {}, oracle.catalogue
        for file in files:
            for place, cell in file.cells.items():
                if cell[1]:
                    self.cells[place] = self.cells.get(place, 0) + cell[0]
        flows = {row["numerator"] for row in self.catalogue.indicators.values() if row["kind"] == "flow"}
        self.is_flow = lambda measure: measure in flows
        self.form = files[0].form

    @property
    def counts(self):
        return [place for place, number in self.cells.items() if number and self.is_flow(place[1])]

    def text(self, cells, is_empty=False):
        form = self.catalogue.forms[self.form]
        shown = {entry["columns"][0]: entry["code"] for entry in form["measures"]}
        columns = [column for column in form["columns"] if shown.get(column["id"]) in {measure for _, measure in self.cells}]
        lines = ["Ô trống và xã, phường không ghi tên: không phát sinh",
                 ";".join(f'"{name}"' for name in ["Mã xã", "Xã, phường"] + [column["name"] for column in columns])]
        for unit in sorted({place for place, _ in cells}, key=lambda unit: "" if unit == NOWHERE else unit.code):
            row = ["", "Cấp tỉnh (không phân theo xã)"] if unit == NOWHERE else [unit.code, unit.name]
            for column in columns:
                number = cells.get((unit, shown[column["id"]]), 0)
                row.append("" if is_empty else f"{number:f}".replace(".", ","))
            lines.append(";".join(f'"{cell}"' for cell in row))
        return "\n".join(lines) + "\n"


def planted(kind, right, past, last):
    """The text of a slip; `None` where the month has too few counts or what it needs is not there. A form lists the places of its
    month alone, so that nothing is added up of those that ended."""
    if len(right.counts) < LEAST or None in past:
        return None
    if kind == 4:
        return right.text(right.cells, is_empty=True)
    if kind == 1:
        return past[-1].text(past[-1].cells) if past and len(past[-1].counts) >= LEAST else None
    if len(past) < 2:
        return None
    total = dict(right.cells)
    for sheet in past:
        for place, number in sheet.cells.items():
            if place[0] != NOWHERE and not place[0].on(last):
                continue
            total[place] = total.get(place, 0) + (number if right.is_flow(place[1]) else 0)
    return right.text(total)


def plant(inputs, oracle, month, kind, folder):
    """A copy of the sample up to a month, with its slips; their paths, and those of the sheets left as they are."""
    shutil.copytree(inputs, folder, ignore=lambda path, names: [
        name for name in names if Path(path).name == "submissions" and name > month])
    index, slips, honest = read_period(month)[1], {}, set()
    for (form, at), by in oracle.counted.items():
        if at != index or oracle.catalogue.forms[form]["layout"] != "sheet":
            continue
        for department, files in by.items():
            if not files or files[0].period[0] != index:
                continue
            past = []
            for number in range(index - index % 12, index):
                before = oracle.counted.get((form, number), {}).get(department)
                past.append(Sheet(before, oracle) if before else None)
            text = planted(kind, Sheet(files, oracle), past, oracle.catalogue.last_day(index))
            if text is None:
                honest |= {file.path for file in files}
                continue
            for file in files:
                (folder / "submissions" / file.path).unlink()
            path = f"{month}/{department}-{form}.csv"
            (folder / "submissions" / path).write_text(text, encoding="utf-8")
            slips[path] = department
    return slips, honest


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--binary", required=True)
    parser.add_argument("--inputs", type=Path, default=Path("inputs"))
    parser.add_argument("--months", default=",".join(MONTHS))
    parser.add_argument("--show", type=int, default=4)
    options = parser.parse_args()
    began, failed = time.monotonic(), False
    oracle = Oracle(options.inputs, datetime.datetime(2026, 11, 21, 9))
    for month in options.months.split(","):
        for kind, name in KINDS.items():
            with tempfile.TemporaryDirectory() as temporary:
                folder, reports = Path(temporary) / "inputs", Path(temporary) / "reports"
                slips, honest = plant(options.inputs, oracle, month, kind, folder)
                now = f"{oracle.catalogue.last_day(read_period(month)[1]) + datetime.timedelta(6)}T09:00+07:00"
                check.run(options.binary, month, folder, reports, now)
                held = set(holding.waiting(reports))
                for entry in holding.status(options.binary, month, folder, reports, now)["submissions"]:
                    held |= set(entry.get("held") or [])
            missed, wrong = sorted(set(slips) - held), sorted(honest & held)
            share = 1 - len(missed) / max(1, len(slips))
            failed |= bool(wrong) or share < ENOUGH
            print(f"  {month} {name:28} {len(slips) - len(missed):3} of {len(slips):3} held"
                  + "".join(f"\n      missed {path}" for path in missed[:options.show])
                  + "".join(f"\n      held {path}" for path in wrong[:options.show]), flush=True)
    print(f"slips in the sample: {time.monotonic() - began:.0f} s{'; FAILED' if failed else ''}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
