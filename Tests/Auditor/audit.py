#!/usr/bin/env python3
"""audit.py FOLDER [--rules] [--across]: works out what an attacker can of every suppressed figure, by linear programmes (HiGHS).

Reads what was given out, one history a file: a line `threshold INDICATOR COUNT` for each protected indicator, then the
packages in the order of release, as the program keeps them. Shares no code with it. A figure is the sum, over the months of
its span, of the counts of the units that are counted in its place; the counts are unknown and not below zero. What is known:
every figure that was shown in any package, and that a count that no correction changed is the same in all of them.

Of every suppressed figure the least and the greatest possible value are found; they must lie apart by the threshold at
least. With --rules the attacker knows as well that no zero is suppressed; then a small count must be open by as much as there
are small counts: by the threshold less two.

With --across the attacker knows as well what the lines `atmost PART WHOLE` of a history say: in every unit and month the part's
count is at most the whole's (cases and persons, households and persons, a «trong đó» and its whole, settled and arising).

Exit 1 where a figure is closer than that, and 2 where a history cannot be read.
"""

import math
import sys
from pathlib import Path

import highspy
import numpy as np


class Release:
    """One package."""

    def __init__(self, lines):
        self.places, self.units, self.lineage = [], [], []
        self.views, self.amounts = {}, {}
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
            else:
                raise ValueError(f"unknown line: {' '.join(words)[:60]}")


def read(path):
    thresholds, releases, lines = {}, [], None
    pairs = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("threshold "):
            _, code, count = line.split(" ")
            thresholds[code] = int(count)
        elif line.startswith("atmost "):
            pairs.append(tuple(line.split(" ")[1:]))
        elif line in ("tonghop-seen 1", "tonghop-seen 2"):
            lines = []
            releases.append(lines)
        if lines is not None:
            lines.append(line)
    return thresholds, pairs, [Release(lines) for lines in releases]


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
                        self.shown.setdefault(tuple(own), f"{release.places[place]} {span}")
                    elif own and view == "x":
                        self.suppressed.setdefault(tuple(own), f"{release.places[place]} {span}")

    def column(self, key):
        """The same count in several packages is one column, unless it was corrected."""
        if key not in self.columns:
            self.columns[key] = len(self.columns)
            self.truth.append(key[2] // 1000)
        return self.columns[key]

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
        for row, value in known:
            self.add(row, value, value)
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


def audit_pair(part, whole, thresholds, releases):
    """The same of two indicators of which one is nowhere more than the other."""
    both = [Knowledge(code, releases) for code in (part, whole)]
    shift = len(both[0].columns)
    own = [{row: name for row, name in one.suppressed.items() if row not in one.shown} for one in both]
    attack = Attack(shift + len(both[1].columns), [(row, both[0].value(row)) for row in both[0].shown])
    for row in both[1].shown:
        attack.add([column + shift for column in row], both[1].value(row), both[1].value(row))
    seen = set()
    for release in releases:
        for month, amounts in release.amounts.get(part, {}).items():
            wholes = dict(release.amounts.get(whole, {}).get(month, []))
            for unit, amount in amounts:
                first = both[0].columns[(release.units[unit], month, amount)]
                if unit not in wholes or wholes[unit] < amount or first in seen:
                    continue  # The data themselves break it there.
                seen.add(first)
                second = both[1].columns[(release.units[unit], month, wholes[unit])] + shift
                attack.difference(first, second)
    if not seen:
        raise ValueError(f"{part} and {whole}: no unit has both")
    leaks, figures, narrowest = [], 0, math.inf
    for one, code, rows, offset in zip(both, (part, whole), own, (0, shift)):
        for row, name in rows.items():
            least, most = attack.bounds([column + offset for column in row])
            value = one.value(row)
            if not least <= value <= most:
                raise ValueError(f"{name}: {value} is outside {least}..{most}")
            figures += 1
            narrowest = min(narrowest, most - least)
            if most - least < thresholds[code]:
                leaks.append(f"{code} {name}: {value} is within {least}..{most}, with {part} ≤ {whole}")
    return leaks, figures, narrowest


def audit(code, below, releases, with_rules):
    """What is closer than declared; the number of suppressed figures; the narrowest interval."""
    knowledge = Knowledge(code, releases)
    known = [(row, knowledge.value(row)) for row in knowledge.shown]
    suppressed = {row: name for row, name in knowledge.suppressed.items() if row not in knowledge.shown}
    attack = Attack(len(knowledge.columns), known, suppressed if with_rules else ())
    leaks, narrowest = [], math.inf
    for row, name in suppressed.items():
        least, most = attack.bounds(row)
        value = knowledge.value(row)
        if not least <= value <= most:
            raise ValueError(f"{name}: {value} is outside {least}..{most}")
        narrowest = min(narrowest, most - least)
        if with_rules:
            closed = value < below and most - least < below - 2
        else:
            closed = most - least < below
        if closed:
            leaks.append(f"{code} {name}: {value} is within {least}..{most}")
    return leaks, len(suppressed), narrowest


def main(arguments):
    with_rules, across = "--rules" in arguments, "--across" in arguments
    folder = Path([word for word in arguments if not word.startswith("--")][0])
    histories = leaking = figures = 0
    narrowest = math.inf
    for path in sorted(folder.glob("*.txt")):
        thresholds, pairs, releases = read(path)
        histories += 1
        leaks = []
        audits = [audit_pair(*pair, thresholds, releases) for pair in pairs] if across else (
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
