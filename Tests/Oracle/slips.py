#!/usr/bin/env python3
"""slips.py --binary PROGRAM [--slips 1000] [--every N] [--seed S] [--keep DIR]: slips of nine kinds in an office with 20 months of history.

Twelve months come in honestly. Then the office goes two ways, eight months each: in one every file is honest; in the other each
month has slips planted, the program runs after the deadline, and before the next month comes the right files are sent. Prints for
each kind how many were found, and how many honest files of each department were held in the 20 months. Exit 1 where a kind is
found in less than 95 of 100, or more than one honest submission of a department was held.

Found is a slip whose file the program holds or does not count, and of the eighth kind one that it asks about (`ASKED`). What only
luck could tell is not planted: last month's or another's figures, or sums since January, of a file with fewer than LEAST counts.

    1  last month's figures under this month's heading      5  `Lần gửi: 2` with only the corrected rows
    2  sums since January for a month                       6  a file copied to another month or another department
    3  a register of last year or of last month             7  last year's month, long standing, replaced by this year's figures
    4  an empty template                                    8  a column lost or unknown; a district's row one digit off
    9  another department's figures of this month, in a file of its own

Controls of every run, without which it fails: taking no notice of what the program says finds nothing (`--ignore` fails alike);
right files called slips are not found (`--unplanted` fails alike, to its end); in the honest half nothing of kind 8 is asked.
"""
import argparse
import datetime
import json
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from pathlib import Path

import check
import holding
import slips_office as office
from slips_office import MONTHS, REGISTER, SHEETS, moved

KINDS = {1: "last month's figures again", 2: "sums since January", 3: "a register of another time", 4: "an empty template",
         5: "only the corrected rows", 6: "a file in another place", 7: "last year's month replaced", 8: "a column or digit lost",
         9: "another's figures"}
ASKED = {"missing-column", "missing-measure-column", "unknown-column", "district-and-communes"}
LEAST, HISTORY, ENOUGH = 8, 12, 0.95


def now(month):
    return f"{office.last_day(month) + datetime.timedelta(6)}T09:00+07:00"


class Folder:
    """An office on the disk, in one of its two futures."""

    def __init__(self, root):
        self.root, self.inputs, self.reports = root, root / "inputs", root / "reports"

    def write(self, path, text):
        path = self.inputs / path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def put(self, paper, suffix="", month=None, code=None):
        """Puts a paper where it belongs, or elsewhere; its path below submissions/."""
        path = f"{month or paper.month}/{code or paper.department.code}-{paper.form}{suffix}.csv"
        self.write(f"submissions/{path}", paper.text())
        return path

    def decide(self, lines):
        self.write("xu-ly.csv", office.DECISIONS_HEAD + "".join(lines))

    def run(self, binary, month):
        check.run(binary, month, self.inputs, self.reports, now(month))

    def held(self, binary, months, at):
        """path → state, of what is held or not counted in some months."""
        found = dict.fromkeys(holding.waiting(self.reports), "held")
        for month in months:
            for entry in holding.status(binary, month, self.inputs, self.reports, now(at))["submissions"]:
                found |= dict.fromkeys(entry.get("held") or [], "held")
        return found


def findings(binary, folder, paths, at):
    """path → rules of level error or query that a file alone shows, by `check` of many files at once and without the ledger."""
    found = defaultdict(set)
    if paths:
        done = subprocess.run([binary, "check", *[str(folder.inputs / "submissions" / path) for path in sorted(paths)],
                               "--inputs", folder.inputs, "--reports", folder.root / "none", "--now", now(at), "--format", "json"],
                              capture_output=True, text=True)
        if done.returncode not in (0, 1):
            raise RuntimeError(f"check: exit {done.returncode}: {done.stderr[-500:]}")
        for finding in json.loads(done.stdout)["findings"]:
            if finding["level"] != "note":
                found["/".join(Path(finding["file"]).parts[-2:]).split("!")[0]].add((finding["level"], finding["rule"], finding.get("line") or 0))
    return found


# --- slips

def last_months(rng, right, past, others):
    before = past[moved(right.month, -1), right.department.code, right.form]
    return [(before.copy(month=right.month, sequence=1), "", None, None, True)] if len(before.numbers) >= LEAST else None


