"""The registers of the catalogue, and the lists of what was invented (`data/`)."""

import csv
import pathlib

ROOT = pathlib.Path(__file__).resolve().parents[2]
CATALOGUE = ROOT / "inputs" / "catalogue"
DATA = pathlib.Path(__file__).resolve().parent / "data"


def rows(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def table(name):
    """A register of the catalogue."""
    return rows(CATALOGUE / name)


def listed(name):
    """A list of what was invented."""
    return rows(DATA / name)


def holds(row, day):
    return row["valid_from"] <= str(day) and (not row["valid_to"] or str(day) < row["valid_to"])


UNITS = [dict(row, aliases=[a for a in row["aliases"].split("|") if a]) for row in table("units.csv")]
DEPARTMENTS = table("departments.csv")
OBLIGATIONS = table("obligations.csv")
HOLIDAYS = {row["date"]: row["kind"] for row in table("holidays.csv")}
