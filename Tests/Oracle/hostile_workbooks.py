#!/usr/bin/env python3
"""hostile_workbooks.py --binary PROGRAM [--inputs DIR] [--mutants N] [--seed S] [--only TEXT] [--keep DIR]: workbooks that must hurt nobody.

Has the program check each kind of hostile.py, and mutants of right workbooks of every writer: cut at many places, with flipped bits,
with pieces moved. Demanded of all: an exit of 0 or 1, at most 256 MiB of memory, JSON that can be read; of each kind what it says,
and of every mutant in a zip the right totals or a finding. Prints each fault, the most memory and the longest processor time; exit 1
on any fault, and where a control passes: programs that crash, that take 300 MiB, that never end and that say nothing.
"""
import argparse
import json
import random
import signal
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import hostile
import making_workbooks as making
import sent
import sent_workbooks

MEMORY = 256 << 20
# Not a bound on speed: what takes as long hangs, on the slowest machine.
PROCESSOR = 120
SOURCE = "STP-02-tt.csv"


@dataclass
class Ended:
    """How the program ended on some files."""

    code: int
    memory: int
    processor: float
    out: str
    err: str

    def faults(self):
        if self.code < 0:
            yield "it never ends" if -self.code in (signal.SIGXCPU, signal.SIGKILL) else f"killed by {signal.Signals(-self.code).name}"
        elif self.code not in (0, 1):
            yield f"exit {self.code}: {self.err[-300:]}"
        if self.memory > MEMORY:
            yield f"{self.memory >> 20} MiB"


# Stands between, small, so that its child's memory is not counted from this program's own.
LAUNCHER = """
import resource, subprocess, sys
bound = int(sys.argv[2])
resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
resource.setrlimit(resource.RLIMIT_CPU, (bound, bound + 5))
code = subprocess.run(sys.argv[3:], check=False).returncode
used = resource.getrusage(resource.RUSAGE_CHILDREN)
with open(sys.argv[1], "w", encoding="utf-8") as file:
    print(code, used.ru_maxrss * 1024, used.ru_utime + used.ru_stime, file=file)
"""


