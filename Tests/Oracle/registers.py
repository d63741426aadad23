"""The catalogue as the oracle reads it: CSV registers, a subset of YAML, units through time, months and periods.

Python's standard library only; nothing of the program is used.
"""
import csv
import datetime
import re
import unicodedata
from fractions import Fraction
from functools import cache
from pathlib import Path

# --- words ----------------------------------------------------------------------------------------------------------

TONES = {a: b for old, new in (("oà oá oả oã oạ", "òa óa ỏa õa ọa"), ("oè oé oẻ oẽ oẹ", "òe óe ỏe õe ọe"),
                               ("uỳ uý uỷ uỹ uỵ", "ùy úy ủy ũy ụy"))
         for a, b in zip(old.split(), new.split())}


@cache
def exact(text):
    """NFC, lower case, single spaces, tone marks where the modern rule puts them."""
    words = []
    for word in unicodedata.normalize("NFC", text).lower().replace("\ufeff", "").split():
        if word[-2:] in TONES and not word.endswith("qu" + word[-1]):
            word = word[:-2] + TONES[word[-2:]]
        words.append(word)
    return " ".join(words)


@cache
def plain(text):
    """As `exact`, without diacritics."""
    folded = unicodedata.normalize("NFD", exact(text))
    return "".join(c for c in folded if not unicodedata.combining(c)).replace("đ", "d")


@cache
def key(text):
    """Words of letters and digits only, without diacritics: how headers and file names are matched."""
    return " ".join(re.findall(r"[^\W_]+", plain(text)))


# --- YAML: block maps and lists, flow maps and lists, quoted and plain scalars, comments ----------------------------

def read_yaml(path):
    lines = []
    for line in Path(path).read_text(encoding="utf-8").splitlines():
        line = strip_comment(line)
        if line.strip():
            lines.append((len(line) - len(line.lstrip(" ")), line.strip()))
    value, rest = read_block(lines, 0, lines[0][0])
    assert rest == len(lines), f"{path}: not read from {lines[rest]}"
    return value


def strip_comment(line):
    quote = None
    for place, c in enumerate(line):
        if quote:
            quote = None if c == quote else quote
        elif c in "\"'":
            quote = c
        elif c == "#" and (place == 0 or line[place - 1] in " \t"):
            return line[:place]
    return line


def read_block(lines, at, indent):
    if lines[at][1].startswith("- "):
        items = []
        while at < len(lines) and lines[at][0] == indent and lines[at][1].startswith("- "):
            items.append(read_inline(lines[at][1][2:].strip()))
            at += 1
        return items, at
    result = {}
    while at < len(lines) and lines[at][0] == indent:
        name, _, rest = lines[at][1].partition(":")
        at += 1
        if rest.strip():
            result[name] = read_inline(rest.strip())
        elif at < len(lines) and lines[at][0] > indent:
            result[name], at = read_block(lines, at, lines[at][0])
        else:
            result[name] = None
    return result, at


def read_inline(text):
    value, rest = read_flow(text)
    assert not rest.strip(), f"YAML: {text}"
    return value


def read_flow(text, ends=""):
    text = text.lstrip()
    if text.startswith("["):
        items, text = [], text[1:].lstrip()
        while not text.startswith("]"):
            item, text = read_flow(text, ",]")
            items.append(item)
            text = text.lstrip().removeprefix(",").lstrip()
        return items, text[1:]
    if text.startswith("{"):
        result, text = {}, text[1:].lstrip()
        while not text.startswith("}"):
            name, _, text = text.partition(":")
            result[name.strip().strip("\"'")], text = read_flow(text, ",}")
            text = text.lstrip().removeprefix(",").lstrip()
        return result, text[1:]
    if text[:1] in "\"'" and text:
        end = text.index(text[0], 1)
        return text[1:end], text[end + 1:]
    end = min((place for place in (text.find(c) for c in ends) if place >= 0), default=len(text))
    return text[:end].strip(), text[end:]


# --- registers ------------------------------------------------------------------------------------------------------

