"""Data made from a seed, below .build/bench; each folder's name changes with what makes it."""

import os
import shutil
import subprocess
import sys

from . import setting
from .setting import BENCHMARKS, CATALOGUE, ROOT, SAMPLE, WORK

GENERATOR = BENCHMARKS / "register"
OFFICE = ROOT / "scripts" / "sample"
REGISTER_NOW = "2027-01-05T09:00+07:00"


def written(rows, per_mille, target, seed="tonghop"):
    """Writes a register there."""
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_suffix(".part")
    with open(part, "wb") as file:
        subprocess.run([sys.executable, GENERATOR, str(rows), "--faults", str(per_mille), "--seed", seed], stdout=file, check=True)
    part.rename(target)


def forget(pattern, kept):
    """Removes what another generator or another program made."""
    for old in WORK.glob(pattern):
        if old != kept:
            shutil.rmtree(old)


def register(rows, per_mille=0):
    """A register of so many rows as the one submission of an office, whose inputs are the folder three above."""
    path = WORK / f"register-{setting.digest(GENERATOR, CATALOGUE)}" / f"{rows}-{per_mille}" / "submissions" / "2026" / "CAT-bench.csv"
    if not path.exists():
        forget("register-*", path.parents[3])
        setting.say(f"writing a register of {rows:,} rows")
        shutil.copytree(CATALOGUE, path.parents[2] / "catalogue", dirs_exist_ok=True)
        written(rows, per_mille, path)
    return path


def office_of(count, target):
    """Writes the inputs of an office of so many years into a folder that is not there yet."""
    subprocess.run([sys.executable, OFFICE, "--years", str(count), target], check=True)
    return target


def years(count):
    """The inputs of an office of so many years."""
    folder = WORK / f"years-{setting.digest(OFFICE, SAMPLE / 'catalogue')}" / str(count)
    if not folder.exists():
        forget("years-*", folder.parent)
        setting.say(f"writing the submissions of {count} years")
        part = folder.with_suffix(".part")
        shutil.rmtree(part, ignore_errors=True)
        office_of(count, part).rename(folder)
    return folder


def before_month(inputs, month, target):
    """A copy of an office's inputs before a month's files came."""
    setting.fresh(target)
    shutil.copytree(inputs / "catalogue", target / "catalogue")
    shutil.copytree(inputs / "submissions", target / "submissions", ignore=shutil.ignore_patterns(month))
    lines = (inputs / "xu-ly.csv").read_text(encoding="utf-8-sig").splitlines(keepends=True)
    kept = [line for line in lines if f";{month};" not in line]
    (target / "xu-ly.csv").write_text("".join(kept), encoding="utf-8")
    return target


def copied(source, target):
    """A copy of a reports folder in place of the last one, on the disk before anything is measured."""
    if target.exists():
        shutil.rmtree(target)
    shutil.copytree(source, target)
    os.sync()
