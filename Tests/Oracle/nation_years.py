#!/usr/bin/env python3
"""nation_years.py --binary PROGRAM --folder DIR [--months 120] [--few]: a nation's ledger over years, month by month.

Packages of all 34 provinces with all communes are written by a seed of each month (`nation.py`; all figures are invented), `run` takes
them in, and time and memory of each run are written to DIR/thang.csv. The first months and the last one are run one by one, those between by the
year, which leaves the same ledger by fewer drafts. It may be stopped and started again: a run that stands there is not made a second time. The figures
of each run's month are worked out here and compared, and each twelfth month is issued. At the end: the ledger's size, a run with nothing new,
`status`, `verify`, and `report --as-of` of the first year's last month, each measured.

Exit 1 where a figure differs, or where the control passes: figures of another month taken for the right ones.
"""
import argparse
import csv
import random
import shutil
import subprocess
import sys
from pathlib import Path

import nation

COLUMNS = ["month", "months", "seconds", "processor", "mib", "ledger_mib"]


def month_names(count):
    return list(nation.months(count))


def put_down(path, row):
    new = not path.exists()
    with open(path, "a", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS)
        if new:
            writer.writeheader()
        writer.writerow(row)


def seed(options, month):
    return random.Random(f"{options.seed} {month}")


def batches(options):
    """Months that are taken in by one run: some of the first and the last one by one, those between by the year."""
    names = month_names(options.months)
    singly, between = names[:options.singly], names[options.singly:-1]
    return [[name] for name in singly] + [between[n:n + 12] for n in range(0, len(between), 12)] + [names[-1:]] * (len(names) > options.singly)


def grow(office, options, record):
    done = {row["month"] for row in nation.table(record, ",")} if record.exists() else set()
    faults, compared, before, names = [], 0, None, month_names(options.months)
    for batch in batches(options):
        month = batch[-1]
        if month in done:
            continue
        for name in batch:
            sent, _, _ = nation.send(office, seed(options, name), name, names.index(name))
        office.run("run", month, "--quiet", now=f"{month}-20T09:00+07:00")
        cost = office.cost
        found = nation.read(office.root / f"bo/reports/{month}/du-thao/so-lieu-{month}.csv")
        right = nation.expected(sent, office.provinces, office.indicators)
        compared += len(right)
        faults += [f"{month} {fault}" for fault in nation.differences(right, found)[:8]]
        if before is not None and not nation.differences(before, found):
            faults.append("a control passes: the figures of another month")
        before = right
        if names.index(month) % 12 == 0:
            office.run("issue", month, "--yes", now=f"{month}-21T09:00+07:00")
        ledger = (office.root / "bo/reports/ledger.sqlite").stat().st_size >> 20
        put_down(record, {"month": month, "months": len(batch), "seconds": f"{cost.seconds:.1f}", "processor": f"{cost.processor:.1f}",
                          "mib": cost.mib, "ledger_mib": ledger})
        print(f"{month} ({len(batch)}): {cost.seconds:.1f} s, {cost.processor:.1f} s of work, {cost.mib} MiB, ledger {ledger} MiB; "
              f"{len(faults)} wrong", flush=True)
    print(f"{compared} figures compared")
    return faults


def ask(office, options):
    """What is asked of a ledger of years."""
    names = month_names(options.months)
    last, first_year = names[-1], names[min(11, len(names) - 1)]
    moment = f"{last}-22T09:00+07:00"
    for words in (["run", last, "--quiet"], ["status", last], ["verify"], ["report", first_year, "--as-of", f"{first_year}-25", "--output", str(office.root / "nhu-khi-do")]):
        shutil.rmtree(office.root / "nhu-khi-do", ignore_errors=True)
        office.run(*words, now=None if words[0] in ("verify", "report") else moment)
        cost = office.cost
        print(f"{' '.join(words[:4])}: {cost.seconds:.1f} s, {cost.processor:.1f} s of work, {cost.mib} MiB", flush=True)
    size = subprocess.run(["du", "-sm", str(office.root / "bo/reports/archive")], capture_output=True, text=True, check=False).stdout.split()
    print(f"ledger {(office.root / 'bo/reports/ledger.sqlite').stat().st_size >> 20} MiB; archive {size[0] if size else '?'} MiB")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--binary", required=True)
    parser.add_argument("--folder", type=Path, required=True)
    parser.add_argument("--months", type=int, default=120)
    parser.add_argument("--singly", type=int, default=13, help="how many of the first months are run one by one")
    parser.add_argument("--few", action="store_true", help="three invented provinces of four communes: the script itself")
    parser.add_argument("--one-language", action="store_true", help="without the sheets in English")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    options.binary, options.catalogue = str(Path(options.binary).resolve()), nation.ROOT / "inputs/catalogue"
    options.provinces, options.communes, options.register = 34, 0, str(nation.ROOT / "inputs/register/vietnam-units.csv")
    if options.few:
        options.provinces, options.communes, options.register = 3, 4, None
    options.folder.mkdir(parents=True, exist_ok=True)
    office = nation.Office(options, options.folder)
    faults = grow(office, options, options.folder / "thang.csv")
    ask(office, options)
    for fault in faults[:40]:
        print(f"FAILS: {fault}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
