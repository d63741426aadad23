#!/usr/bin/env python3
"""claims.py PERIOD [--binary TONGHOP --inputs DIR | --reports DIR]: every claim of a month, worked out again as a statistician would.

It reads what the office prints and nothing else: `so-lieu-*.csv` of the month and of the twelve before (made in a folder of their
own, or those of an office where each of them has been run), and the workbook. All thresholds and constants are taken from the sheet «Phương pháp» of so-lieu; a number that the
text does not name is a fault. Looked at are the alerts (dispersions, what was looked at, from what count on there is one),
what differs most from last year, the range that chance gives the busiest months, and the base of every percentage of change.

Two controls must fail: the same with the dispersion taken for 1, and with one month of one district changed.
Chances by the logarithm of the gamma function, quantiles by bisection, shared with `alerts.py` and not with the program.
"""

import argparse
import csv
import re
import subprocess
import sys
import tempfile
import warnings
from pathlib import Path

import openpyxl
from alerts import chance, fifth_of_chi_squared

warnings.filterwarnings("ignore", module="openpyxl")
WHOLE = {"chính thức", "điều chỉnh"}


class Fault(Exception):
    """Something cannot be worked out from what is printed."""


def number(word):
    return float(word.replace(".", "").replace(",", ".").replace("+", ""))


def named(pattern, text):
    found = re.search(pattern, text)
    if not found:
        raise Fault(f"«Phương pháp» does not say: {pattern}")
    return found[1] if found.re.groups == 1 else found.groups()


class Figures:
    """By period, indicator and place: number and state; places of the districts in their order."""

    def __init__(self, reports, period):
        self.period = period
        self.before = months_up_to(period)[:-1]
        self.year = [one for one in months_up_to(period) if one[:4] == period[:4]]
        self.values, self.names, self.lastly, self.indicators, self.districts = {}, {}, {}, {}, []
        for one in [*self.before, period]:
            folders = sorted((reports / one).glob("lan-*"), key=lambda path: int(path.name[4:]))
            folder = reports / one / "du-thao" if (reports / one / "du-thao").is_dir() else folders[-1]
            with open(folder / f"so-lieu-{one}.csv", encoding="utf-8-sig", newline="") as file:
                for row in csv.DictReader(file):
                    key = row["Mã chỉ tiêu"], row["Mã địa bàn"]
                    self.values[one, *key] = self.value(row["Kỳ này"], row["Tình trạng"])
                    if one != period:
                        continue
                    self.lastly[key] = self.value(row["Cùng kỳ năm trước"], row["Tình trạng cùng kỳ năm trước"])
                    self.indicators.setdefault(row["Mã chỉ tiêu"], row["Đơn vị tính"])
                    if row["Cấp"] == "tỉnh":
                        self.province = row["Mã địa bàn"]
                    if row["Cấp"] == "địa bàn" and row["Mã địa bàn"] not in self.districts:
                        self.districts.append(row["Mã địa bàn"])
                    self.names[row["Mã địa bàn"]] = row["Địa bàn"]

    @staticmethod
    def value(written, state):
        try:
            return float(written), state
        except ValueError:
            return None, state

    def whole(self, period, code, place):
        """The number, where it rests on all reports."""
        value, state = self.values.get((period, code, place), (None, ""))
        return value if state in WHOLE else None

    def sums(self, period, codes, place):
        values = [self.whole(period, code, place) for code in codes]
        return None if None in values else sum(values)

    def history(self, codes, place):
        return [value for value in (self.sums(one, codes, place) for one in self.before) if value is not None]


class Book:
    """The printed workbook, and the sheet of methods in the workbook of plain data beside it."""

    def __init__(self, path):
        self.sheets = {sheet.title: sheet for sheet in openpyxl.load_workbook(path).worksheets}
        data = openpyxl.load_workbook(path.with_name(path.name.replace("tong-hop", "so-lieu"))).worksheets
        method = next(sheet for sheet in data if sheet.title == "Phương pháp")
        self.rows = [[cell.value for cell in row] for row in method.iter_rows(min_row=2, max_col=4)]
        self.text = "\n".join(str(row[2]) for row in self.rows if row[0] == "Cách tính")

    def under(self, heading):
        """The rows of a part: code, what was looked at, nothing, what came of it."""
        for part, code, content, result in self.rows:
            if str(part).startswith(heading):
                yield code, content, None, result


