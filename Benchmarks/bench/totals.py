"""The program's totals by district, month and category, held against those of another tool."""

import csv
import json
import subprocess

from . import setting, timing
from .setting import CATALOGUE


def of_the_program(command, codes):
    """{(district, month, category): sums}, as `check --format json` says them."""
    with open(CATALOGUE / "units.csv", encoding="utf-8", newline="") as file:
        districts = [row for row in csv.DictReader(file) if row["level"] == "district"]
    codes_of = {row["name"]: row["code"] for row in districts} | {f"{row['type'].capitalize()} {row['name']}": row["code"] for row in districts}
    found = {}
    for part in json.loads(timing.once([*command, "--format", "json"], codes))["breakdown"]:
        place, month, kind = part["of"]
        found[codes_of[place.removesuffix(" (cũ)")], int(month.removeprefix("2026-")), kind] = tuple(part["sums"])
    return found


def of_another(command):
    """The same, and how many rows the tool refused."""
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True)
    setting.require(done.returncode == 0, f"exit {done.returncode}: {' '.join(map(str, command))}\n{done.stderr[-2000:]}")
    found = {}
    for line in done.stdout.splitlines():
        district, month, kind, *sums = line.split(";")
        found[district, int(month), kind] = tuple(map(int, sums))
    return found, int(done.stderr.rpartition("refused: ")[2])


def compare(own, other, tool):
    """Fails at the first place at which they differ."""
    for key in sorted(own.keys() | other.keys()):
        setting.require(own.get(key) == other.get(key), f"totals of {'; '.join(map(str, key))}: tonghop {own.get(key)}, {tool} {other.get(key)}")
