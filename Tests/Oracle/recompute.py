#!/usr/bin/env python3
"""Works out every figure of a period a second time, from the raw submissions, decisions and catalogue.

    recompute.py PERIOD --inputs DIR [--now 2026-10-17T09:00] [--files]

prints CSV `indicator,unit,measure_of,value,mark,received,owed`, sorted. `measure_of` is current, previous, last_year, ytd
or ytd_last_year; `unit` the province's code, a district's, a commune's of the period's last day, or the province's followed
by `-0`: the province-wide value without a place. `value` is exact for counts and rounded to the indicator's decimals (halves away from zero) for
ratios; `mark` is empty, `(sb)` beside a provisional value, or CB, ..., x, KSS instead of one.

The rules, where the design leaves room:

 1. Geography: all five figures of a row are of the units of the asked period's last day. The territory of a place named in
    an earlier month is followed through unit_changes to that day.
 2. Precedence in a slice (department as named, form, period): files taken out by `rút tệp` and refused files are left aside; the
    last `thay tệp` wins; else the higher `Lần gửi`, then the later received_at (`Giá trị` of the last `ngày nhận` of that path, else
    --now). Several files that tie with different bytes are all left aside, and the next below them stands.
 3. Parts (`--LABEL`): the best file of each label and the best file without a label add up, save that a part ranking below
    the file without a label is replaced by it. A place and measure in two of them counts in none, and is refused.
 4. A department is looked up as its successor on the month's last day; a predecessor's file counts only where the successor
    itself has no counted file of that form and month.
 5. Roles: of (indicator, successor) on the month's last day; only `count` enters. Of a department's counted files of one
    month, the first of the indicator's `forms` that has the measure counts.
 6. A file has a measure when the header holds every column that the measure adds or selects by. A missing column is no
    missing submission: it lowers neither received nor the standing.
 7. A row with an error is not counted: no one place by code and name on the day, outside the area, unreadable or negative
    number, date or code, an empty cell that every row needs, a date after the period, a second row of a place in a sheet
    (the first counts), a repeated key in a register, a check of level error. A check whose cells are not all known is not
    made. A unit valid on any day of a sheet's period may be named; of two states of one code and name the later is meant.
 8. Blanks: an empty cell or unlisted place is zero where the line above the header says so and in registers, else not
    reported. The province-wide value without a place is one more place of an area that is the province.
 9. Refused rows: a file none of whose rows can be counted is refused. A place all of whose rows are refused is not reported
    there; one with a counted row too keeps its value, provisional. A refused row without a known place makes the department's area and what is above it provisional.
10. A commune's value is the sum over places whose whole territory is in it. Where a place divided without weights may have
    left a part in it, a commune is KSS whatever the values, for every span with a month before the division for which a
    counted file covers that place; weights are not used. A district is KSS only where a value other than zero may lie in two
    districts. The province adds everything.
11. A district's value is the sum over its communes and what was reported for the district itself; after 2025-07-01 a
    commune belongs to the district of the unit in which its territory lies (Chiềng Xuân to Mộc Châu). A value other than
    zero reported for a district whose communes are no longer the same makes the districts it may have gone to KSS. A
    district's own row of zero says zero for its communes that have no row; another leaves them without this department's
    part: provisional, or CB.
12. A figure with at least one known contribution is known; with none it is `...` if some cell said so, else CB. It is provisional
    when received < owed, or a row of it or below it is refused, or a cell of it or below it is `...` or not reported.
13. Owed: (department, month) pairs with an obligation due that month (not exempted by `miễn`) for one of the indicator's
    forms, the department counting, and an area that shares territory with the place; the value without a place takes areas that are the province.
    Received: those with a counted file of one of those forms (also a predecessor's) that speaks for the place.
14. Flows add over the months of the span. Stock and year-to-date indicators take the span's last month, also for `ytd`.
    A file of several months counts in its last one.
15. A ratio divides the sums; its pairs are those of both parts. It is KSS, CB or `...` if a part is, in that order; x where the
    denominator is zero; provisional if a part is.
16. Decisions are all taken into account, whatever their day.
"""
import argparse
import csv
import datetime
import re
import sys
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

from registers import Catalogue, moved, previous, read_period, valid, year_to_date
from submissions import NOWHERE, Submission

ZERO = Decimal(0)


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


