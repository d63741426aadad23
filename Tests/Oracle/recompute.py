#!/usr/bin/env python3
"""Works out every figure of a period a second time, from the raw submissions, decisions and catalogue.

    recompute.py PERIOD --inputs DIR [--now 2026-10-17T09:00] [--files]

prints CSV `indicator,unit,measure_of,value,mark,received,owed`, sorted. `measure_of` is current, previous, last_year, ytd
or ytd_last_year; `unit` the province's code, a district's, a commune's of the period's last day, or the province's followed
by `-0`: the province-wide value without a place. `value` is exact for counts and rounded to the indicator's decimals (halves away from zero) for
ratios; `mark` is empty, `(sb)` beside a provisional value, or CB, ..., x, KSS instead of one.

With `--held FILE` (a path below `submissions/` a line) the figures are those without these files: whether a file is rightly held
is judged by slips.py, not here.

The rules, where the design leaves room:

 1. Geography: all five figures of a row are of the units of the asked period's last day. The territory of a place is that of
    the days of the month in which it was reported, followed from there through unit_changes: what changed before is done.
 2. Precedence in a slice (department as named, form, period): files taken out by `rút tệp`, refused, held, or come while their
    month was closed (and not opened again since, nor named by `thay tệp` or `nhận tệp`) are left aside; what a held file would
    change is provisional over the file's area. The last `thay tệp` wins; else the higher `Lần gửi`, then the later received_at
    (`Giá trị` of the last `ngày nhận` of that path, else --now).
    Several files that tie with different bytes are all left aside, and the next below them stands.
    A supplement («Bổ sung: chỉ các dòng thay đổi») takes the place of the cells of its rows in the file without a label that ranks
    below it, or in the parts; what cannot be read leaves the cell as it was, provisional. Without such a file it gives nothing;
    one that ranks below the whole file went with what that replaced. A register cannot be supplemented.
 3. Parts (`--LABEL`): the best file of each label and the best file without a label add up, save that a part ranking below
    the file without a label is replaced by it. A place and measure with a number in two of them is out in both:
    an empty cell is none. What one part does not list, another may.
 4. A department is looked up as its successor on the month's last day; a predecessor's file counts only where the successor
    itself has no counted file of that form and month.
 5. Roles: of (indicator, successor) on the month's last day; only `count` enters. Of a department's counted files of one
    month, the first of the indicator's `forms` that has all measures counts. If another that it owes comes before that one,
    what it gives is provisional. Where the sides of a ratio whose indicators share a form would be taken from two forms of a
    department, both come from the first that has both; if none has, that department gives nothing to either.
 6. A file has a measure when the header holds every column that the measure adds or selects by. A missing column is no
    missing submission: received stays; what the department would have said there is wanting, so provisional or CB.
 7. A row with an error of place, day or repetition is not counted: no one place by code and name on the day, outside the area,
    an unreadable or missing day, one after the period, days out of order, a second row of a place in a sheet (the first counts;
    a place renamed, retyped or moved within the period is one place under both names), a repeated key in a register. Any unit
    valid on a day of a sheet's period may be named; of two states of one code and name the later is meant.
 8. Any other error takes out cells: an unreadable or negative number, an empty cell that every row needs, all cells of a
    failed check of level error. A check whose cells are not all known is not made; checks see the cells as read, not as other
    checks left them. A wrong code takes out the measures that select by it (save where another code already keeps the row out)
    or are kept apart by it. A place whose cells of a measure are all out is not reported there; else its sum is provisional.
 9. Blanks: in a sheet an empty cell or unlisted place is zero where the line above the header says so, in checks as in sums, else
    not reported. Where a commune began within the period and a predecessor has a row, the predecessors are asked and not the
    commune. In a register a place without a row is zero; an empty measure cell is as one that is out. The province-wide
    value without a place is one more place of an area that is the province; nobody owes it: without a line it is zero, which says nothing of the province.
10. Refused rows: a file in none of whose rows anything can be counted is refused. A place all of whose rows are refused is not reported
    there; one with a counted row too keeps its value, provisional. A refused row without a known place makes every place of the
    department's area provisional.
11. A commune's value is the sum over places whose whole territory is in it. A place divided with weights gives each part its
    share, by largest remainder. Where one divided without weights may have left a part in it, a commune is KSS whatever the
    values, for every span with a month before the division for which a counted file covers that place. A district is KSS
    only where a value other than zero may lie in two districts. The province adds everything.
12. A district's own row in a sheet (no list, no register) in which a commune of that district has a filled cell is a total, and adds nothing. Else a
    district's value is the sum over its communes and what was reported for the district itself; after 2025-07-01 a commune
    belongs to the district of the unit in which its territory lies. A value other than zero reported for a district whose
    communes are no longer the same makes the districts it may have gone to KSS. A district's own row of zero says zero for its
    communes that have no row. One that is not zero, or is refused, leaves them without this department's part: CB, unless
    another row gives a part of them: provisional.
13. A figure with at least one known contribution is known; with none it is `...` if some cell said so, else CB. It is provisional
    when received < owed, or a row or cell of it or below it is out, `...` or not reported, or a form stands in for another.
14. Owed: (department, last month) pairs with an obligation due whose file could count in the span (not exempted by `miễn`) for one
    of the indicator's forms, the department counting, and an area that shares territory with the place; the value without a
    place takes areas that are the province. Received: those with a counted file of one of those forms (also a predecessor's)
    that speaks for the place.
15. Flows add over the months of the span. Stock and year-to-date indicators take the span's last month, also for `ytd`.
    A month owed for a longer time that the span does not hold makes a flow provisional.
    A file of several months counts in its last one: a flow in the spans that hold all of them, another figure, which is of the
    file's last day, in those that end with it.
16. A ratio divides the sums; its pairs are those of both parts. It is KSS, CB or `...` if a part is, in that order; x where the
    denominator is zero; provisional if a part is.
17. The previous period is as long as the period and ends before it: of a half-year the half-year before. The first nine months
    have none, which is marked x.
18. Decisions are all taken into account, whatever their day.
19. A paper that does not count is compared: another form of a department with its counted form of the same months, a department
    that only compares with all that counts.

How this missed seventeen kinds of disagreement (2026-11-28): it was held against the sample alone, in which no row of unknown
place, blank register cell, refused district row, blank line of the province, `...` of a whole district, missing predecessor,
commune of two redrawn districts, renamed commune under both names, weight, form owed by the quarter, ratio of two forms, replacement
in a closed month or first half-year with a year before ever stood; and rules 1, 9, 10, 11, 12, 14, 15 and 17 were taken over from
what the program did, which is no second opinion. Differences between sources were not worked out at all. offices.py now
counts the states that it reaches, and fails where one was not.
"""
import argparse
import csv
import datetime
import re
import sys
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

