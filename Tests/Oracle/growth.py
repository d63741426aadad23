#!/usr/bin/env python3
"""growth.py --binary PROGRAM [--all] [--only KIND,…]: what a file costs grows with its size, and no faster.

Counts the instructions (valgrind) of `check` on files of 24 KiB and twice as many bytes, less those of 64 bytes of the same, for files
that hold one thing over and over: cells parted by a mark, in one line or many, with a quote that nothing closes, with an error in
each row. Twice the size may cost two and a half times as much. No time is taken: a busy machine changes nothing. The office is the
small one of the golden cases, so that little is counted besides. --all tries every mark for every kind, on files of 48 KiB.

Control of every run: a file of four times the size must be found to cost more than that.
Prints each kind that grows faster; exit 1 on one, or where the control passes.
"""
import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

SIZE = 24 << 10
NOTHING = 64
MOST = 2.5
OFFICE = Path(__file__).resolve().parent.parent / "CommandTests" / "Fixtures" / "nho" / "inputs"
HEAD = ("Biểu số: 02/TT\r\nKỳ báo cáo: Tháng 10 năm 2026\r\nĐơn vị gửi: Sở Tư pháp\r\n"
        "Ô trống và xã, phường không ghi tên: không phát sinh\r\n")
COLUMNS = ["TT", "Mã xã", "Xã, phường", "Số buổi", "Lượt người nghe", "Trong đó: người DTTS", "Tài liệu đã phát (tờ)"]


def filled(cells, end="\r\n", head=True, open_quote=False):
    """Rows of a form, or one line without end, of cells that `cells` makes of a number."""
    def make(mark, size):
        text = HEAD + mark.join(f'"{name}"' for name in COLUMNS) + "\r\n" if head else ""
        text += f'1{mark}"90101{mark}' if open_quote else ""
        lines, number, count = [], 0, len(text.encode())
        while count < size:
            line = mark.join(cells(number)) + (end or mark)
            lines.append(line)
            count += len(line.encode())
            number += 1
        return text + "".join(lines)
    return make


def one(piece):
    return lambda _, size: piece * (size // len(piece))


KINDS = {
    "rows": filled(lambda n: [str(n), "90101", "Bản Mây", "1", "2", "1", "3"]),
    "unknown names": filled(lambda n: [str(n), "", f"Mường Xại {n}", "1", "2", "1", "3"]),
    "faults": filled(lambda n: [str(n), f"0{9000 + n}", f"Xã {n}", "ba vụ", "-4", "x9", "2*"]),
    "one line of words": filled(lambda n: ["an", "Ban", "cháu", "em", "ông"], end="", head=False),
    "open quote and digits": filled(lambda n: ["09", "12"], end="", open_quote=True),
    "open quote and words": filled(lambda n: ["an", "ban", "cháu", "em", "ts1990", "m"], end="", open_quote=True),
    "open quote and numbers": filled(lambda n: ["091234567", "12.345.678", "25/09/2026"], end="", open_quote=True),
    "quotes": one('"'), "blanks": one(" "), "line ends": one("\n"), "addresses": one("a.b@c "), "digits": one("1 "),
}
# Marks tell nothing where nothing is parted; where rows end, one tells enough.
OF_ONE = {"quotes", "blanks", "line ends", "addresses", "digits"}
OF_ROWS = {"rows", "unknown names", "faults"}


def marks_of(kind, every):
    if kind in OF_ONE:
        return ";"
    return ";,\t|" if every else ";" if kind in OF_ROWS else ";,"


def instructions(binary, text, inputs, folder):
    path = Path(tempfile.mkdtemp(dir=folder)) / "STP-02-tt.csv"
    path.write_bytes(text.encode())
    command = ["valgrind", "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null", binary, "check", path,
               "--inputs", inputs, "--now", "2026-10-20T09:00+07:00", "--quiet"]
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True)
    found = re.search(r"I\s+refs:\s+([\d,]+)", done.stderr)
    if not found or done.returncode not in (0, 1):
        sys.exit(f"exit {done.returncode}: {done.stderr[-1000:]}")
    return int(found.group(1).replace(",", ""))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", required=True)
    parser.add_argument("--inputs", default=OFFICE)
    parser.add_argument("--only", default="")
    parser.add_argument("--all", action="store_true")
    options = parser.parse_args()
    if not shutil.which("valgrind"):
        sys.exit("valgrind is missing: apt-get install valgrind")
    wanted = [kind for kind in options.only.split(",") if kind] or list(KINDS)
    size = SIZE * 2 if options.all else SIZE
    with tempfile.TemporaryDirectory() as folder:
        # Valgrind cannot read the debugging sections of so large a program.
        bare = Path(folder) / "tonghop"
        subprocess.run(["strip", "-o", bare, options.binary], check=True)

        def count(kind, mark, size):
            return instructions(bare, KINDS[kind](mark, size), options.inputs, folder)

        tried = [(kind, mark, 2) for kind in wanted for mark in marks_of(kind, options.all)] + [("rows", ";", 4)]
        counted = sorted({(kind, mark, bytes) for kind, mark, by in tried for bytes in (NOTHING, size, by * size)})
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            costs = dict(zip(counted, pool.map(lambda each: count(*each), counted)))

        def above_nothing(kind, mark, size):
            return costs[kind, mark, size] - costs[kind, mark, NOTHING]

        grown = [(kind, mark, by, above_nothing(kind, mark, by * size) / max(1, above_nothing(kind, mark, size)))
                 for kind, mark, by in tried]
    bad = 0
    for kind, mark, by, times in grown:
        if by == 2 and times > MOST:
            bad += 1
            print(f"{kind}, parted by {mark!r}: twice the size costs {times:.1f} times as much")
        elif by == 4 and times <= MOST:
            bad += 1
            print("control: four times the size passes as twice")
    print(f"growth: {len(wanted)} kinds, {len(grown) - 1} files, {bad} faults")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