def sums(rng, right, past, others):
    year, months = right.month[:4], int(right.month[5:])
    papers = [past.get((f"{year}-{number:02d}", right.department.code, right.form)) for number in range(1, months)] + [right]
    if None in papers or months < 3 or len(right.numbers) < LEAST:
        return None
    kinds, total = [kind for _, _, kind in SHEETS[right.form][1]], {}
    for paper in papers:
        for row in paper.rows:
            cells = total.setdefault((row[0], row[1]), ["0"] * len(kinds))
            for at, (cell, kind) in enumerate(zip(row[2:], kinds)):
                number = int(cell) if cell.isdigit() else 0
                cells[at] = str(number + (int(cells[at]) if kind == "flow" else 0))
    return [(right.copy(rows=[list(place) + cells for place, cells in sorted(total.items())]), "", None, None, True)]


def other_register(rng, right, past, others):
    if rng.random() < 0.5:
        rows = past[moved(right.month, -1), right.department.code, right.form].rows
    else:
        rows = [[f"{row[0][:6]}{int(row[0][6:]) - 1}"] + row[1:] for row in right.rows]
    return [(right.copy(rows=[list(row) for row in rows]), "", None, None, True)]


def empty(rng, right, past, others):
    return [(right.copy(rows=[row[:2] + [""] * (len(row) - 2) for row in right.rows]), "", None, None, True)] if right.rows else None


def corrected_rows(rng, right, past, others):
    at = [number for number, row in enumerate(right.rows) if any(cell.isdigit() and cell != "0" for cell in row[-3:])]
    if len(at) < 4:
        return None
    whole = office.corrected(rng, right)
    chosen = rng.sample(at, rng.choice([1, 1, 2]))
    return [(right, "", None, None, False), (whole.copy(rows=[whole.rows[number] for number in sorted(chosen)]), "-sua", None, None, True)]


def elsewhere(rng, right, past, others):
    """A file that is in its place too: the one of last month that stands, or one that another department sends this month."""
    before = past[moved(right.month, -1), right.department.code, right.form]
    if rng.random() < 0.5:
        return [(before.copy(), "", right.month, None, True)] if before.rows else None
    there = [paper for paper in others if paper.form == right.form and paper.rows and paper.department is not right.department
             and paper.department.area == right.department.area]
    return [(rng.choice(there).copy(), "", None, right.department.code, True)] if there else None


def last_year(rng, right, past, others):
    """This month's figures, consistently under last year's year; what stands there was not corrected, so that the file would replace it."""
    year = moved(right.month, -12)
    if past[year, right.department.code, right.form].sequence > 1:
        return None
    rows = [list(row) for row in right.rows]
    if right.form == REGISTER:
        rows = [[f"{row[0][:6]}{int(row[0][6:]) - 1}"] + row[1:] for row in rows]
    return [(right.copy(month=year, rows=rows), rng.choice(["-moi", ""]), year, None, True)]


