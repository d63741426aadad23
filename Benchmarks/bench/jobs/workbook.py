"""The workbook layer beside the C library writing the same cells: `bench-workbook swift|c|swift-unchecked ROWS FILE`."""

import os
import subprocess

from .. import setting, timing
from ..setting import BENCHMARKS, ROOT, WORK

# The ways that are measured, the one that all are compared with first.
WAYS = {"c": "libxlsxwriter (C)", "swift": "tonghop", "swift-unchecked": "tonghop, không đọc lại / not read back"}
GOAL = 1.1


def measure(options, sheet):
    program = ROOT / ".build" / "release" / "bench-workbook"
    if options.build and (BENCHMARKS / "Workbook").exists():
        environment = os.environ | {"BENCH": "1"}
        subprocess.run(["swift", "build", "-c", "release", "--product", "bench-workbook", "--package-path", ROOT],
                       env=environment, check=True, stdout=subprocess.DEVNULL)
    if not program.exists():
        setting.say("workbook: not built, not measured (scripts/bench workbook --build)")
        return
    rows, base, counts = options.workbook_rows, None, {}
    for way, tool in WAYS.items():
        command = [program, way, str(rows), WORK / f"{way}.xlsx"]
        row = sheet.add(f"tệp Excel {rows} dòng / a workbook of {rows} rows", tool, timing.timed(command, options), own=base)
        base = base or row
        if timing.can_count():
            counts[way] = timing.instructions(command)
    for way, count in counts.items():
        ratio = count / counts["c"]
        setting.say(f"workbook, {way}: {count:,} instructions, {ratio:.2f} of the C library's" + (f" (goal {GOAL})" if way == "swift" else ""))
