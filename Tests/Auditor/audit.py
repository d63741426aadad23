#!/usr/bin/env python3
"""audit.py FOLDER [--rules] [--across]: works out what an attacker can of every suppressed figure, by linear programmes (HiGHS).

Reads what was given out, one history a file: a line `threshold INDICATOR COUNT` for each protected indicator, then the
packages in the order of release, as the program keeps them. Shares no code with it. A figure is the sum, over the months of
its span, of the counts of the units that are counted in its place; the counts are unknown and not below zero. What is known:
every figure that was shown in any package, and that a count that no correction changed is the same in all of them.

Of every suppressed figure the least and the greatest possible value are found; they must lie apart by the threshold at
least. With --rules the attacker knows as well that no zero is suppressed; then a small count must be open by as much as there
are small counts: by the threshold less two.

With --across the attacker knows as well how indicators lie to one another, by lines of a history: `atmost PART WHOLE`, in every
unit and month the part's count is at most the whole's (cases and persons, households and persons, a «trong đó» and its whole,
settled and arising); `together FIRST SECOND`, where the second has a count the first has one; `neverfalls INDICATOR`, no month
of a year has less than the month before. All figures of all indicators that are linked so are one programme. What the data
themselves break says nothing there.

Lines `rounded INDICATOR SPAN PLACE COUNT` of a package say what stood in place of a figure that was shown rounded to fives: of
it is known only that it is less than five away, and not zero. The same figure must be rounded the same way in all packages.

Exit 1 where a figure is closer than that, and 2 where a history cannot be read.
"""

import math
import sys
from pathlib import Path

import highspy
import numpy as np

BASE = 5


class Release:
    """One package."""

    def __init__(self, lines):
        self.places, self.units, self.lineage = [], [], []
        self.views, self.amounts = {}, {}
        self.rounded = {}
        code = None
        for words in (line.split(" ") for line in lines):
            if words[0] in ("tonghop-seen", "period", "audience", "edition", "name", "counts", "below"):
                continue
            if words[0] == "places":
                self.places = words[1:]
            elif words[0] == "unit":
                self.units.append(words[1])
                self.lineage.append([int(number) for number in words[2].split(",") if number])
            elif words[0] == "indicator":
                code = words[1]
                self.views[code], self.amounts[code] = {}, {}
            elif words[0] == "seen":
                self.views[code][words[1]] = words[2]
            elif words[0] == "amounts":
                pairs = (word.split("=") for word in words[2:] if word)
                self.amounts[code][words[1]] = [(int(unit), int(amount)) for unit, amount in pairs]
            elif words[0] == "rounded":
                self.rounded[tuple(words[1:4])] = int(words[4])
            else:
                raise ValueError(f"unknown line: {' '.join(words)[:60]}")


def read(path):
    thresholds, releases, lines = {}, [], None
    known = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("threshold "):
            _, code, count = line.split(" ")
            thresholds[code] = int(count)
        elif line.split(" ")[0] in ("atmost", "together", "neverfalls"):
            known.append(tuple(line.split(" ")))
        elif line in ("tonghop-seen 1", "tonghop-seen 2"):
            lines = []
            releases.append(lines)
        if lines is not None:
            lines.append(line)
    return thresholds, known, [Release(lines) for lines in releases]


def months(span):
    """The months of a span as the program writes it."""
    year = int(span[:4])
    rest = span[4:]
    if ".." in span:
        first, last = span.split("..")
        start, end = (int(text[:4]) * 12 + int(text[5:]) - 1 for text in (first, last))
        return [f"{index // 12:04d}-{index % 12 + 1:02d}" for index in range(start, end + 1)]
    named = {"": (1, 12), "-H1": (1, 6), "-H2": (7, 12), "-9M": (1, 9)}
    if rest in named:
        first, last = named[rest]
    elif rest.startswith("-Q"):
        last = 3 * int(rest[2:])
        first = last - 2
    else:
        first = last = int(rest[1:])
    return [f"{year:04d}-{month:02d}" for month in range(first, last + 1)]