def lost(rng, right, past, others):
    if right.form != REGISTER and rng.random() < 0.4 and len(right.rows) > 3:
        district = right.rows[0][0]
        district = str(801 + (int(district) - 30000) // 100)
        own = [row for row in right.rows if str(801 + (int(row[0]) - 30000) // 100) == district]
        total = [sum(int(row[at]) if row[at].isdigit() else 0 for row in own) for at in range(2, len(own[0]))]
        at = max(range(len(total)), key=lambda place: total[place])
        if not total[at]:
            return None
        digits = list(str(total[at]))
        place = rng.randrange(len(digits))
        digits[place] = rng.choice([digit for digit in "123456789" if digit != digits[place]])
        total[at] = "".join(digits)
        name = office.ROOTS[int(district) - 801]
        row = [district, f"Huyện {name}"] + [str(cell) for cell in total]
        return [(right.copy(rows=[row] + right.rows), "", None, None, True)]
    columns = list(range(2, len(right.header))) if right.form != REGISTER else [4, 5]
    at = rng.choice([column for column in columns if any(row[column].isdigit() and row[column] != "0" for row in right.rows)] or columns)
    if right.form != REGISTER and rng.random() < 0.5:
        header = list(right.header)
        header[at] = rng.choice(["Cột 7", "SL", "Kết quả", "Ghi"])
        return [(right.copy(header=header), "", None, None, True)]
    return [(right.copy(header=right.header[:at] + right.header[at + 1:], rows=[row[:at] + row[at + 1:] for row in right.rows]),
             "", None, None, True)]


def anothers(rng, right, past, others):
    """The figures that another department sends this month for the same places, under the department's own heading."""
    there = [paper for paper in others if paper.form == right.form and len(paper.numbers) >= LEAST
             and paper.department is not right.department and paper.department.area == right.department.area]
    return [(right.copy(rows=[list(row) for row in rng.choice(there).rows]), "", None, None, True)] if there else None


PLANT = {1: last_months, 2: sums, 3: other_register, 4: empty, 5: corrected_rows, 6: elsewhere, 7: last_year, 8: lost, 9: anothers}


def fits(kind, form):
    return (kind == 3) if form == REGISTER and kind in (1, 2, 3, 4, 9) else kind != 3


# --- the two futures

def send(rng, staff, month, folder, past, lines):
    """A month of honest files: some with a correction that comes with them."""
    for one in staff:
        for form in one.forms:
            if (month, one.code, form) not in past:
                past[month, one.code, form] = office.honest(rng, one, form, month)
            paper = past[month, one.code, form]
            folder.put(paper)
            if rng.random() < 0.05:
                past[month, one.code, form] = office.corrected(rng, paper)
                folder.put(past[month, one.code, form], "-sua")
            day = office.last_day(month) + datetime.timedelta(rng.choice([1, 1, 2, 2, 3, 5]))
            for suffix in ("", "-sua"):
                path = f"{month}/{one.code}-{form}{suffix}.csv"
                lines.append(f"{day:%d/%m/%Y};{month};{one.code};{form};{path};ngày nhận;{day:%d/%m/%Y} 09:00;thử;CV\n")
    folder.decide(lines)


def history(folder, staff, rng, options, past, lines, months):
    for at, month in enumerate(months):
        send(rng, staff, month, folder, past, lines)
        if at % 4 == 3 or at == len(months) - 1:
            folder.run(options.binary, month)


def honest_half(folder, staff, rng, options, past, lines, control):
    """Paths of honest files that were ever held, and what of kind 8 was asked. The control has files of the last month as slips."""
    history(folder, staff, rng, options, past, lines, MONTHS[HISTORY:])
    held = set(folder.held(options.binary, MONTHS, MONTHS[-1]))
    paths = [f"{MONTHS[-1]}/{one.code}-{form}.csv" for one in staff for form in one.forms]
    asked = findings(options.binary, folder, paths, MONTHS[-1])
    control.judge(options, folder, {path: 1 + number % len(KINDS) for number, path in enumerate(paths)}, MONTHS[-1])
    return held, {path for path, rules in asked.items() if ASKED & {rule for _, rule, _ in rules}}


def slipped_half(folder, staff, rng, options, past, lines, scores):
    score, planted = scores[0], 0
    for number, month in enumerate(MONTHS[HISTORY:]):
        quota = options.slips * (number + 1) // len(MONTHS[HISTORY:]) - planted
        rights = {(one.code, form): office.honest(rng, one, form, month) for one in staff for form in one.forms}
        past |= {(month, *slot): paper for slot, paper in rights.items()}
        slots, slips = list(rights), {}
        rng.shuffle(slots)
        # The last slots of the month stay as they are: what is copied from them is there twice.
        others = [rights[slot] for slot in slots[quota:]]
        for slot in slots:
            right, kinds = rights[slot], [kind for kind in KINDS if fits(kind, slot[1])]
            for kind in sorted(kinds, key=lambda kind: (score.planted[kind] + sum(k == kind for k, _ in slips.values()), kind)):
                if len(slips) < quota and right not in others and (files := PLANT[kind](rng, right, past, others)):
                    slips[slot] = (kind, files)
                    break
        bad, after = {}, []
        for slot, right in rights.items():
            kind, files = slips.get(slot, (None, [(right, "", None, None, False)]))
            if kind and options.unplanted:
                files = [(right, "", None, None, True)]
            for paper, suffix, where, code, is_slip in files:
                path = folder.put(paper, suffix, where, code)
                if is_slip:
                    bad[path] = kind
            if kind:
                after.append((kind, right, [path for path in bad if bad[path] == kind and f"{slot[0]}-{slot[1]}" in path]))
                if kind == 7:
                    folder.put(right)
        folder.run(options.binary, month)
        for one in scores:
            one.judge(options, folder, bad, month)
        planted += len(slips)
        for kind, right, paths in after:
            if kind == 7:
                year = moved(right.month, -12)
                old = past[year, right.department.code, right.form]
                lines += [f"{office.last_day(month):%d/%m/%Y};;;;{path};rút tệp;;gửi nhầm;CV\n" for path in paths if path.endswith("-moi.csv")]
                if any(not path.endswith("-moi.csv") for path in paths):
                    folder.put(old.copy(sequence=9), "-lai")
            else:
                past[month, right.department.code, right.form] = right.copy(sequence=3)
                folder.put(past[month, right.department.code, right.form], "-dung")
        folder.decide(lines)


class Score:
    def __init__(self, ignores=False):
        self.ignores = ignores
        self.planted, self.found, self.missed, self.how = Counter(), Counter(), defaultdict(list), defaultdict(Counter)

    def share(self, kind):
        return self.found[kind] / max(1, self.planted[kind])

    def judge(self, options, folder, bad, month):
        held = folder.held(options.binary, sorted({path.split("/")[0] for path in bad}), month)
        said = findings(options.binary, folder, bad, month)
        for path, kind in bad.items():
            self.planted[kind] += 1
            rules = said[path]
            whole = {rule for level, rule, line in rules if level == "error" and line == 0} | \
                {rule for level, rule, _ in rules if level == "error" and rule in ("header-not-found", "witnesses-disagree")}
            asked = {rule for _, rule, _ in rules} & ASKED if kind == 8 else set()
            how = "held" if path in held else "refused" if whole else "asked" if asked else None
            if how and not self.ignores:
                self.found[kind] += 1
                self.how[kind][how] += 1
            else:
                self.missed[kind].append(f"{month}: {path} {sorted({rule for _, rule, _ in rules})}")


def passing(control):
    """Kinds that a control passes, which it must not, or that it never came to."""
    return [kind for kind in KINDS if not control.planted[kind] or control.share(kind) >= 1 - ENOUGH]


def report(score, staff, held, asked, controls, seconds, show):
    failed = False
    for kind, name in KINDS.items():
        failed |= score.share(kind) < ENOUGH
        print(f"  {kind} {name:28} {score.found[kind]:4} of {score.planted[kind]:4} found: {score.share(kind):6.1%}  {dict(score.how[kind])}")
        print("".join(f"      missed {line}\n" for line in score.missed[kind][:show]), end="")
    by = Counter(path.split("/")[1].split("-")[0] for path in held)
    worst = ", ".join(f"{code} {count}" for code, count in by.most_common(5))
    print(f"  honest files held in {len(MONTHS)} months: {sum(by.values())} of {len(staff)} departments; most: {worst or 'none'}")
    print("".join(f"      held {path}\n" for path in sorted(held)[:show]) + "".join(f"      asked {path}\n" for path in sorted(asked)[:show]), end="")
    failed |= any(count > 1 for count in by.values()) or bool(asked)
    for name, control in controls.items():
        failed |= bool(passing(control))
        print(f"  control, {name}: {sum(control.found.values())} of {sum(control.planted.values())} found"
              + "".join(f"; kind {kind} passes" for kind in passing(control)))
    print(f"slips: {sum(score.found.values())} of {sum(score.planted.values())} found, {seconds:.0f} s{'; FAILED' if failed else ''}")
    return 1 if failed else 0


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--binary", required=True)
    parser.add_argument("--slips", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--show", type=int, default=4, help="missed slips and held honest files printed for a kind")
    parser.add_argument("--every", type=int, default=1, help="only every so manieth department, for a short run")
    parser.add_argument("--ignore", action="store_true", help="control: take no notice of what the program says; must fail")
    parser.add_argument("--unplanted", action="store_true", help="control: the right files in the place of slips; must fail")
    options = parser.parse_args()
    began, rng, score = time.monotonic(), random.Random(options.seed), Score(options.ignore)
    controls = {"no notice taken": Score(ignores=True), "right files": Score()}
    with tempfile.TemporaryDirectory() as temporary:
        root = options.keep or Path(temporary)
        staff, past, lines = office.departments(rng)[::options.every], {}, []
        folder = Folder(root / "honest")
        for name, text in office.catalogue(staff).items():
            folder.write(f"catalogue/{name}", text)
        history(folder, staff, rng, options, past, lines, MONTHS[:HISTORY])
        shutil.copytree(folder.root, root / "slipped")
        held, asked = honest_half(folder, staff, random.Random(f"{options.seed}/honest"), options, dict(past), list(lines), controls["right files"])
        slipped_half(Folder(root / "slipped"), staff, random.Random(f"{options.seed}/slips"), options, past, list(lines),
                     [score, controls["no notice taken"]])
    return report(score, staff, held, asked, controls, time.monotonic() - began, options.show)


if __name__ == "__main__":
    sys.exit(main())
