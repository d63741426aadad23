"""The workbook layer beside the C library writing the same cells: `bench-workbook swift|c|swift-unchecked ROWS FILE`."""

import os
import subprocess

from .. import setting, timing
from ..setting import BENCHMARKS, ROOT, WORK
from ..sheet import decimal

WAYS = {"swift": "tonghop", "swift-unchecked": "tonghop, không đọc lại / not read back", "c": "libxlsxwriter (C)"}
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
    rows, own, counts = options.workbook_rows, None, {}
    for way, tool in WAYS.items():
        file = WORK / f"{way}.xlsx"
        command = [program, way, str(rows), file]
        cost = timing.timed(command, options, before=lambda: file.unlink(missing_ok=True))
        setting.require(file.exists(), f"bench-workbook {way} left no file")
        row = sheet.add(f"tệp Excel / workbook, {rows} dòng / rows", tool, cost, own=own)
        own = own or row
        if timing.can_count():
            counts[way] = timing.instructions(command)
    for way, count in counts.items():
        setting.say(f"workbook, {way}: {count:,} instructions")
    if counts:
        ratio = counts["swift"] / counts["c"]
        sheet.note(f"Tệp Excel: số lệnh máy gấp {decimal(ratio, 2)} lần thư viện C. / "
                   f"Workbook: {ratio:.2f} times the instructions of the C library.")
        setting.say(f"workbook: ≤ {GOAL} {'met' if ratio <= GOAL else 'MISSED'}")
