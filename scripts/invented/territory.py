"""The hidden province: a size for each commune before the mergers, added up for the communes after them."""

import datetime as dt

from .dice import Dice
from .registers import UNITS, holds, listed, table


def on_day(level, day):
    return sorted((u for u in UNITS if u["level"] == level and holds(u, day)), key=lambda u: (u["district"], u["code"]))


DAYS = {"A": dt.date(2025, 1, 14), "B": dt.date(2025, 3, 1), "N": dt.date(2025, 7, 14)}
COMMUNES = {g: on_day("commune", day) for g, day in DAYS.items()}
DISTRICTS = {g: on_day("district", day) for g, day in DAYS.items()}
INTO = {row["from"]: row["to"] for row in table("unit_changes.csv")
        if row["date"] == "2025-07-01" and row["kind"] in ("merged", "moved") and len(row["from"]) == 5}
ATOMS = [u["code"] for u in COMMUNES["B"]]
# Where the stocks of the seven communes that ended on 2025-02-01 went, and whence the three new wards'.
ENDED = {row["from"]: row["to"] for row in listed("communes-2025-02.csv") if row["kind"] == "ended"}
BEGUN = {row["to"]: row["from"] for row in listed("communes-2025-02.csv") if row["kind"] == "begun"}


def atoms_of(code, geography):
    if geography == "N":
        return [part for a in ATOMS if INTO[a] == code for part in atoms_of(a, "B")]
    if geography == "B":
        return [code] + [a for a, b in ENDED.items() if b == code]
    return [code] + [b for b, a in BEGUN.items() if a == code]


BORDER = {u["code"] for u in COMMUNES["B"] if u["border"] == "1"}
PARTS = {(g, u["code"]): atoms_of(u["code"], g) for g in "ABN" for u in COMMUNES[g]}


def weight(unit, geography, border=1):
    if unit["level"] == "district":
        return sum(weight(u, geography, border) for u in COMMUNES[geography] if u["district"] == unit["code"])
    return sum(Dice("size", a).between(6, 18) * (border if a in BORDER else 1)
               for a in PARTS[geography, unit["code"]] if a not in BEGUN or geography != "A")


def standing(what, unit, geography, drift, low, high, percent=100):
    """A stock that follows the territory through the mergers."""
    total = 0
    for atom in PARTS[geography, unit["code"]]:
        dice = Dice("stock", what, atom)
        if dice.chance(percent):
            total += dice.between(low, high) + (dice.below(9) + drift) // 9 % 2
    return total


def villages(unit, month, percent):
    """Villages reached since the year began: never falls within a year."""
    total = 0
    for atom in PARTS[month.geography, unit["code"]]:
        dice = Dice("villages", atom, month.year)
        count, pace = dice.between(7, 15), dice.between(70, 105)
        total += min(count, count * min(month.month + 1, 12) * pace * percent // 1200000)
    return total


def place_on(unit, day, *key):
    """The unit as it was on the day: (code, name)."""
    parts = [p for p in PARTS["N", unit["code"]] if p in ATOMS] if unit["parent"] == "14" else [unit["code"]]
    known = next((u for u in UNITS if u["code"] == unit["code"] and u["level"] == "commune" and u["name"] == unit["name"]
                  and holds(u, day)), None)
    if known is None:
        wanted = Dice("was", unit["code"], *key).pick(parts)
        wanted = BEGUN.get(wanted, wanted) if day < dt.date(2025, 2, 1) else wanted
        known = next(u for u in UNITS if u["code"] == wanted and u["level"] == "commune" and holds(u, day))
    return known
