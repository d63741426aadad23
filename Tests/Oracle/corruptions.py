#!/usr/bin/env python3
"""corruptions.py --binary PROGRAM [--inputs DIR] [--only KIND,…] [--keep DIR] [--table]: what happens to files on their way, by the month.

Each kind of damage (corrupting.py) is done to each file of the sample's month that has something to damage. Demanded is: the same
tallies as of the right file, or a finding that names the cause; never other tallies without an error or a query at their place.

    same      the tallies of the right file, and nothing asked that does not name the cause
    named     other tallies, with the cause named at each damaged cell, or once or twice for the file
    flood     the cause is named, among more findings than that
    noise     the right tallies, with errors or queries that do not name the cause
    unnamed   other tallies; there are errors or queries, none names the cause
    SILENT    tallies that are neither right nor marked by an error or a query at their row, column or file

Controls of every run, without which it fails: the files unchanged are *same*; a count that is one more is SILENT in most files
and *named* in none. Prints a line a kind; exit 1 on anything but *same* and *named*.
"""
import argparse
import random
import re
import sys
import tempfile
from collections import Counter
from pathlib import Path

import corrupting
import sent

GOOD, BAD = ("same", "named"), ("flood", "noise", "unnamed", "SILENT")
ASKED = ("error", "query")


def added(got, want):
    """The findings that the right file does not have: of each rule and value as many more."""
    left, found = Counter((finding.rule, finding.level, sent.plain(finding.value)) for finding in want.findings), []
    for finding in got.findings:
        key = (finding.rule, finding.level, sent.plain(finding.value))
        left[key] -= 1
        if left[key] < 0:
            found.append(finding)
    return found


def names(case, findings):
    """Whether findings name the cause: at each damaged cell, or anywhere."""
    if case.cells:
        return all(any((finding.row - 1, finding.column - 1 if finding.column else None) == place and re.search(cause, finding.words)
                       for finding in findings) for place, cause in case.cells.items())
    return any(re.search(case.cause, finding.words, re.DOTALL) for finding in findings)


def unmarked(case, got, want, asked):
    """Places whose tallies differ, and where no error and no query stands."""
    if not got.tallies and got.state in ("refused", "wrongFormat", "held") and asked:
        return []
    marked = {finding.row - 1 for finding in asked}
    if marked & {-1, case.table.header}:
        return []
    rows = {}
    for row, source in enumerate(case.origin):
        cells = case.right.rows[source] if source is not None and source in case.right.data else [""] * (case.right.code + 1)
        rows.setdefault(cells[case.right.code], set()).add(row)
    wrong = {key[1] for key in got.tallies.keys() | want.tallies.keys() if got.tallies.get(key) != want.tallies.get(key)}
    others = rows.get("", set())
    return sorted(unit for unit in wrong if not rows.get(unit, others) & marked)


def judge(case, got, want):
    """(verdict, the findings that are new)."""
    if len(got) != 1 or len(want) != 1:
        return "unnamed", []
    got, want = got[0], want[0]
    new = added(got, want)
    asked = [finding for finding in new if finding.level in ASKED]
    if case.never_counts:
        verdict = "named" if names(case, asked) and not got.tallies else "unnamed" if asked else "SILENT"
        return verdict, new
    if got.counts == want.counts:
        return "noise" if asked and not names(case, asked) else "same", new
    if unmarked(case, got, want, asked) or not asked:
        return "SILENT", new
    if not names(case, new):
        return "unnamed", new
    return "flood" if len(asked) > 2 * max(1, len(case.cells)) else "named", new


def unchanged(table, rng):
    return corrupting.Damaged(table, table, "", {}, list(range(len(table.rows))))


def one_more(table, rng):
    cells = [(row, column) for row, column in table.numbers if table.rows[row][column].isdecimal()]
    if not cells:
        return None
    row, column = rng.choice(cells)
    # Without the total, which would tell.
    right = table.changed({(table.total, c): "" for c in table.counts if c < len(table.rows[table.total])}) if table.total else table
    return corrupting.damaged(right, {(row, column): str(int(table.rows[row][column]) + 1)}, "không có gì")


