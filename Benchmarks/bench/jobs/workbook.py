"""The workbook layer beside the C library writing the same cells: `bench-workbook swift|c|swift-unchecked ROWS FILE`."""

import os
import subprocess

from .. import ratios, setting, timing
from ..setting import ROOT, WORK
from ..sheet import decimal

WAYS = {"swift": "tonghop", "swift-unchecked": "tonghop, không đọc lại / not read back", "c": "libxlsxwriter (C)"}
# Times the C library's instructions, with reading back what was written.
GOAL = 1.3


def measure(options, sheet):
    program = ROOT / ".build" / "release" / "bench-workbook"
    if options.build:
        subprocess.run([ROOT / "scripts" / "build", "--product", "bench-workbook"],
                       env=os.environ | {"BENCH": "1"}, check=True, stdout=subprocess.DEVNULL)
    if not program.exists():
        setting.say("workbook: not built, not measured (scripts/bench workbook --build)")
        return
    rows, own, counts = options.workbook_rows, None, {}
    for way, tool in WAYS.items():
        file = WORK / f"{way}.xlsx"
        command = [program, way, str(rows), file]
        cost = timing.timed(command, options, before=lambda file=file: file.unlink(missing_ok=True))
        setting.require(file.exists(), f"bench-workbook {way} left no file")
        row = sheet.add(f"tệp Excel / workbook, {rows} dòng / rows", tool, cost, own=own)
        own = own or row
        if timing.can_count():
            counts[way] = timing.instructions(command)
    for way, count in counts.items():
        setting.say(f"workbook, {way}: {count:,} instructions, {count / counts['c']:.2f} × C")
    if counts:
        whole = counts["swift"] / counts["c"]
        sheet.ratios_apart.append(ratios.cells("tệp Excel, số lệnh máy / workbook, instructions: tonghop / libxlsxwriter (C)",
                                               whole, most=GOAL))
        layer, whole = counts["swift-unchecked"] / counts["c"], counts["swift"] / counts["c"]
        sheet.note(f"Tệp Excel: ghi mất {decimal(layer, 2)} lần số lệnh máy của thư viện C, kể cả đọc lại toàn bộ để kiểm tra {decimal(whole, 2)} lần. / "
                   f"Workbook: {layer:.2f} times the C library's instructions, {whole:.2f} times with reading all of it back.")
