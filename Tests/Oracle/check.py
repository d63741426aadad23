#!/usr/bin/env python3
"""check.py --binary PROGRAM [--inputs DIR] [PERIOD…]: runs the program on the sample in a private folder, recomputes the same
periods with recompute.py and compares. Prints one line a period, and each disagreement; exit 1 on any."""
import argparse
import csv
import datetime
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import compare
import holding
from recompute import Oracle
from registers import read_period

HERE = Path(__file__).resolve().parent
SAMPLE = HERE.parent.parent / "scripts" / "sample"
# After the deadlines of the newest month, whichever calendar its office keeps.
NOW = "2026-11-21T09:00+07:00"
PERIODS = ["2026-10", "2026-Q3", "2026-9M", "2025-H1", "2025", "2025-07"]
# The same for an office whose months are those of the calendar.
CALENDAR_PERIODS = ["2025-H1", "2026-10"]


def run(binary, period, inputs, reports, now):
    """The draft that the program makes."""
    done = subprocess.run([binary, "run", period, "--inputs", inputs, "--reports", reports, "--now", now, "--quiet"],
                          capture_output=True, text=True)
    if done.returncode not in (0, 1):
        raise RuntimeError(f"{period}: the program's exit is {done.returncode}: {done.stderr.strip()[-500:]}")
    return reports / period / "du-thao"


def moment(text):
    return datetime.datetime.fromisoformat(re.sub(r"([+-]\d\d:\d\d|Z)$", "", text))


def written(draft, with_workbook=True):
    """The figures of a draft's data tables, by the table."""
    for path in sorted(draft.glob("so-lieu-*.csv"))[:1]:
        yield path.name, compare.read_csv(path)
    for path in sorted(draft.glob("so-lieu-*.xlsx"))[:1] if with_workbook else ():
        yield path.name, compare.read_workbook(path)


def recomputed(oracle, period):
    return {row[:3]: tuple(map(str, row[3:])) for row in oracle.rows(read_period(period))}


def ratios(inputs):
    with open(Path(inputs) / "catalogue" / "indicators.csv", encoding="utf-8-sig", newline="") as file:
        return [row["code"] for row in csv.DictReader(file) if row["kind"] == "ratio"]


def disagreements(binary, period, inputs, reports, now):
    """Each figure of a draft of which the recomputation has another."""
    draft = run(binary, period, inputs, reports, now)
    figures = recomputed(Oracle(inputs, moment(now), holding.held(binary, inputs, reports, now)), period)
    return [line for name, found in written(draft) for line in compare.compare(figures, found, name, ratios(inputs))]


def check(period, options, folder, inputs, label="oracle"):
    reports = folder / "reports"
    try:
        draft = run(options.binary, period, inputs, reports, NOW)
        held = holding.held(options.binary, Path(inputs), reports, NOW)
    except RuntimeError as fault:
        print(fault)
        return False
    found = [("--csv", path) for path in sorted(draft.glob("so-lieu-*.csv"))[:1]] \
        + [("--workbook", path) for path in sorted(draft.glob("so-lieu-*.xlsx"))[:1]]
    if not found:
        print(f"{period}: no so-lieu file in {draft}")
        return False
    named = folder / "held.txt"
    named.write_text("\n".join(sorted(held)), encoding="utf-8")
    oracle = folder / f"{period}.csv"
    with open(oracle, "w") as file:
        subprocess.run([sys.executable, HERE / "recompute.py", period, "--inputs", inputs, "--now", NOW,
                        "--held", named],
                       stdout=file, check=True)
    arguments = ["--ratios", ",".join(ratios(inputs))] + [str(part) for pair in found for part in pair]
    compared = subprocess.run([sys.executable, HERE / "compare.py", oracle, *arguments], capture_output=True, text=True)
    lines = (compared.stdout + compared.stderr).replace(f"{draft}/", "").strip().splitlines()
    summaries = [line for line in lines if "figures compared" in line]
    others = [line for line in lines if "figures compared" not in line]
    print("\n".join(others[:options.show] + ([f"… and {len(others) - options.show} more"] if len(others) > options.show else [])
                    + [f"{label} {period}: {line}" for line in summaries]))
    printed = subprocess.run(
        [sys.executable, HERE / "annexes.py", oracle, draft / f"tong-hop-{period}.xlsx", Path(inputs) / "catalogue",
         draft / f"tong-hop-{period}.txt"], capture_output=True, text=True)
    lines = (printed.stdout + printed.stderr).strip().splitlines()
    print("\n".join(lines[:-1][:options.show] + [f"{label} {period}: {line}" for line in lines[-1:]]))
    told = subprocess.run(
        [sys.executable, HERE / "prose.py", draft, period, Path(inputs) / "catalogue"], capture_output=True, text=True)
    lines = (told.stdout + told.stderr).strip().splitlines()
    print("\n".join(lines[:-1][:options.show] + [f"{label} {period}: {line}" for line in lines[-1:]]))
    return compared.returncode == 0 and printed.returncode == 0 and told.returncode == 0


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("periods", nargs="*", default=PERIODS)
    parser.add_argument("--binary", required=True)
    parser.add_argument("--inputs", default="inputs")
    parser.add_argument("--show", type=int, default=20, help="disagreements printed for a period at most")
    options = parser.parse_args()
    selftest = subprocess.run([sys.executable, HERE / "selftest.py"], capture_output=True, text=True)
    print("oracle, by hand:", ", ".join(line for line in selftest.stderr.splitlines()[-3:] if line))
    if selftest.returncode:
        print(selftest.stderr)
        return 1
    with tempfile.TemporaryDirectory() as folder:
        # Every period is checked, also after one has failed.
        agreed = [check(period, options, Path(folder), options.inputs) for period in options.periods]
    if options.periods == PERIODS:
        with tempfile.TemporaryDirectory() as folder:
            inputs = Path(folder) / "inputs"
            subprocess.run([sys.executable, SAMPLE, "--calendar-months", inputs], check=True)
            agreed += [check(period, options, Path(folder), inputs, "calendar months,") for period in CALENDAR_PERIODS]
    return 0 if all(agreed) else 1


if __name__ == "__main__":
    sys.exit(main())
