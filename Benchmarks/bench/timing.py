"""Times of whole processes, and instructions."""

import dataclasses
import pathlib
import re
import shutil
import subprocess
import sys

from . import setting

LAUNCH = pathlib.Path(__file__).with_name("launch.py")
# What takes a few milliseconds is run until so many seconds have gone by, and at most so often.
SECONDS, OFTEN = 1.5, 25


@dataclasses.dataclass
class Cost:
    """The best wall time of several runs, the least processor time, the largest memory."""

    wall: float
    cpu: float
    mb: float


def once(command, codes=(0,)):
    """Runs it and returns what it prints; another exit code than these is a failure."""
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, stdin=subprocess.DEVNULL)
    setting.require(done.returncode in codes, f"exit {done.returncode}: {' '.join(map(str, command))}\n{done.stderr[-2000:]}")
    return done.stdout


def timed(command, options, codes=(0,), before=None):
    """Measures the command; `before` makes what each run needs, and is not measured."""
    best, spent, count = None, 0, 0
    while count < options.runs or not options.quick and count < OFTEN and spent < SECONDS:
        if before:
            before()
        printed = subprocess.run([sys.executable, "-I", "-S", LAUNCH, *map(str, command)], check=True, capture_output=True, text=True).stdout
        wall, cpu, kib, code = printed.split()
        setting.require(int(code) in codes, f"exit {code}: {' '.join(map(str, command))}")
        found = Cost(float(wall), float(cpu), int(kib) / 1024)
        best = Cost(min(best.wall, found.wall), min(best.cpu, found.cpu), max(best.mb, found.mb)) if best else found
        spent, count = spent + found.wall, count + 1
    return best


def can_count():
    return shutil.which("valgrind") is not None


def instructions(command, codes=(0,)):
    """Instructions of a run, as valgrind's cachegrind counts them."""
    # Valgrind cannot read the debugging sections of so large a binary.
    bare = setting.WORK / f"bare-{pathlib.Path(command[0]).name}"
    subprocess.run(["strip", "-o", bare, command[0]], check=True)
    counted = ["valgrind", "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null", bare, *command[1:]]
    done = subprocess.run([str(part) for part in counted], capture_output=True, text=True)
    bare.unlink()
    found = re.search(r"I\s+refs:\s+([\d,]+)", done.stderr)
    setting.require(found and done.returncode in codes, f"exit {done.returncode}: {' '.join(map(str, counted))}\n{done.stderr[-2000:]}")
    return int(found.group(1).replace(",", ""))