from registers import Catalogue, day, moved, previous, read_period, valid, year_to_date
from states import reached
from submissions import NOWHERE, Submission

ZERO = Decimal(0)
# What stands in a column for which there is no period.
NO_PERIOD = "x"


class Figure:
    def __init__(self):
        self.value, self.known, self.uncollected, self.doubtful, self.incomparable = ZERO, False, False, False, False
        self.owed, self.received = set(), set()

    def add(self, said):
        self.value += said.value
        for name in ("known", "uncollected", "doubtful", "incomparable"):
            setattr(self, name, getattr(self, name) or getattr(said, name))

    def absence(self):
        if self.incomparable:
            return "KSS"
        if self.known:
            return None
        return "..." if self.uncollected else "CB"

    @property
    def provisional(self):
        return self.doubtful or len(self.received) < len(self.owed)


class Decisions:
    def __init__(self, path):
        self.rows = []
        if path.exists():
            with open(path, encoding="utf-8-sig", newline="") as file:
                self.rows = [{name: (value or "").strip() for name, value in row.items() if name}
                             for row in csv.DictReader(file, delimiter=";")]

    def of(self, action, **keys):
        """Rows of an action whose filled keys are these."""
        return [row for row in self.rows if row["Việc"] == action
                and all(not row[name] or row[name] == value for name, value in keys.items())]

    def is_shut_out(self, file):
        """Whether a month was closed when the file came and has not been opened again since."""
        named = self.text(file.period)
        def of(action):
            return [self.moment(row["Ngày"]) for row in self.of(action, **{
                "Kỳ": named, "Đơn vị": file.department, "Biểu": file.form, "Tệp": file.path})]
        closings = [moment for moment in of("chốt") if moment <= file.received]
        if not closings:
            return False
        if any(row["Tệp"] == file.path for row in self.of("thay tệp")):
            reached("replacement-in-a-closed-month")
            return False
        is_open = any(moment > max(closings) for moment in of("mở lại"))
        reached("opened-again" if is_open else "shut-out")
        return not is_open and not any(row["Tệp"] == file.path for row in self.of("nhận tệp"))

    @staticmethod
    def text(period):
        """The folder's name of a period; a span without one is written by its months."""
        first, last = period
        year, number, length = first // 12, first % 12, last - first + 1
        if length == 3 and number % 3 == 0:
            return f"{year:04d}-Q{number // 3 + 1}"
        if length == 6 and number % 6 == 0:
            return f"{year:04d}-H{number // 6 + 1}"
        if number == 0 and length in (9, 12):
            return f"{year:04d}-9M" if length == 9 else f"{year:04d}"
        months = [f"{month // 12:04d}-{month % 12 + 1:02d}" for month in (first, last)]
        return months[0] if length == 1 else "..".join(months)

    def received(self, path, otherwise):
        rows = [row for row in self.rows if row["Việc"] == "ngày nhận" and row["Tệp"] == path]
        if not rows:
            return otherwise
        date, _, clock = max(rows, key=lambda row: self.moment(row["Ngày"]))["Giá trị"].partition(" ")
        return self.moment(f"{date} {clock}")

    @staticmethod
    def moment(text):
        date, _, clock = text.strip().partition(" ")
        hour, minute = (clock.split(":") + ["0"])[:2] if clock else (0, 0)
        number, month, year = date.split("/")
        return datetime.datetime(int(year), int(month), int(number), int(hour), int(minute))