class Oracle:
    def __init__(self, inputs, now):
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
        self.counted = {}
        slices = {}
        for file in files:
            if not file.refused and not any(row["Tệp"] for row in self.decisions.of("rút tệp", **{"Tệp": file.path})):
                slices.setdefault((file.department, file.form, file.period), []).append(file)
        for (department, form, period), candidates in slices.items():
            month = period[1]
            self.counted.setdefault((form, month), {})[department] = self._standing(candidates)
        self.shared, self.said, self.redrawn = {}, {}, {}

    # --- precedence

    def _standing(self, candidates):
        whole = self._best([file for file in candidates if not file.part])
        parts = []
        for label in sorted({file.part for file in candidates if file.part}):
            best = self._best([file for file in candidates if file.part == label])
            if best and (not whole or self._rank(best) > self._rank(whole)):
                parts.append(best)
        chosen = ([whole] if whole else []) + parts
        seen = {}
        for file in chosen:
            for place in file.cells:
                seen.setdefault(place, []).append(file)
        for place, holders in seen.items():
            if len(holders) > 1:
                for file in holders:
                    del file.cells[place]
                    file.refused_units.add(place[0])
                    file.counted_units.discard(place[0])
        return chosen

    def _rank(self, file):
        replaced = [self.decisions.moment(row["Ngày"]) for row in self.decisions.rows
                    if row["Việc"] == "thay tệp" and row["Tệp"] == file.path]
        return (max(replaced, default=datetime.datetime.min), file.sequence, file.received)

    def _best(self, files):
        for rank in sorted({self._rank(file) for file in files}, reverse=True):
            tied = [file for file in files if self._rank(file) == rank]
            if len({file.data for file in tied}) == 1:
                return tied[0]
        return None

    def statements(self, form, month):
        """Counted files of a form and month, by the department that answers for them on the month's last day."""
        last = self.catalogue.last_day(month)
        found = {}
        for department, files in self.counted.get((form, month), {}).items():
            if files:
                found.setdefault(self.catalogue.successor(department, last), {})[department] = files
        return {heir: by[heir] if heir in by else [file for name in sorted(by) for file in by[name]]
                for heir, by in found.items()}

    # --- figures

    def figures(self, period, on):
        """indicator → unit → Figure, for one span in the geography of a day; ratios apart."""
        self.upper = [self.catalogue.province] + [u.code for u in self.catalogue.at_level("district", on)]
        self.places = [NOWHERE] + self.upper + [u.code for u in self.catalogue.at_level("commune", on)]
        result = {}
        for code, row in self.catalogue.indicators.items():
            if row["kind"] == "ratio":
                continue
            figures = {place: Figure() for place in self.places}
            months = range(period[0], period[1] + 1) if row["kind"] == "flow" else [period[1]]
            for month in months:
                self._add_month(row, month, on, figures)
            result[code] = figures
        return result

    def _add_month(self, row, month, on, figures):
        last = self.catalogue.last_day(month)
        forms, measures = row["forms"].split(), row["numerator"].split()
        statements = {form: self.statements(form, month) for form in forms}
        counts = lambda department: self.catalogue.role(row["code"], department, last) == "count"
        text = f"{month // 12:04d}-{month % 12 + 1:02d}"
        for owed in self.catalogue.obligations:
            every = {"month": 1, "quarter": 3, "half": 6, "year": 12}[owed["every"]]
            if owed["form"] not in forms or (month + 1) % every or not counts(owed["department"]) \
                    or not valid(owed, last) \
                    or self.decisions.of("miễn", **{"Kỳ": text, "Đơn vị": owed["department"], "Biểu": owed["form"]}):
                continue
            for place in self._shares(self.catalogue.unit(owed["area"], last), last, on):
                figures[place].owed.add((owed["department"], month))
        for department in sorted({name for found in statements.values() for name in found if counts(name)}):
            for file in (file for form in forms for file in statements[form].get(department, [])):
                for place in self._shares(file.area, last, on):
                    if (department, month) in figures[place].owed:
                        figures[place].received.add((department, month))
            for measure in measures:
                chosen = next((files for form in forms for files in [statements[form].get(department, [])]
                               if any(measure in file.measures for file in files)), [])
                for file in chosen:
                    if measure in file.measures:
                        for place, said in self._said(file, measure, on).items():
                            figures[place].add(said)

    def _shares(self, area, last, on):
        """The places of a day that share territory with an area as it was on an earlier day."""
        if area is None or area.level == "province":
            return self.places if area else []
        name = (area.code, last, on)
        if name not in self.shared:
            reached = [unit for commune in self.catalogue.at_level("commune", last) if self.catalogue.lies_in(commune, area)
                       for unit in self.catalogue.destinations(commune, on)[0]]
            places = {self.catalogue.province} | {u.code for u in reached} | {u.district for u in reached}
            if area.level == "district":
                places.add(area.code)
            self.shared[name] = sorted(places & set(self.places))
        return self.shared[name]

    def _said(self, file, measure, on):
        """place → Figure: what one file says of a measure, in the geography of a day."""
        name = (file.path, measure, on)
        if name in self.said:
            return self.said[name]
        said = {place: Figure() for place in self._shares(file.area, file.last, on)}
        named = {unit for unit, code in file.cells if code == measure} | file.refused_units
        # What a district's own row says of those of its communes that have none: zero, or nothing.
        districts = {unit.code: file.state(unit, measure)[0] for unit in named if unit != NOWHERE and unit.level == "district"}
        units = named | {u for u in self.catalogue.at_level("commune", file.last) if self.catalogue.lies_in(u, file.area)}
        if file.area.level == "province":
            units.add(NOWHERE)
        for unit in units:
            value, uncollected = file.state(unit, measure)
            whole, parts = self._reach(unit, file.last, on)
            if unit != NOWHERE and unit.level == "commune" and unit not in named and unit.district in districts:
                value = ZERO if districts[unit.district] == 0 else None
                whole, parts = whole - set(self.upper), parts - set(self.upper)
            for place in (whole | parts) & set(said):
                figure = said[place]
                figure.uncollected |= uncollected
                figure.doubtful |= (value is None and (unit != NOWHERE or place == NOWHERE)) or uncollected \
                    or unit in file.refused_units
                if place in parts and (value != 0 or place not in self.upper):
                    figure.incomparable = True
                elif value is not None:
                    figure.value += value
                    figure.known = True
        if file.refused_without_place:
            above = {self.catalogue.province, file.area.code} if file.area.level != "commune" else set(said)
            for place in above & set(said):
                said[place].doubtful = True
        self.said[name] = said
        return said

    def _redrawn(self, last, on):
        """The districts whose communes are not the same on both days."""
        if (last, on) not in self.redrawn:
            pairs = [(commune.district, unit.district) for commune in self.catalogue.at_level("commune", last)
                     for unit in self.catalogue.destinations(commune, on)[0]]
            self.redrawn[(last, on)] = {code for pair in pairs if pair[0] != pair[1] for code in pair}
        return self.redrawn[(last, on)]

    def _reach(self, unit, last, on):
        """(places that take the whole value, places that may have a part of it)."""
        if unit == NOWHERE:
            return {NOWHERE, self.catalogue.province}, set()
        reached, certain = self.catalogue.destinations(unit, on)
        whole, districts = {self.catalogue.province}, {u.district for u in reached}
        if unit.level == "district" and unit.code in self._redrawn(last, on):
            return whole, districts
        if certain:
            return whole | {reached[0].code} | districts, set()
        communes = {u.code for u in reached if u.level == "commune"}
        if len(districts) == 1:
            return whole | districts, communes
        return whole, communes | districts

    # --- output

    def ratio(self, row, span):
        """(value, mark, received, owed) by place."""
        top, bottom = span[row["numerator"]], span[row["denominator"]]
        factor, decimals = int(row["factor"] or 1), int(row["decimals"] or 0)
        for place in self.places:
            one, two = top[place], bottom[place]
            absences = [mark for mark in ("KSS", "CB", "...") if mark in (one.absence(), two.absence())]
            owed, received = one.owed | two.owed, one.received | two.received
            value, mark = "", absences[0] if absences else ""
            if not absences and two.value == 0:
                mark = "x"
            elif not absences:
                exact = one.value * factor / two.value
                value = str(exact.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP))
                mark = "(sb)" if one.provisional or two.provisional else ""
            yield place, value, mark, len(received), len(owed)

    def rows(self, period):
        on = self.catalogue.last_day(period[1])
        last_year = moved(period, -12)
        spans = {"current": period, "previous": previous(period), "last_year": last_year,
                 "ytd": year_to_date(period), "ytd_last_year": year_to_date(last_year)}
        shown = {NOWHERE: f"{self.catalogue.province}-0"}
        for name, months in spans.items():
            span = self.figures(months, on)
            for code, row in self.catalogue.indicators.items():
                if row["kind"] == "ratio":
                    for place, *rest in self.ratio(row, span):
                        yield code, shown.get(place, place), name, *rest
                    continue
                for place, figure in span[code].items():
                    mark = figure.absence() or ("(sb)" if figure.provisional else "")
                    value = f"{figure.value.normalize():f}" if not figure.absence() else ""
                    yield code, shown.get(place, place), name, value, mark, len(figure.received), len(figure.owed)


def main():
    parser = argparse.ArgumentParser(description="Recomputes the figures of a period.")
    parser.add_argument("period")
    parser.add_argument("--inputs", type=Path, default=Path("inputs"))
    parser.add_argument("--now", default="9999-12-31T00:00", help="received_at of files without a decision")
    parser.add_argument("--files", action="store_true", help="say on stderr which files and rows are refused")
    options = parser.parse_args()
    now = datetime.datetime.fromisoformat(re.sub(r"([+-]\d\d:\d\d|Z)$", "", options.now))
    oracle = Oracle(options.inputs, now)
    if options.files:
        for file in oracle.files:
            for line in ([f"refused: {file.refused}"] if file.refused else [f"row: {bad}: {row}" for row, bad in file.errors]):
                print(f"{file.path}: {line}", file=sys.stderr)
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow("indicator,unit,measure_of,value,mark,received,owed".split(","))
    writer.writerows(sorted(oracle.rows(read_period(options.period))))


if __name__ == "__main__":
    main()