class Knowledge:
    """Counts that nobody shows, and the sums of them that are shown or suppressed."""

    def __init__(self, code, releases):
        self.columns = {}
        self.truth = []
        self.shown, self.suppressed = {}, {}
        self.rounded = {}
        for release in releases:
            if code not in release.views:
                continue
            parts = {}
            for month, amounts in release.amounts[code].items():
                for unit, amount in amounts:
                    if amount % 1000 or amount < 0:
                        raise ValueError(f"{code}: {amount} is no count")
                    column = self.column((release.units[unit], month, amount))
                    for place in release.lineage[unit]:
                        parts.setdefault((place, month), []).append(column)
            for span, views in release.views[code].items():
                for place, view in enumerate(views):
                    own = sorted(column for month in months(span) for column in parts.get((place, month), []))
                    if own and view == "+":
                        self.note(tuple(own), release.rounded.get((code, span, release.places[place])))
                        self.shown.setdefault(tuple(own), f"{release.places[place]} {span}")
                    elif own and view == "x":
                        self.suppressed.setdefault(tuple(own), f"{release.places[place]} {span}")

    def column(self, key):
        """The same count in several packages is one column, unless it was corrected."""
        if key not in self.columns:
            self.columns[key] = len(self.columns)
            self.truth.append(key[2] // 1000)
        return self.columns[key]

    def note(self, row, count):
        """What stood in place of a figure, `None` where it was shown as it is."""
        if self.rounded.setdefault(row, count) != count:
            raise ValueError(f"rounded to {self.rounded[row]} and to {count}: the same counts")

    def known(self):
        """The sums that were shown, with the least and the most that they may be."""
        for row in self.shown:
            count = self.rounded[row]
            if count is None:
                yield row, self.value(row), self.value(row)
            else:
                yield row, max(1, count - BASE + 1), count + BASE - 1

    def value(self, row):
        return sum(self.truth[column] for column in row)


class Attack:
    """The linear programme of all that is known."""

    def __init__(self, columns, known, least=()):
        self.solver = highspy.Highs()
        self.solver.setOptionValue("output_flag", False)
        self.infinity = highspy.kHighsInf
        self.columns = columns
        empty = np.array([], dtype=np.int32), np.array([], dtype=np.float64)
        for _ in range(columns):
            self.solver.addCol(0.0, 0.0, self.infinity, 0, *empty)
        for row, *ends in known:
            self.add(row, ends[0], ends[-1])
        for row in least:
            self.add(row, 1.0, self.infinity)

    def add(self, row, least, most):
        self.solver.addRow(
            float(least), float(most), len(row), np.array(row, dtype=np.int32), np.ones(len(row), dtype=np.float64))

    def difference(self, part, whole):
        """The one column is at most the other."""
        self.solver.addRow(
            0.0, self.infinity, 2, np.array([part, whole], dtype=np.int32), np.array([-1.0, 1.0], dtype=np.float64))

    def bounds(self, row):
        """The least and the greatest sum, to whole counts."""
        indices = np.array(row, dtype=np.int32)
        ends = []
        for sense in (highspy.ObjSense.kMinimize, highspy.ObjSense.kMaximize):
            self.solver.changeColsCost(len(row), indices, np.ones(len(row)))
            self.solver.changeObjectiveSense(sense)
            self.solver.run()
            status = self.solver.getModelStatus()
            if status == highspy.HighsModelStatus.kUnknown:
                # Started afresh, where the last basis led nowhere.
                self.solver.clearSolver()
                self.solver.run()
                status = self.solver.getModelStatus()
            if status == highspy.HighsModelStatus.kOptimal:
                ends.append(self.solver.getInfo().objective_function_value)
            elif status in (highspy.HighsModelStatus.kUnbounded, highspy.HighsModelStatus.kUnboundedOrInfeasible):
                ends.append(math.inf)
            else:
                raise ValueError(f"solver: {status}")
        self.solver.changeColsCost(len(row), indices, np.zeros(len(row)))
        least = math.ceil(ends[0] - 1e-6)
        return least, ends[1] if math.isinf(ends[1]) else math.floor(ends[1] + 1e-6)


def groups(known):
    """The indicators that are linked with one another, and what is known of each group."""
    found = []
    for kind, *codes in known:
        linked = [group for group in found if not group[0].isdisjoint(codes)]
        rest = [group for group in found if group not in linked]
        found = rest + [(
            set(codes).union(*(group[0] for group in linked)),
            [(kind, *codes)] + [line for group in linked for line in group[1]])]
    return [(sorted(codes), lines) for codes, lines in found]


def bind(attack, lines, tables, shift, releases):
    """Tells the programme what is known of the counts of the units; how often it was told anything."""
    seen = set()

    def column(code, release, unit, month, amount):
        return tables[code].columns[(release.units[unit], month, amount)] + shift[code]

    def hold(part, whole):
        if (part, whole) not in seen:
            seen.add((part, whole))
            attack.difference(part, whole)

    for release in releases:
        for kind, *codes in lines:
            first, last = codes[0], codes[-1]
            for month, amounts in release.amounts.get(first, {}).items():
                year, number = month.split("-")
                other = f"{year}-{int(number) + 1:02d}" if kind == "neverfalls" else month
                others = dict(release.amounts.get(last, {}).get(other, []))
                for unit, amount in amounts:
                    if unit not in others:
                        continue
                    own = column(first, release, unit, month, amount)
                    if kind == "together":
                        if (own,) not in seen:
                            seen.add((own,))
                            attack.add([own], 1.0, attack.infinity)
                    elif amount <= others[unit]:
                        hold(own, column(last, release, unit, other, others[unit]))
    return len(seen)


def audit_group(codes, lines, thresholds, releases, with_rules):
    """The same of indicators of which one says something of another."""
    tables, shift, columns = {}, {}, 0
    for code in codes:
        tables[code], shift[code] = Knowledge(code, releases), columns
        columns += len(tables[code].columns)
    own = {code: {row: name for row, name in table.suppressed.items() if row not in table.shown}
           for code, table in tables.items()}
    attack = Attack(columns, [])
    for code, table in tables.items():
        for row, low, high in table.known():
            attack.add([column + shift[code] for column in row], low, high)
        if with_rules:
            for row in own[code]:
                attack.add([column + shift[code] for column in row], 1.0, attack.infinity)
    if not bind(attack, lines, tables, shift, releases):
        raise ValueError(f"{' '.join(codes)}: no unit has two of them")
    leaks, figures, narrowest = [], 0, math.inf
    for code, table in tables.items():
        below = thresholds.get(code, 1)
        for row, name in own[code].items():
            least, most = attack.bounds([column + shift[code] for column in row])
            value = table.value(row)
            if not least <= value <= most:
                raise ValueError(f"{name}: {value} is outside {least}..{most}")
            figures += 1
            if code in thresholds:
                narrowest = min(narrowest, most - least)
            if is_closed(value, least, most, below, with_rules):
                leaks.append(f"{code} {name}: {value} is within {least}..{most}, across {' '.join(codes)}")
    return leaks, figures, narrowest


def is_closed(value, least, most, below, with_rules):
    if with_rules:
        return value < below and most - least < below - 2
    return most - least < below


def audit(code, below, releases, with_rules):
    """What is closer than declared; the number of suppressed figures; the narrowest interval."""
    knowledge = Knowledge(code, releases)
    known = list(knowledge.known())
    suppressed = {row: name for row, name in knowledge.suppressed.items() if row not in knowledge.shown}
    attack = Attack(len(knowledge.columns), known, suppressed if with_rules else ())
    leaks, narrowest = [], math.inf
    for row, name in suppressed.items():
        least, most = attack.bounds(row)
        value = knowledge.value(row)
        if not least <= value <= most:
            raise ValueError(f"{name}: {value} is outside {least}..{most}")
        narrowest = min(narrowest, most - least)
        if is_closed(value, least, most, below, with_rules):
            leaks.append(f"{code} {name}: {value} is within {least}..{most}")
    return leaks, len(suppressed), narrowest


def main(arguments):
    with_rules, across = "--rules" in arguments, "--across" in arguments
    folder = Path([word for word in arguments if not word.startswith("--")][0])
    histories = leaking = figures = 0
    narrowest = math.inf
    for path in sorted(folder.glob("*.txt")):
        thresholds, known, releases = read(path)
        histories += 1
        leaks = []
        audits = [audit_group(*group, thresholds, releases, with_rules) for group in groups(known)] if across else (
            audit(code, below, releases, with_rules) for code, below in sorted(thresholds.items()))
        for found, count, width in audits:
            leaks += found
            figures += count
            narrowest = min(narrowest, width)
        leaking += bool(leaks)
        if leaks and leaking <= 5:
            print(f"{path.name}: {leaks[0]}" + (f" and {len(leaks) - 1} more" if len(leaks) > 1 else ""))
    if not figures:
        raise ValueError(f"{folder}: no suppressed figure to audit")
    print(f"{histories} histories, {figures} suppressed figures, narrowest interval {narrowest}, leaking {leaking}")
    return 1 if leaking else 0


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except (OSError, ValueError, IndexError) as error:
        print(error, file=sys.stderr)
        sys.exit(2)