def goes_on(catalogue, unit, file):
    """Whether a unit was divided before the file's days, and goes on."""
    return any(
        line["from"] == unit.code and line["kind"] == "divided" and day(line["date"]) <= file.first
        and (unit.begins is None or unit.begins < day(line["date"])) for line in catalogue.changes)


class Oracle:
    def __init__(self, inputs, now, held=()):
        self.catalogue = Catalogue(inputs / "catalogue")
        self.decisions = Decisions(inputs / "xu-ly.csv")
        root, files = inputs / "submissions", []
        for path in sorted(root.glob("*/*")):
            if path.is_file() and not path.name.startswith("."):
                data = path.read_bytes()
                submission = Submission(str(path.relative_to(root)), self.catalogue).read(data)
                submission.data = data
                submission.received = self.decisions.received(submission.path, now)
                files.append(submission)
        self.files = files
        self.counted, self.waiting = {}, {}
        slices = {}
        for file in files:
            withdrawn = any(row["Tệp"] for row in self.decisions.of("rút tệp", Tệp=file.path))
            reached("withdrawn", withdrawn)
            reached("supplement-withdrawn", withdrawn and file.supplements)
            reached("held", file.path in held)
            reached("let-in", any(row["Tệp"] == file.path for row in self.decisions.of("nhận tệp")))
            if not file.refused and not withdrawn and file.path not in held and not self.decisions.is_shut_out(file):
                slices.setdefault((file.department, file.form, file.period), []).append(file)
            elif file.path in held and not file.refused and not withdrawn and not self.decisions.is_shut_out(file):
                self.waiting.setdefault((file.form, file.period[1]), []).append(file)
        for (department, form, period), candidates in slices.items():
            self.counted.setdefault((form, period[1]), {}).setdefault(department, []).extend(self._standing(candidates))
        self.shared, self.said, self.redrawn, self.landings, self.steps = {}, {}, {}, {}, {}

    # --- precedence

    def _standing(self, candidates):
        supplements = [file for file in candidates if file.supplements]
        candidates = [file for file in candidates if not file.supplements]
        whole = self._best([file for file in candidates if not file.part])
        parts = []
        for label in sorted({file.part for file in candidates if file.part}):
            best = self._best([file for file in candidates if file.part == label])
            if best and (not whole or self._rank(best) > self._rank(whole)):
                parts.append(best)
        chosen = ([whole] if whole else []) + parts
        reached("part", len(parts))
        reached("higher-sequence", len(candidates) > 1 and any(file.sequence > 1 for file in chosen))
        reached("replaced", any(self._rank(file)[0] > datetime.datetime.min for file in chosen))
        seen = {}
        for file in chosen:
            for place, (_, numbers, uncollected, *_) in file.cells.items():
                if numbers or uncollected:
                    seen.setdefault(place, []).append(file)
        for place, holders in seen.items():
            if len(holders) > 1:
                reached("parts-overlap")
                for file in holders:
                    file.cells[place] = [ZERO, 0, 0, 0, 1]
        return self._supplemented(chosen, whole, supplements) if supplements else chosen

    def _supplemented(self, chosen, whole, supplements):
        """The files with the cells of those supplements that came after the whole; the first file has what is new."""
        if not chosen:
            reached("supplement-of-nothing")
            return chosen
        lowest = self._rank(whole) if whole else min(map(self._rank, chosen))
        reached("supplement-replaced", any(self._rank(file) < lowest for file in supplements))
        named = set()
        for rank in sorted({self._rank(file) for file in supplements if self._rank(file) >= lowest}):
            tied = [file for file in supplements if self._rank(file) == rank]
            if len({file.data for file in tied}) > 1:
                reached("tie")
                continue
            below = [file for file in chosen if self._rank(file) <= rank] or chosen[:1]
            above = [file for file in chosen if self._rank(file) > rank]
            reached("supplement-on-another", bool(named & set(tied[0].cells)))
            named |= set(tied[0].cells)
            self._lay(tied[0], below, above)
        return chosen

    @staticmethod
    def _lay(supplement, below, above):
        blank_is_zero = supplement.unlisted == "zero"
        first, answered = below[0], {}
        for place, (total, numbers, uncollected, empty, refused) in supplement.cells.items():
            if any(place in file.cells and (file.cells[place][1] or file.cells[place][2]) for file in above):
                continue
            reached("supplement")
            if numbers or uncollected or empty:
                for file in below:
                    file.cells.pop(place, None)
                first.cells[place] = [total, numbers + (empty if blank_is_zero else 0), uncollected, 0,
                                      refused + (0 if blank_is_zero else empty)]
                answered.setdefault(place[0], set()).add(place[1])
            else:
                reached("supplement-cell-out")
                owner = next((file for file in below if place in file.cells), first)
                cell = owner.cells.setdefault(place, [ZERO, 0, 0, 0, 0])
                if owner.unlisted == "zero":
                    # The zero that the blank stands for stays.
                    cell[1], cell[3] = cell[1] + cell[3], 0
                cell[4] += refused
        for file in below:
            file.refused_units = {unit for unit in file.refused_units if not answered.get(unit, set()) >= file.measures}
        first.counted_units |= supplement.counted_units
        first.refused_units |= supplement.refused_units
        first.refused_without_place += supplement.refused_without_place

    def _rank(self, file):
        replaced = [self.decisions.moment(row["Ngày"]) for row in self.decisions.rows
                    if row["Việc"] == "thay tệp" and row["Tệp"] == file.path]
        return (max(replaced, default=datetime.datetime.min), file.sequence, file.received)

    def _best(self, files):
        for rank in sorted({self._rank(file) for file in files}, reverse=True):
            tied = [file for file in files if self._rank(file) == rank]
            if len({file.data for file in tied}) == 1:
                return tied[0]
            reached("tie")
        return None

    def statements(self, form, month):
        """Counted files of a form that end with a month, by the department that answers for them on its last day."""
        last = self.catalogue.last_day(month)
        found = {}
        for department, files in self.counted.get((form, month), {}).items():
            if files:
                heir = self.catalogue.successor(department, last)
                reached("predecessor-department", heir != department)
                found.setdefault(heir, {})[department] = files
        return {heir: by[heir] if heir in by else [file for name in sorted(by) for file in by[name]]
                for heir, by in found.items()}

    # --- figures

    def figures(self, period, on):
        """indicator → unit → Figure, for one span in the geography of a day; ratios apart."""
        self.upper = [self.catalogue.province] + [u.code for u in self.catalogue.at_level("district", on)]
        self.places = [NOWHERE] + self.upper + [u.code for u in self.catalogue.at_level("commune", on)]
        self.districts = {u.code: u.district for u in self.catalogue.at_level("commune", on)}
        result = {}
        for code, row in self.catalogue.indicators.items():
            if row["kind"] == "ratio":
                continue
            figures = {place: Figure() for place in self.places}
            for month in self._months(row, period):
                self._add_month(row, month, self._start(row, period), on, figures)
                if row["kind"] == "flow":
                    self._cut(row, month, period, on, figures)
            result[code] = figures
        return result

    def _months(self, row, period):
        return range(period[0], period[1] + 1) if row["kind"] == "flow" else [period[1]]

    def _cut(self, row, month, period, on, figures):
        """A month that is owed for a longer time which the span does not hold is not known of it."""
        last, forms = self.catalogue.last_day(month), row["forms"].split()
        for owed in self.catalogue.obligations:
            every = {"month": 1, "quarter": 3, "half": 6, "year": 12}[owed["every"]]
            first = month - month % every
            if every > 1 and owed["form"] in forms and valid(owed, last) and (first < period[0] or period[1] < first + every - 1) \
                    and self.catalogue.role(row["code"], owed["department"], last) == "count" and not self.decisions.of(
                        "miễn", **{"Kỳ": self.decisions.text((first, first + every - 1)), "Đơn vị": owed["department"],
                                   "Biểu": owed["form"]}):
                for place in self._shares(self.catalogue.unit(owed["area"], last), last, on):
                    figures[place].doubtful = True

    def _start(self, row, period):
        """The first month of the files that may count: a flow is of the time of its file, another figure of the file's last day."""
        return period[0] if row["kind"] == "flow" else 0

    def _owing(self, indicator, forms, month, start):
        """(department, form, area) due at the end of a month for a time that does not begin before the span."""
        last = self.catalogue.last_day(month)
        for owed in self.catalogue.obligations:
            every = {"month": 1, "quarter": 3, "half": 6, "year": 12}[owed["every"]]
            if owed["form"] not in forms or (month + 1) % every or month - every + 1 < start or not valid(owed, last) \
                    or self.catalogue.role(indicator, owed["department"], last) != "count":
                continue
            period = self.decisions.text((month - every + 1, month))
            if self.decisions.of("miễn", **{"Kỳ": period, "Đơn vị": owed["department"], "Biểu": owed["form"]}):
                reached("exempt")
                continue
            yield owed["department"], owed["form"], self.catalogue.unit(owed["area"], last)

    def _sent(self, indicator, forms, month, start):
        """department → form → its counted files, of those that count for an indicator."""
        last, found = self.catalogue.last_day(month), {}
        for form in forms:
            for department, files in self.statements(form, month).items():
                reached("quarter-outside-the-span", any(file.period[0] < start for file in files))
                files = [file for file in files if file.period[0] >= start]
                reached("owed-by-the-quarter", any(file.period[0] < file.period[1] for file in files))
                reached("compare-only", self.catalogue.role(indicator, department, last) == "compare")
                if files and self.catalogue.role(indicator, department, last) == "count":
                    found.setdefault(department, {})[form] = files
        return found

    @staticmethod
    def _chosen(sent, forms, measures):
        """The first of a department's forms that has all the measures."""
        return next((form for form in forms if form in sent
                     and all(any(measure in file.measures for file in sent[form]) for measure in measures)), None)

    def _add_month(self, row, month, start, on, figures, beside=None):
        """Adds what one month gives. `beside` is the other side of a ratio: of both, only one form is taken."""
        last = self.catalogue.last_day(month)
        forms, measures = row["forms"].split(), row["numerator"].split()
        first_owed = {}
        for department, form, area in self._owing(row["code"], forms, month, start):
            first_owed[department] = min(forms.index(form), first_owed.get(department, len(forms)))
            for place in self._shares(area, last, on):
                figures[place].owed.add((department, month))
        for department, sent in sorted(self._sent(row["code"], forms, month, start).items()):
            for file in (file for files in sent.values() for file in files):
                for place in self._shares(file.area, last, on):
                    if (department, month) in figures[place].owed:
                        figures[place].received.add((department, month))
            chosen = self._chosen(sent, forms, measures)
            other = self._chosen(sent, beside["forms"].split(), beside["numerator"].split()) if beside and self.catalogue.role(
                beside["code"], department, last) == "count" else None
            if other not in (None, chosen) and set(forms) & set(beside["forms"].split()):
                reached("ratio-kept-to-one-form")
                chosen = self._common(row, beside, sent)
            self._doubt(department, forms[:forms.index(chosen) + 1] if chosen else forms, month, start, on, figures)
            if chosen is None:
                reached("column-wanting")
                for file in (file for files in sent.values() for file in files):
                    for place in self._shares(file.area, last, on):
                        figures[place].doubtful |= department in first_owed
                continue
            reached("form-stands-in", forms.index(chosen) > first_owed.get(department, len(forms)))
            stands_in = forms.index(chosen) > first_owed.get(department, len(forms))
            for measure in measures:
                files = [file for file in sent[chosen] if measure in file.measures]
                for file in files:
                    for place, said in self._said(file, measure, on, files).items():
                        figures[place].add(said)
                        figures[place].doubtful |= stands_in

    def _doubt(self, department, forms, month, start, on, figures):
        """A file that waits to be let in, and would change what is counted, leaves the places of its area unsure."""
        last = self.catalogue.last_day(month)
        for file in (file for form in forms for file in self.waiting.get((form, month), []) if file.period[0] >= start):
            if self.catalogue.successor(file.department, last) == department:
                for place in self._shares(file.area, last, on):
                    figures[place].doubtful = True

    def _common(self, row, beside, sent):
        """The first form that has both sides of a ratio."""
        others = beside["forms"].split()
        return self._chosen(sent, [form for form in row["forms"].split() if form in others],
                            row["numerator"].split() + beside["numerator"].split())

    def _shares(self, area, last, on):
        """The places of a day that share territory with an area as it was on an earlier day."""
        if area is None or area.level == "province":
            return self.places if area else []
        name = (area.code, last, on)
        if name not in self.shared:
            reached("area-of-a-redrawn-district", area.level == "district" and area.code in self._redrawn(last, on))
            there = [unit for commune in self.catalogue.at_level("commune", last) if self.catalogue.lies_in(commune, area)
                       for unit in self.catalogue.destinations(commune, on, last)]
            places = {self.catalogue.province} | {u.code for u in there} | {u.district for u in there}
            if area.level == "district":
                places.add(area.code)
            self.shared[name] = sorted(places & set(self.places))
        return self.shared[name]

    def _said(self, file, measure, on, beside):
        """place → Figure: what one file says of a measure, in the geography of a day; `beside` are the parts of its slice."""
        name = (file.path, measure, on)
        if name in self.said:
            return self.said[name]
        said = {place: Figure() for place in self._shares(file.area, file.last, on)}
        named = {unit for unit, code in file.cells if code == measure} | file.refused_units
        elsewhere = {unit for other in beside if other is not file
                     for unit in {unit for unit, code in other.cells if code == measure} | other.refused_units} - named
        # What a district's own row says of those of its communes that have none: zero, or nothing.
        districts = {unit.code: file.state(unit, measure)[0] for unit in named if unit != NOWHERE and unit.level == "district"}
        units = named | {u for u in self.catalogue.at_level("commune", file.last) if self.catalogue.lies_in(u, file.area)}
        units = self._asked(units, named | elsewhere, file) - elsewhere
        # What another part gives for a district alone speaks for its communes there.
        answered = {unit.code for unit in elsewhere if unit != NOWHERE and unit.level == "district"}
        units = {u for u in units if u == NOWHERE or u in named or u.level != "commune" or u.district not in answered}
        if file.area.level == "province":
            units.add(NOWHERE)
        given, covered, wants = set(), set(), dict.fromkeys(said, 0)
        for unit in sorted(units, key=str):
            value, uncollected, wanting = file.state(unit, measure)
            landing = self._landing(unit, file, on)
            if unit == NOWHERE and unit not in named:
                # Nobody owes a province-wide line: a submission that is in leaves it zero.
                value, wanting, landing = ZERO, False, {NOWHERE: 1}
            elif unit != NOWHERE and unit.level == "commune" and unit not in named and unit.district in districts:
                value = ZERO if districts[unit.district] == 0 else None
                wanting = value is None
                landing = {place: share for place, share in landing.items() if place not in self.upper}
                reached("district-zero" if value is not None else "district-alone")
                reached("district-row-out", value is None and districts[unit.district] is None)
                if value is None:
                    covered |= set(landing)
            elif unit in named:
                given |= set(landing)
            shares = self._divided(value, landing, self._step(measure)) if value is not None else {}
            for place in set(landing) & set(said):
                figure = said[place]
                wants[place] += value is None
                figure.uncollected |= uncollected
                figure.doubtful |= wanting and (unit != NOWHERE or place == NOWHERE or unit in named)
                if landing[place] is None and (value not in (None, 0) or place not in self.upper):
                    figure.incomparable = True
                    reached("district-not-comparable" if place in self.upper else "divided-without-weights")
                elif value is not None:
                    figure.value += shares[place]
                    figure.known = True
        for place in (covered - given) & set(said):
            reached("commune-of-two-redrawn-districts", said[place].known)
            said[place].known = False
        # A zero that nobody wrote, for a part of a commune of whose other part nothing is known, is no number of it.
        for place in said:
            if place not in self.upper and place != NOWHERE and place not in given and wants[place]:
                said[place].known = False
        reached("one-of-two-predecessors", sum(figure.known and place in self.districts and wants[place] > 0
                                               for place, figure in said.items()))
        if file.refused_without_place:
            reached("refused-row-of-unknown-place")
            for figure in said.values():
                figure.doubtful = True
        self.said[name] = said
        return said

    def _asked(self, units, named, file):
        """Of a commune that began within the period, its predecessors are asked where one of them is named and it is not."""
        asked = set(units)
        for unit in units - named:
            if unit == NOWHERE or unit.begins is None or not file.first < unit.begins <= file.last:
                continue
            before = {old for old in self.catalogue.units if old.level == "commune" and old.ends and file.first < old.ends <= file.last
                      and unit in self.catalogue.destinations(old, file.last, file.first)}
            if before & named:
                asked = asked - {unit} | before
        return asked

    def _step(self, measure):
        """The least amount that the indicators made of a measure are told in."""
        if measure not in self.steps:
            self.steps[measure] = self._least_step(measure)
        return self.steps[measure]

    def _least_step(self, measure):
        return Decimal(1).scaleb(-max((int(row["decimals"] or 0) for row in self.catalogue.indicators.values()
                                       if row["kind"] != "ratio" and measure in row["numerator"].split()), default=0))

    def _divided(self, value, landing, step):
        """A value over its places by their shares: communes by largest remainder in steps, what is above by their sums."""
        wholes = {place: value for place, share in landing.items() if share in (None, 1)}
        parts = {place: share for place, share in landing.items() if place not in wholes}
        communes = sorted(place for place in parts if place not in self.upper)
        if not communes:
            return wholes
        reached("weights-used", value != 0)
        units = int(value / step)
        floors = {place: int(units * parts[place]) for place in communes}
        rest = units - sum(floors.values())
        for place in sorted(communes, key=lambda place: (floors[place] - units * parts[place], place))[:rest]:
            floors[place] += 1
        given = {place: floors[place] * step for place in communes}
        for place in set(parts) - set(communes):
            given[place] = sum((given[commune] for commune in communes if self.districts[commune] == place), ZERO)
        return wholes | given

    def _redrawn(self, last, on):
        """The districts whose communes are not the same on both days."""
        if (last, on) not in self.redrawn:
            pairs = [(commune.district, unit.district) for commune in self.catalogue.at_level("commune", last)
                     for unit in self.catalogue.destinations(commune, on, last)]
            self.redrawn[(last, on)] = {code for pair in pairs if pair[0] != pair[1] for code in pair}
        return self.redrawn[(last, on)]

    def _landing(self, unit, file, on):
        """place → its share of what was reported for a unit, or None where it may have a part of unknown size."""
        if unit == NOWHERE:
            return {NOWHERE: 1, self.catalogue.province: 1}
        known = (unit, file.first, file.last, on)
        if known not in self.landings:
            units = self.catalogue.destinations(unit, on, file.first)
            self.landings[known] = (self._lands(unit, units, file, on), any(place.code != unit.code for place in units),
                                    goes_on(self.catalogue, unit, file))
        landing, is_merged, is_divided = self.landings[known]
        reached("merged", is_merged)
        reached("unit-goes-on-after-a-division", is_divided)
        return landing

    def _lands(self, unit, reached_units, file, on):
        landing = {self.catalogue.province: 1}
        districts = {u.district for u in reached_units}
        if unit.level == "district" and unit.code in self._redrawn(file.last, on):
            return landing | dict.fromkeys(districts)
        communes = {u.code: share for u, share in reached_units.items()}
        if None in communes.values():
            communes = {u.code: None for u in reached_units if u.level == "commune"}
            return landing | communes | (dict.fromkeys(districts, 1) if len(districts) == 1 else dict.fromkeys(districts))
        for district in districts:
            landing[district] = sum(share for u, share in reached_units.items() if u.district == district)
        return landing | communes

    # --- output

    def _tell(self, row, period, span, place, figure, mark):
        reached({"": "official", "(sb)": "provisional", "CB": "not-reported", "...": "not-collected", "KSS": "not-comparable"}[mark])
        known = mark in ("", "(sb)") and figure.value != 0
        reached("not-collected-above", mark == "..." and place in self.upper)
        reached("half-year-before", known and span == "previous" and period[1] - period[0] == 5 and period[0] % 12 == 0)
        reached("decimal", known and figure.value != figure.value.to_integral_value())
        if row["kind"] in ("stock", "ytd"):
            reached("stock" if row["kind"] == "stock" else "year-to-date", known)

    def ratio(self, row, span, period, on):
        """(value, mark, received, owed) by place."""
        top, bottom = span[row["numerator"]], span[row["denominator"]]
        sides = [self.catalogue.indicators[row[name]] for name in ("numerator", "denominator")]
        if set(sides[0]["forms"].split()) & set(sides[1]["forms"].split()):
            top, bottom = {place: Figure() for place in self.places}, {place: Figure() for place in self.places}
            for side, other, figures in ((*sides, top), (*reversed(sides), bottom)):
                for month in self._months(side, period):
                    self._add_month(side, month, self._start(side, period), on, figures, other)
        factor, decimals = int(row["factor"] or 1), int(row["decimals"] or 0)
        for place in self.places:
            one, two = top[place], bottom[place]
            absences = [mark for mark in ("KSS", "CB", "...") if mark in (one.absence(), two.absence())]
            owed, received = one.owed | two.owed, one.received | two.received
            value, mark = "", absences[0] if absences else ""
            reached("ratio-of-other-sources", {name for name, _ in one.owed} != {name for name, _ in two.owed})
            if not absences and two.value == 0:
                reached("zero-denominator")
                mark = "x"
            elif not absences:
                exact = one.value * factor / two.value
                value = str(exact.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP))
                mark = "(sb)" if one.provisional or two.provisional else ""
            yield place, value, mark, len(received), len(owed)

    def differences(self, period):
        """(indicator, «short name of a department, number of a form») → how far a paper that does not count is from what does.

        Another form of a department that counts stands against that department's own; one that only compares, against all.
        """
        on, found = self.catalogue.last_day(period[1]), {}
        counted = self.figures(period, on)
        for code, row in self.catalogue.indicators.items():
            if row["kind"] == "ratio":
                continue
            forms, measures = row["forms"].split(), row["numerator"].split()
            own, beside = {}, {}
            for month in self._months(row, period):
                counting = {}
                for form in forms:
                    for department, files in self.statements(form, month).items():
                        sent = {name: self.statements(name, month).get(department, []) for name in forms}
                        role = self.catalogue.role(code, department, self.catalogue.last_day(month))
                        chosen = self._chosen({name: files for name, files in sent.items() if files}, forms, measures)
                        reached("paper-against-its-own-department", role == "count" and chosen not in (None, form))
                        if role is None or self._chosen({form: files}, [form], measures) is None:
                            continue
                        total = self._total(files, measures, on)
                        if role == "count" and form == chosen:
                            counting[department] = total
                        elif role == "count" or form == chosen:
                            beside[department, form, role] = beside.get((department, form, role), ZERO) + total
                            own[department, form] = own.get((department, form), ZERO) + counting.get(department, ZERO)
            for (department, form, role), value in beside.items():
                base = own[department, form] if role == "count" else counted[code][self.catalogue.province].value
                name = next(row["short_name"] for row in self.catalogue.departments if row["code"] == department)
                found[code, f"{name} {self.catalogue.forms[form]['number']}"] = f"{(value - base).normalize():f}"
        return found

    def _total(self, files, measures, on):
        return sum((self._said(file, measure, on, files)[self.catalogue.province].value
                    for measure in measures for file in files if measure in file.measures), ZERO)

    def rows(self, period):
        on = self.catalogue.last_day(period[1])
        last_year = moved(period, -12)
        self.districts, self.places = {}, [NOWHERE, self.catalogue.province] + [
            u.code for level in ("district", "commune") for u in self.catalogue.at_level(level, on)]
        spans = {"current": period, "previous": previous(period), "last_year": last_year,
                 "ytd": year_to_date(period), "ytd_last_year": year_to_date(last_year)}
        shown = {NOWHERE: f"{self.catalogue.province}-0"}
        for name, months in spans.items():
            span = self.figures(months, on) if months else {}
            for code, row in self.catalogue.indicators.items():
                if months is None:
                    for place in self.places:
                        reached("no-period-before")
                        yield code, shown.get(place, place), name, "", NO_PERIOD, 0, 0
                elif row["kind"] == "ratio":
                    for place, *rest in self.ratio(row, span, months, on):
                        yield code, shown.get(place, place), name, *rest
                else:
                    for place, figure in span[code].items():
                        mark = figure.absence() or ("(sb)" if figure.provisional else "")
                        value = f"{figure.value.normalize():f}" if not figure.absence() else ""
                        self._tell(row, period, name, place, figure, mark)
                        yield code, shown.get(place, place), name, value, mark, len(figure.received), len(figure.owed)


def main():
    parser = argparse.ArgumentParser(description="Recomputes the figures of a period.")
    parser.add_argument("period")
    parser.add_argument("--inputs", type=Path, default=Path("inputs"))
    parser.add_argument("--now", default="9999-12-31T00:00", help="received_at of files without a decision")
    parser.add_argument("--held", type=Path, help="a list of files that are held, one path a line")
    parser.add_argument("--files", action="store_true", help="say on stderr which files and rows are refused")
    options = parser.parse_args()
    now = datetime.datetime.fromisoformat(re.sub(r"([+-]\d\d:\d\d|Z)$", "", options.now))
    held = options.held.read_text(encoding="utf-8").split("\n") if options.held else ()
    oracle = Oracle(options.inputs, now, set(held))
    if options.files:
        for file in oracle.files:
            for line in ([f"refused: {file.refused}"] if file.refused else [f"row: {bad}: {row}" for row, bad in file.errors]):
                print(f"{file.path}: {line}", file=sys.stderr)
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow("indicator,unit,measure_of,value,mark,received,owed".split(","))
    writer.writerows(sorted(oracle.rows(read_period(options.period))))


if __name__ == "__main__":
    main()
