"""Where things lie, and which program, machine and tools are measured."""

import hashlib
import os
import pathlib
import platform
import re
import shutil
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
BENCHMARKS = ROOT / "Benchmarks"
WORK = ROOT / ".build" / "bench"
CATALOGUE = BENCHMARKS / "catalogue"
SAMPLE = ROOT / "inputs"
SMALL_OFFICE = ROOT / "Tests" / "CommandTests" / "Fixtures" / "nho" / "inputs"


class Failure(Exception):
    """A job did not do what it does: another exit code, other totals, a file that is not there."""


def say(text):
    print(text, file=sys.stderr, flush=True)


_program = None


def program():
    """TONGHOP_BINARY, or the release build of these sources."""
    global _program
    if _program is None:
        given = os.environ.get("TONGHOP_BINARY")
        if not given:
            subprocess.run([ROOT / "scripts" / "build"], check=True, stdout=subprocess.DEVNULL)
        _program = pathlib.Path(given).absolute() if given else ROOT / ".build" / "release" / "tonghop"
    return _program


def version():
    return subprocess.run([program(), "--version"], check=True, capture_output=True, text=True).stdout.strip()


def machine():
    model, cpus = platform.machine(), pathlib.Path("/proc/cpuinfo")
    if cpus.exists() and (found := re.search(r"model name\s*: (.*)", cpus.read_text())):
        model = found.group(1)
    return f"{model}, {os.cpu_count()} CPU, {platform.system()} {platform.release()}"


def load():
    return f"{os.getloadavg()[0]:.1f}"


def digest(*paths):
    """A few letters that change with what is in these files and folders."""
    seen = hashlib.sha256()
    for path in paths:
        files = sorted(found for found in path.rglob("*") if found.is_file()) if path.is_dir() else [path]
        for file in files:
            seen.update(f"{file.relative_to(path.parent)}\n".encode() + file.read_bytes())
    return seen.hexdigest()[:12]


def fresh(folder):
    """The folder, empty."""
    if folder.exists():
        shutil.rmtree(folder)
    folder.mkdir(parents=True)
    return folder


def require(condition, text):
    if not condition:
        raise Failure(text)