def run(command, processor=PROCESSOR):
    """A command with its own memory and processor time."""
    with tempfile.NamedTemporaryFile("r", encoding="utf-8") as usage:
        done = subprocess.run([sys.executable, "-c", LAUNCHER, usage.name, str(processor), *command], capture_output=True, check=False)
        code, memory, seconds = usage.read().split()
    return Ended(int(code), int(memory), float(seconds), done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace"))


def checking(options, paths):
    return [options.binary, "check", "--format", "json", "--inputs", options.inputs, "--reports", "/nonexistent/reports", "--now", sent.NOW,
            *map(str, paths)]


def told(text):
    """(totals, findings) by the folder of each file; `None` where the JSON cannot be read."""
    try:
        said = json.loads(text)
    except ValueError:
        return None
    found = {}
    for total in said["totals"]:
        found.setdefault(Path(total["file"].partition("!")[0]).parent.name, ({}, []))[0][total["measure"]] = total["sum"]
    for finding in said["findings"]:
        found.setdefault(Path((finding["file"] or "").partition("!")[0]).parent.name, ({}, []))[1].append(finding)
    return found


def meets(demand, totals, findings, right):
    """What is wrong about what was said of a file, or `None`."""
    errors = [finding for finding in findings if finding["level"] == "error"]
    asked = [finding for finding in findings if finding["level"] != "note"]
    if demand == "refuse" and (totals or not errors):
        return "it is not refused"
    if demand == "say" and not findings:
        return "nothing is said"
    if demand in ("sound", "say") and not asked and totals != right:
        return f"other totals without a word: {totals}"
    return None


class Trial:
    """Files beside what is demanded of them."""

    def __init__(self, options, folder, right, is_control=False):
        self.options, self.folder, self.right, self.is_control = options, folder, right, is_control
        self.faults, self.count, self.memory, self.processor, self.slowest = [], 0, 0, 0.0, ""
        self.read, self.said = 0, 0

    def write(self, label, content, ending):
        path = self.folder / label / (Path(SOURCE).stem + ending)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        return path

    def fault(self, label, path, text):
        self.faults.append(f"{label}: {text}")
        if not self.is_control:
            print(f"{label}: {text}"[:600], flush=True)
        if self.options.keep:
            self.options.keep.mkdir(parents=True, exist_ok=True)
            (self.options.keep / f"{len(self.faults):03}-{path.parent.name}-{path.name}").write_bytes(path.read_bytes())

    def check(self, files):
        """(label, path, demand) of each: together, and one by one where something is wrong."""
        ended = run(checking(self.options, [path for _, path, _ in files]), 2 if self.is_control else PROCESSOR)
        self.memory = max(self.memory, ended.memory)
        if ended.processor > self.processor:
            self.processor, self.slowest = ended.processor, files[0][0]
        faults, said = list(ended.faults()), told(ended.out)
        if said is None and not faults:
            faults = [f"no JSON: {ended.out[:200]!r} {ended.err[-200:]!r}"]
        if faults and len(files) > 1:
            for file in files:
                self.check([file])
            return
        for label, path, demand in files:
            self.count += 1
            if faults:
                self.fault(label, path, "; ".join(faults))
                continue
            totals, findings = said.get(path.parent.name, ({}, []))
            self.read += totals == self.right
            self.said += bool(findings)
            if wrong := meets(demand, totals, findings, self.right):
                self.fault(label, path, wrong)


def kinds(trial, right, options):
    for index, (label, (build, argument, demand)) in enumerate(hostile.KINDS.items()):
        if options.only and options.only not in label:
            continue
        content = build(right, argument)
        if isinstance(content, tuple):
            content, demand = content
        path = trial.write(f"k{index}", content, ".xlsx")
        trial.check([(label, path, demand)])
        path.unlink()


def mutant(content, rng):
    """(what was done, bytes)."""
    made, how = bytearray(content), rng.randrange(5)
    if how == 0:
        at = rng.randrange(len(made))
        return f"cut at {at}", bytes(made[:at])
    if how == 1:
        for _ in range(rng.choice([1, 1, 3, 20, 200])):
            made[rng.randrange(len(made))] ^= 1 << rng.randrange(8)
        return "bits", bytes(made)
    if how == 2:
        start, size = rng.randrange(len(made)), rng.randrange(1, 600)
        del made[start:start + size]
        return f"{size} bytes out at {start}", bytes(made)
    if how == 3:
        start, to, size = rng.randrange(len(made)), rng.randrange(len(made)), rng.randrange(1, 600)
        made[to:to + size] = made[start:start + size]
        return f"{size} bytes of {start} at {to}", bytes(made)
    start = rng.randrange(len(made))
    made[start:start + 4] = rng.choice([b"\xff" * 4, bytes(4), b"\x7f\xff\xff\xff", b"\0\0\0\x80"])
    return f"a number at {start}", bytes(made)


def inner_mutant(content, rng):
    """A part of a zip with a mutation, packed again: what no CRC tells."""
    left = hostile.parts(content)
    name = rng.choice(sorted(left))
    if not left[name]:
        return "an empty part", content
    how, left[name] = mutant(left[name], rng)
    return f"{name}, {how}", hostile.packed(left)


def mutants(trial, table, options):
    rng, files = random.Random(options.seed), []
    book, _, _ = sent_workbooks.book_of(table, {"guide", "codes"}, random.Random(options.seed))
    contents = {name: write(book) for name, write in making.WRITERS.items()}
    for index in range(options.mutants):
        writer = rng.choice(sorted(contents))
        is_zip = contents[writer][:2] == b"PK"
        if is_zip and rng.random() < 0.5:
            how, content = inner_mutant(contents[writer], rng)
            demand = "live"
        else:
            how, content = mutant(contents[writer], rng)
            # A flipped digit of a file without sums of its own is a digit.
            demand = "sound" if is_zip else "live"
        files.append((f"mutant {index} of {writer}, {how}", trial.write(f"m{index}", content, making.ENDINGS[writer]), demand))
        if len(files) == 25:
            trial.check(files)
            files = []
    if files:
        trial.check(files)


CONTROLS = {
    "crashes": 'kill -SEGV $$', "takes 300 MiB": "python3 -c 'x = bytearray(300 << 20); print(1)'; echo '{\"findings\": [], \"totals\": []}'",
    "never ends": "while :; do :; done", "says nothing": "echo '{\"findings\": [], \"totals\": []}'", "exits 2": "exit 2",
    "writes no JSON": "echo a",
}


def controls(folder, options, right):
    """Stand-ins for the program that must not pass."""
    passed = []
    for name, script in CONTROLS.items():
        program = folder / "stand-in"
        program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        program.chmod(0o755)
        trial = Trial(argparse.Namespace(**{**vars(options), "binary": str(program), "keep": None}), folder / "controls", right, True)
        trial.check([(name, trial.write("c", b"", ".xlsx"), "sound")])
        if not trial.faults:
            passed.append(name)
    return passed


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", required=True)
    parser.add_argument("--inputs", default="inputs")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--mutants", type=int, default=500)
    parser.add_argument("--only", default="", help="a part of the names of kinds, or mutants")
    parser.add_argument("--keep", type=Path, help="a folder for the workbooks that do harm")
    options = parser.parse_args()
    table = next(table for table in sent.month_of(options.inputs) if table.name == SOURCE)
    book, _, _ = sent_workbooks.book_of(table, set(), random.Random(1))
    workbook = making.ODDITIES["shared_strings"](making.WRITERS["openpyxl_xlsx"](book))
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        trial = Trial(options, folder, {})
        ended = run(checking(options, [trial.write("r", table.bytes(), ".csv"), trial.write("w", workbook, ".xlsx")]))
        said = told(ended.out)
        trial.right = said["r"][0]
        if not trial.right or said.get("w", ({}, []))[0] != trial.right:
            print("the workbook before any harm has other totals than its CSV")
            return 1
        kinds(trial, workbook, options)
        if options.only in ("", "mutants"):
            mutants(trial, table, options)
        passed = controls(folder, options, trial.right)
    for name in passed:
        print(f"the control passes: a program that {name}")
    print(f"hostile workbooks: {trial.count}, of which {trial.read} are read rightly and of {trial.said} something is said; at most "
          f"{trial.memory >> 20} MiB and {trial.processor:.1f} s of a processor ({trial.slowest}); {len(trial.faults)} faults, "
          f"{len(CONTROLS)} controls, {len(passed)} passed that must fail")
    return 1 if trial.faults or passed or not trial.count else 0


if __name__ == "__main__":
    sys.exit(main())