CONTROLS = {"(unchanged)": unchanged, "(one more)": one_more}


class Runner:
    """Sends files through the program, the right ones once."""

    def __init__(self, options, folder):
        self.options, self.folder, self.seen = options, folder, {}

    def send(self, files):
        return sent.send(self.options.binary, self.options.inputs, self.folder / "office", files)

    def readings(self, cases):
        """(got, want) of each case by the name of its file."""
        wanted = {name: case.right.bytes() for name, case in cases.items()}
        missing = {name: content for name, content in wanted.items() if (name, content) not in self.seen}
        if missing:
            for name, reading in self.send(missing).items():
                self.seen[name, wanted[name]] = reading
        got = self.send({name: case.bytes() for name, case in cases.items()})
        return {name: (got[name], self.seen[name, wanted[name]]) for name in cases}


def run(runner, label, damage, tables, options):
    """The verdicts on a kind, each with its file and what was said."""
    cases = {}
    for table in tables:
        rng = random.Random(f"{options.seed} {label} {table.name}")
        if case := damage(table, rng):
            cases[table.name] = case
    if not cases:
        return {}
    found = {name: judge(cases[name], *pair) for name, pair in runner.readings(cases).items()}
    if options.keep:
        folder = options.keep / label
        folder.mkdir(parents=True, exist_ok=True)
        for name, case in cases.items():
            (folder / name).write_bytes(case.bytes())
    return found


def show(label, found, options):
    counts = Counter(verdict for verdict, _ in found.values())
    noted = sum(verdict == "same" and bool(new) for verdict, new in found.values())
    columns = "".join(f"{counts[verdict] or '·':>9}" for verdict in GOOD + BAD)
    print(f"  {label:36}{len(found):5}{columns}{noted or '·':>9}", flush=True)
    if not options.table:
        return
    for verdict in BAD:
        for name in [name for name, (other, _) in found.items() if other == verdict][:options.show]:
            new = found[name][1]
            print(f"      {verdict}: {options.keep / label / name if options.keep else name}: {len(new)} new findings")
            for finding in new[:4]:
                print(f"          {finding.row}:{finding.column} {finding.level} [{finding.rule}] {finding.words[:240]}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", required=True)
    parser.add_argument("--inputs", type=Path, default=Path("inputs"))
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="")
    parser.add_argument("--keep", type=Path, help="a folder for the damaged files")
    parser.add_argument("--table", action="store_true", help="show examples of what is not as demanded")
    parser.add_argument("--show", type=int, default=1)
    options = parser.parse_args()
    tables, of = sent.month_of(options.inputs), corrupting.districts(options.inputs)
    only = set(filter(None, options.only.split(",")))
    total, failed = Counter(), False
    print(f"  {'':36}files" + "".join(f"{verdict:>9}" for verdict in GOOD + BAD) + f"{'+ note':>9}")
    with tempfile.TemporaryDirectory() as folder:
        runner = Runner(options, Path(folder))
        for label, control in CONTROLS.items():
            found = run(runner, label, control, tables, argparse.Namespace(seed=options.seed, keep=None))
            show(label, found, argparse.Namespace(table=False))
            counts = Counter(verdict for verdict, _ in found.values())
            if counts["same"] < len(found) if control is unchanged else counts["named"] or counts["SILENT"] * 2 < len(found):
                print(f"  the control {label} passes")
                failed = True
        for label, damage in corrupting.KINDS.items():
            if only and label not in only:
                continue
            if label == "totals_of_districts":
                found = run(runner, label, lambda table, rng: corrupting.totals_of_districts(table, rng, of), tables, options)
            else:
                found = run(runner, label, damage, tables, options)
            show(label, found, options)
            total += Counter(verdict for verdict, _ in found.values())
    print(f"corruptions: {sum(total.values())} files,", ", ".join(f"{total[verdict]} {verdict}" for verdict in GOOD + BAD))
    return 1 if failed or any(total[verdict] for verdict in BAD) or not total else 0


if __name__ == "__main__":
    sys.exit(main())