class Pooled:
    def __init__(self):
        self.squares, self.freedom = 0.0, 0

    def take(self, counts):
        mean = sum(counts) / len(counts) if counts else 0
        if len(counts) > 1 and mean > 0:
            self.squares += sum((count - mean) ** 2 for count in counts) / mean
            self.freedom += len(counts) - 1
        return self

    def limit(self):
        return max(1.0, self.squares / fifth_of_chi_squared(self.freedom)) if self.freedom else 1.0


class Claims:
    def __init__(self, figures, book, bare=False):
        self.figures, self.book, self.bare, self.faults, self.checked = figures, book, bare, [], 0

    def expect(self, what, printed, worked_out, within=0.0):
        self.checked += 1
        agrees = printed == worked_out if isinstance(printed, str) or printed is None else abs(printed - worked_out) <= within
        if not agrees:
            self.faults.append(f"{what}: printed {printed}, worked out {worked_out}")

    def limit(self, pooled):
        return 1.0 if self.bare else pooled.limit()

    # Alerts

    def alerts(self):
        text, figures = self.book.text, self.figures
        least = int(named(r"dưới (\d+) tháng thì không xét", text))
        if named(r"phân vị (\d+)% của khi bình phương với n − 1", text) != "20":
            raise Fault("another quantile")
        level_d, count_d = named(r"(\d+)% chia đều cho (\d+) số liệu của địa bàn", text)
        level_p, count_p = named(r"(\d+)% chia đều cho (\d+) số liệu của toàn tỉnh", text)
        rows = [(codes, row) for row in self.book.under("Cảnh báo số liệu") for codes in self.subjects(row)]
        wide, seen = {}, []
        for codes, row in rows:
            if len(codes) == 1:
                histories = [figures.history(codes, place) for place in figures.districts]
                pooled = Pooled()
                for history in histories:
                    if len(history) >= least:
                        pooled.take(history)
                wide[codes[0]] = self.limit(pooled)
                seen.append((codes, row, figures.districts, wide[codes[0]], level_d, count_d))
            own = self.limit(Pooled().take(figures.history(codes, figures.province)))
            domain = {code[:2] for code in codes}
            floor = wide[codes[0]] if len(codes) == 1 else max(value for code, value in wide.items() if code[:2] in domain)
            seen.append((codes, row, [figures.province], max(own, floor), level_p, count_p))
        judged = {True: 0, False: 0}
        found = {}
        for codes, row, places, dispersion, level, count in seen:
            is_province = places == [figures.province]
            looks = []
            for place in places:
                history, now = figures.history(codes, place), figures.sums(figures.period, codes, place)
                if now is not None and len(history) >= least:
                    looks.append((sum(history), place, len(history), now))
            judged[is_province] += len(looks)
            self.look(codes, row, looks, dispersion, int(level) / 100 / max(1, int(count)), is_province, found)
        self.expect("counts of districts", int(count_d), judged[False])
        self.expect("counts of the province", int(count_p), judged[True])
        for key, (row, alarms) in found.items():
            self.expect(f"alerts of {key}", row[3], "; ".join(alarms) or "không có số liệu khác thường")

    @staticmethod
    def subjects(row):
        if row[0] != "–":
            return [[code] for code in row[0].split(", ")]
        return [re.search(r"của ((?:\w+(?:, )?)+)", row[1])[1].split(", ")]

    def look(self, codes, row, looks, dispersion, level, is_province, found):
        text, key = row[1], ", ".join(codes)
        alarms = found.setdefault(key, (row, []))[1]

        def is_alarm(past, months, count):
            return chance(int(count), int(past), months, dispersion) <= level

        for past, place, months, now in looks:
            if is_alarm(past, months, now):
                mean = f"{past / months:.1f}".replace(".", ",")
                alarms.append(f"{self.figures.names[place]}: {int(now)}, bình quân {mean} một tháng")
        if not is_province:
            self.expect(f"{key}: looked at", int(named(r"xét (\d+)/", text)), len(looks))
        if not looks:
            return
        if is_province:
            past, place, months, _ = looks[0]
            printed = named(r"toàn tỉnh \(bình quân [\d.,]+, độ phân tán ([\d.,]+)\): cảnh báo từ ([\d.]+)", text)
        else:
            order = {place: index for index, place in enumerate(self.figures.districts)}
            past, place, months, _ = sorted(looks, key=lambda look: (look[0], order[look[1]]))[len(looks) // 2]
            printed = (
                named(r"độ phân tán của địa bàn ([\d.,]+)", text),
                named(r"địa bàn bình quân [\d.,]+: cảnh báo từ ([\d.]+)", text))
        self.expect(f"{key}: dispersion", number(printed[0]), dispersion, 0.011)
        first = next(count for count in range(int(past / months) + 1, 100_000) if is_alarm(past, months, count))
        self.expect(f"{key}: alert from", number(printed[1]), first)

    # What differs most

    def moved(self):
        text, figures = self.book.text, self.figures
        base = float(named(r"có cùng kỳ toàn tỉnh từ (\d+) trở lên", text))
        least = int(named(r"địa bàn có ít nhất (\d+) tháng đủ báo cáo", text))
        rises, falls = (int(word) for word in named(r"(\d+) mức tăng và (\d+) mức giảm", text))
        named(r"(z = \(x − y\)/√\(φ·\(x \+ y\)\))", text)
        moved = []
        for row in self.book.under("Địa bàn thay đổi nhiều"):
            code = row[0]
            if (self.figures.lastly[code, figures.province][0] or 0) < base:
                self.faults.append(f"{code}: a base below {base}")
            pooled = Pooled()
            for place in figures.districts:
                history = figures.history([code], place)
                if len(history) >= least:
                    pooled.take(history)
            dispersion = self.limit(pooled)
            group = re.search(r"bình quân ([\d.,]+) [^;]+ một ", row[1])
            if group and not self.bare:
                dispersion = max(dispersion, number(group[1]))
            self.expect(f"{code}: dispersion", number(named(r"độ phân tán ([\d.,]+)", row[1])), dispersion, 0.002 * dispersion + 0.01)
            own = []
            for place in figures.districts:
                now, then = figures.whole(figures.period, code, place), figures.lastly[code, place]
                if now is not None and then[1] in WHOLE and now != then[0]:
                    own.append(((now - then[0]) / (dispersion * (now + then[0])) ** 0.5, place, now - then[0]))
            own.sort(key=lambda one: -abs(one[0]))
            printed = re.findall(r"([^;]+?) ([+-][\d.,]+)(?:;|$)", row[3] or "")
            self.expect(f"{code}: areas named", len(printed), min(3, len(own)))
            for (name, value), (worked_out, *_) in zip(printed, own):
                self.expect(f"{code}: {name.strip()}", number(value), worked_out, 0.011)
            moved += [(value, code, place, difference) for value, place, difference in own]
        moved.sort(key=lambda one: -abs(one[0]))
        chosen = [one for one in moved if one[0] > 0][:rises] + [one for one in moved if one[0] < 0][:falls]
        self.summary(chosen)

    def summary(self, chosen):
        figures = self.figures
        sheet = next(sheet for title, sheet in self.book.sheets.items() if title == "Tóm tắt")
        printed = [
            match.groups() for row in sheet.iter_rows(max_col=1)
            if (match := re.fullmatch(r"(.+): góp ([+-]?[\d.,]+)", str(row[0].value or "")))]
        worked_out = []
        for _, code, place, difference in chosen:
            share = 100 * difference / figures.lastly[code, figures.province][0]
            worked_out.append((figures.names[place], share))
        # Where the province's change is not known nothing is said of what an area adds.
        self.expect("areas of the summary", len(printed), len(worked_out))
        for name, share in printed:
            near = min(worked_out, key=lambda one: (one[0] != name, abs(one[1] - number(share))))
            self.expect(f"summary: {name}", name, near[0])
            self.expect(f"summary: what {name} adds", number(share), near[1], 0.051)

    # Evenness

    def evenness(self):
        figures = self.figures
        months = [one for one in figures.year if (one, next(iter(figures.indicators)), figures.province) in figures.values]
        if months != figures.year:
            raise Fault("months of the year are not among those that were read")
        constants = {
            int(months): (number(low), number(high))
            for months, low, high in re.findall(r"(\d+): ([\d,]+)–([\d,]+)(?:;|\.)", named(r"(c \(phân vị.+)", self.book.text))}
        sheet = next(sheet for title, sheet in self.book.sheets.items() if "Tiến độ theo tháng" in title)
        ranges = next(row for row in sheet.iter_rows() if str(row[0].value).startswith("Tỷ trọng đó do ngẫu nhiên"))
        first = next(row for row in sheet.iter_rows() if row[0].value == "Tháng 1")
        for column in range(1, sheet.max_column):
            if sheet.cell(first[0].row - 1, column + 1).value != f"Năm {figures.period[:4]}" or ranges[column].value is None:
                continue
            counts = [sheet.cell(first[0].row + index, column + 1).value for index in range(len(figures.year))]
            known = [count for count in counts if isinstance(count, (int, float))]
            # The sheet's months are those of the plain data.
            self.expect(
                f"months of column {column}", "true", "true" if any(
                    all(figures.values[month, code, figures.province][0] == count for month, count in zip(figures.year, counts))
                    for code in figures.indicators) else "false")
            low, high = constants[len(known)]
            spread = (sum(known) * len(known)) ** -0.5
            printed = re.fullmatch(r"([\d,]+)–([\d,]+)", ranges[column].value)
            for end, constant in zip(printed.groups(), (low, high)):
                share = 100 * (3 / len(known) + (0 if self.bare else constant) * spread)
                self.expect(f"range of column {column}", number(end), share, 0.051)

    # Percentages

    def percentages(self):
        base = float(named(r"chỉ ghi khi kỳ gốc từ (\d+) trở lên", self.book.text))
        for title, sheet in self.book.sheets.items():
            heads = [cell for row in sheet.iter_rows(max_row=12) for cell in row if cell.value == "Tốc độ tăng, giảm (%)"]
            for head in heads:
                for row in range(head.row + 1, sheet.max_row + 1):
                    cells = [sheet.cell(row, head.column + back).value for back in (-2, -1, 0)]
                    if all(isinstance(value, (int, float)) for value in cells):
                        self.expect(f"{title} {head.coordinate} row {row}", cells[2], 100 * cells[1] / cells[0], 0.051)
                        if cells[0] < base:
                            self.faults.append(f"{title} row {row}: a percentage of {cells[0]}")

    def all(self):
        for part in (self.alerts, self.moved, self.evenness, self.percentages):
            try:
                part()
            except (Fault, KeyError, StopIteration) as fault:
                self.faults.append(f"{part.__name__}: {fault!r}")
        return self.faults


def months_up_to(period):
    year, month = (int(part) for part in period.split("-"))
    return [f"{index // 12}-{index % 12 + 1:02}" for index in range(12 * year + month - 13, 12 * year + month)]


def make(options, reports):
    for period in months_up_to(options.period):
        command = [options.binary, "run", period, "--now", options.now, "--inputs", options.inputs, "--reports", reports, "--quiet"]
        done = subprocess.run(command, capture_output=True, text=True)
        if done.returncode > 1:
            sys.exit(f"{period}: {done.stderr[-2000:]}")


def judge(reports, period):
    def book():
        return Book(next((reports / period).glob("*/tong-hop-*.xlsx")))

    claims = Claims(Figures(reports, period), book())
    faults = claims.all()
    for fault in faults:
        print(fault)
    print(f"{claims.checked} numbers and words worked out again, {len(faults)} differ")
    bare = Claims(Figures(reports, period), book(), bare=True).all()
    changed = Figures(reports, period)
    for code in changed.indicators:
        key = changed.before[-1], code, changed.districts[0]
        value, state = changed.values[key]
        changed.values[key] = (value or 0) + 40, state
    moved = Claims(changed, book()).all()
    print(f"controls: {len(bare)} differ without dispersion, {len(moved)} with a month changed")
    return 0 if not faults and bare and moved else 1


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("period")
    parser.add_argument("--binary", default=".build/debug/tonghop")
    parser.add_argument("--inputs", default="inputs")
    parser.add_argument("--now", default="2026-10-20T09:00+07:00")
    parser.add_argument("--reports", type=Path)
    options = parser.parse_args()
    if options.reports:
        return judge(options.reports, options.period)
    with tempfile.TemporaryDirectory() as folder:
        make(options, folder)
        return judge(Path(folder), options.period)


if __name__ == "__main__":
    sys.exit(main())
