"""Every row of a workbook that others made, as intake reads it: `bench-sheets FILE`, beside python-calamine and openpyxl."""

import os
import subprocess

from .. import others, setting, timing
from ..setting import BENCHMARKS, ROOT, WORK

PRODUCT = "bench-sheets"
# Memory with twice the rows, in MB more.
GROWTH = 4
SCRIPTS = {"python-calamine": "with_calamine.py", "openpyxl": "with_openpyxl.py"}


def written(rows):
    """A workbook of so many rows and nine columns, as XlsxWriter writes one."""
    path = WORK / f"sheets-{setting.digest(BENCHMARKS / 'with_xlsxwriter.py')}-{rows}.xlsx"
    if not path.exists():
        setting.say(f"writing a workbook of {rows:,} rows")
        part = path.with_suffix(".part")
        subprocess.run([others.PYTHON, "-B", BENCHMARKS / "with_xlsxwriter.py", str(rows), part], check=True)
        part.rename(path)
    return path


def cells(printed):
    """How many cells hold something, the last number of what each tool prints."""
    return int([word for word in printed.split() if word.isdigit()][-1])


def measure(options, sheet):
    program = ROOT / ".build" / "release" / PRODUCT
    if options.build:
        subprocess.run([ROOT / "scripts" / "build", "--product", PRODUCT],
                       env=os.environ | {"BENCH": "1"}, check=True, stdout=subprocess.DEVNULL)
    if not program.exists():
        setting.say("sheets: not built, not measured (scripts/bench sheets --build)")
        return
    options.found |= others.installed(("xlsxwriter", *SCRIPTS))
    if "xlsxwriter" not in options.found:
        setting.say("sheets: nothing writes the workbook, not measured")
        return
    rows = options.sheet_rows
    file = written(rows)
    count = cells(timing.once([program, file]))
    own = sheet.add(f"đọc .xlsx / read an .xlsx, {rows} × 9", "tonghop", timing.timed([program, file], options), name="sheets")
    for package, script in SCRIPTS.items():
        if package in options.found:
            compare(package, [others.PYTHON, "-B", BENCHMARKS / script, file], count, own, options, sheet)
    if not options.quick:
        twice = timing.timed([program, written(2 * rows)], options)
        said = f"; ≤ {GROWTH} more {'met' if twice.mb <= own.cost.mb + GROWTH else 'MISSED'}" if sheet.with_goals else ""
        setting.say(f"sheets: {own.cost.mb:.0f} MB, with twice the rows {twice.mb:.0f} MB{said}")


def compare(package, command, count, own, options, sheet):
    found = cells(timing.once(command))
    setting.require(found == count, f"{package} finds {found} cells, tonghop {count}")
    sheet.add(own.job, f"{package} {options.found[package]}", timing.timed(command, options), own=own, name=package)