def read_register(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def day(text):
    return datetime.date.fromisoformat(text) if text else None


def valid(row, on):
    begins, ends = day(row["valid_from"]), day(row["valid_to"])
    return (begins is None or begins <= on) and (ends is None or on < ends)


class Unit:
    """One state of an administrative unit."""

    def __init__(self, row):
        self.code, self.name, self.type, self.level = row["code"], row["name"], row["type"], row["level"]
        self.district = row["district"] if self.level == "commune" else self.code
        self.begins, self.ends = day(row["valid_from"]), day(row["valid_to"])
        self.names = [self.name] + [alias for alias in row["aliases"].split("|") if alias]

    def on(self, date):
        return (self.begins is None or self.begins <= date) and (self.ends is None or date < self.ends)

    def touches(self, first, last):
        return (self.begins is None or self.begins <= last) and (self.ends is None or first < self.ends)


class Catalogue:
    def __init__(self, folder):
        folder = Path(folder)
        self.organisation = read_yaml(folder / "organisation.yaml")
        self.calendar = self.organisation.get("calendar", "decree09")
        self.province = self.organisation["province"]
        self.units = [Unit(row) for row in read_register(folder / "units.csv")]
        self.changes = read_register(folder / "unit_changes.csv")
        self.departments = read_register(folder / "departments.csv")
        self.obligations = read_register(folder / "obligations.csv")
        self.sources = read_register(folder / "sources.csv")
        self.indicators = {row["code"]: row for row in read_register(folder / "indicators.csv")}
        self.codes = read_register(folder / "codes.csv")
        self.forms, self.column_names = {}, {}
        for path in sorted((folder / "forms").glob("*.yaml")):
            form = read_yaml(path)
            self.forms[form["code"]] = form
        self._destinations = {}

    # Months are counted from the start of year 0.

    def first_day(self, month):
        if self.calendar == "decree09":
            year, number = divmod(month - 1, 12)
            return datetime.date(year, number + 1, 15)
        return datetime.date(month // 12, month % 12 + 1, 1)

    def last_day(self, month):
        return self.first_day(month + 1) - datetime.timedelta(days=1)

    def unit(self, code, on):
        return next((unit for unit in self.units if unit.code == code and unit.on(on)), None)

    def at_level(self, level, on):
        return [unit for unit in self.units if unit.level == level and unit.on(on)]

    def lies_in(self, unit, area):
        if area.level == "province":
            return True
        if area.level == "district":
            return unit.district == area.code
        return unit.code == area.code and unit.level == "commune"

    def destinations(self, unit, on, since=None):
        """(unit → share of the territory, or None where no share is known) for a later day.

        Followed are the changes after `since`, the day on which the territory was reported. A unit may give a part away and go
        on: its lines of a day within its validity count as much as those of its end. A share is known where nothing was
        divided, or every line of the division has its weight.
        """
        found = self._destinations.get((unit, on, since))
        if found is None:
            found = self._destinations[unit, on, since] = self._follow(unit, on, since or datetime.date.min)
        return found

    def _follow(self, unit, on, since):
        reached, waiting, seen = {}, [(unit, since, Fraction(1))], set()
        while waiting:
            place, after, share = waiting.pop()
            lines = [line for line in self.changes if line["from"] == place.code and after < day(line["date"]) <= on
                     and (place.begins is None or place.begins < day(line["date"]))
                     and (place.ends is None or day(line["date"]) <= place.ends)]
            if not lines:
                if place.on(on):
                    known = share is not None and reached.get(place, Fraction(0)) is not None
                    reached[place] = reached.get(place, Fraction(0)) + share if known else None
                continue
            date = min(day(line["date"]) for line in lines)
            lines = [line for line in lines if day(line["date"]) == date]
            weights = [line["weight"] for line in lines]
            whole = len(lines) == 1 and lines[0]["kind"] != "divided"
            for line, weight in zip(lines, weights):
                following = self.unit(line["to"], date) if line["to"] else None
                part = Fraction(1) if whole else Fraction(weight) if all(weights) else None
                step = (following, date, None if share is None or part is None else share * part)
                if following and step not in seen:
                    seen.add(step)
                    waiting.append(step)
        if sum(share or 0 for share in reached.values()) != 1:
            return dict.fromkeys(reached)
        return reached

    def current_name(self, unit, last):
        """The state that a unit has on the last day, where only its name, type or parent has changed by then."""
        for _ in range(8):
            lines = [line for line in self.changes if line["from"] == unit.code and unit.ends
                     and day(line["date"]) == unit.ends and unit.ends <= last]
            if len(lines) != 1 or lines[0]["kind"] not in ("renamed", "retyped", "moved"):
                return unit
            unit = self.unit(lines[0]["to"], unit.ends) or unit
        return unit

    def successor(self, department, on):
        for _ in range(16):
            rows = [row for row in self.departments if row["code"] == department]
            if not rows or any(valid(row, on) for row in rows):
                return department
            ended = [row for row in rows if row["successor"] and day(row["valid_to"]) and day(row["valid_to"]) <= on]
            if not ended:
                return department
            department = ended[-1]["successor"]
        return department

    def role(self, indicator, department, on):
        return next((row["role"] for row in self.sources
                     if row["indicator"] == indicator and row["department"] == department and valid(row, on)), None)


# --- periods --------------------------------------------------------------------------------------------------------

def read_month(text):
    year, number = text.split("-")
    return int(year) * 12 + int(number) - 1


def read_period(text):
    """(first month, last month) of `2026-10`, `2026-Q3`, `2026-H1`, `2026-9M`, `2026`, `2026-02..2026-05`."""
    if ".." in text:
        return tuple(read_month(part) for part in text.split(".."))
    if re.fullmatch(r"\d{4}-\d{2}", text):
        return read_month(text), read_month(text)
    spans = {"": (1, 12), "Q1": (1, 3), "Q2": (4, 6), "Q3": (7, 9), "Q4": (10, 12), "H1": (1, 6), "H2": (7, 12), "9M": (1, 9)}
    year, _, span = text.partition("-")
    first, last = spans[span]
    return int(year) * 12 + first - 1, int(year) * 12 + last - 1


def moved(period, months):
    return period[0] + months, period[1] + months


def previous(period):
    """The period before, of the same length; the first nine months of a year have none."""
    first, last = period
    if first % 12 == 0 and last - first == 8:
        return None
    return moved(period, first - last - 1)


def year_to_date(period):
    return period[1] - period[1] % 12, period[1]
