#!/usr/bin/env python3
"""cases.py DIR… [--binary PROGRAM] [--show]: recomputes each small office and holds the figures against its README.

An office is a folder with `inputs/` and a README whose lines say what is run and what is right:

    tonghop run 2025-11 --inputs inputs --reports reports --now 2026-10-20T17:00+07:00
    expected: I07 10002, Tình trạng: sơ bộ
    expected: 2025-Q3 I07 90, Kỳ này: 15
    expected: I01 chênh lệch, Sở QA 22/SỔ: 1

Where several periods are run, a line without one of its own must hold for one of them. With `--binary` the program's figures
are compared too, cell by cell. Exit 1 where anything differs.
"""
import argparse
import re
import sys
import tempfile
from pathlib import Path

import check
from recompute import Oracle
from registers import read_period

SPANS = {"Kỳ này": "current", "Kỳ trước": "previous", "Cùng kỳ năm trước": "last_year", "Lũy kế từ đầu năm": "ytd",
         "Lũy kế cùng kỳ": "ytd_last_year"}
STATES = {"": "chính thức", "(sb)": "sơ bộ", "CB": "chưa báo cáo", "...": "chưa thu thập", "x": "không áp dụng",
          "KSS": "không so sánh được"}


class Case:
    """What a README asks for."""

    def __init__(self, folder):
        self.folder, text = folder, (folder / "README").read_text(encoding="utf-8")
        runs = re.findall(r"^tonghop run (\S+) .*?--now (\S+)", text, re.MULTILINE)
        self.periods, self.now = [period for period, _ in runs], runs[0][1]
        self.expected = [tuple(part.strip() for part in line.rpartition(":")[::2])
                         for line in re.findall(r"^expected: (.*)$", text, re.MULTILINE)]


def answer(figures, differences, asked):
    """What the recomputation has for `I07 10002, Tình trạng`."""
    subject, _, field = asked.partition(", ")
    indicator, unit = subject.split()[-2:] if "chênh lệch" not in subject else (subject.split()[0], None)
    if unit is None:
        return differences.get((indicator, field))
    value, mark, received, owed = figures[indicator, unit, SPANS.get(field, "current")]
    if field == "Tình trạng":
        return STATES[mark]
    if field in ("Báo cáo đã nhận", "Báo cáo phải gửi"):
        return str(received if field == "Báo cáo đã nhận" else owed)
    return mark if mark and mark != "(sb)" else value


def judge(case, oracle):
    """Lines that the recomputation does not give."""
    found = {period: ({row[:3]: row[3:] for row in oracle.rows(read_period(period))}, oracle.differences(read_period(period)))
             for period in case.periods}
    for asked, right in case.expected:
        named = [period for period in case.periods if asked.startswith(period + " ")]
        answers = [answer(*found[period], asked) for period in named or case.periods]
        if right not in answers:
            yield f"{asked}: right is {right}, recomputed {answers}"


def compare_with_program(case, binary, show):
    with tempfile.TemporaryDirectory() as folder:
        wrong = 0
        for period in case.periods:
            lines = check.disagreements(binary, period, case.folder / "inputs", Path(folder) / "reports", case.now)
            wrong += len(lines)
            print("\n".join(f"    {period} {line}" for line in lines[:show]))
    return wrong


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--binary", help="compare the program's figures too")
    parser.add_argument("--show", type=int, default=20, help="disagreements printed for a period at most")
    options = parser.parse_args()
    wrong = 0
    for folder in options.folders:
        case = Case(folder)
        lines = list(judge(case, Oracle(folder / "inputs", check.moment(case.now))))
        wrong += len(lines)
        print(f"{folder.name}: {len(case.expected) - len(lines)} of {len(case.expected)} right")
        print("".join(f"    {line}\n" for line in lines), end="")
        if options.binary:
            wrong += compare_with_program(case, options.binary, options.show)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
