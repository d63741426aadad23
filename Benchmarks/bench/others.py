"""What a user would pick instead, from PyPI, in a folder of its own."""

import subprocess
import sys

from . import setting
from .setting import BENCHMARKS, WORK

PYTHON = WORK / "python" / "bin" / "python"
# The first are small to install; the last brings a whole server.
QUICK, ALL = ("polars", "duckdb", "pandas", "xlsxwriter"), ("polars", "duckdb", "pandas", "xlsxwriter", "chdb")
NAMES = {"polars": "Polars", "duckdb": "DuckDB", "pandas": "pandas", "chdb": "chDB", "xlsxwriter": "XlsxWriter",
         "python-calamine": "python-calamine", "openpyxl": "openpyxl"}


def versions(packages):
    """Of those that are installed."""
    text = "import importlib.metadata as m, sys\nfor p in sys.argv[1:]:\n  try: print(p, m.version(p))\n  except m.PackageNotFoundError: pass"
    lines = subprocess.run([PYTHON, "-c", text, *packages], check=True, capture_output=True, text=True).stdout.splitlines()
    return dict(line.split() for line in lines)


def installed(packages):
    """The versions of those that are there or can be installed; says which are not."""
    try:
        if not PYTHON.exists():
            subprocess.run([sys.executable, "-m", "venv", WORK / "python"], check=True, capture_output=True)
        absent = [package for package in packages if package not in versions(packages)]
        for package in absent:
            setting.say(f"installing {package}")
            pip = [PYTHON, "-m", "pip", "install", "-q", "--disable-pip-version-check", "--retries", "1", package]
            subprocess.run(pip, capture_output=True, timeout=300)
        found = versions(packages)
    except (OSError, subprocess.SubprocessError) as error:
        setting.say(f"no tool to compare with: {error}")
        return {}
    for package in packages:
        if package not in found:
            setting.say(f"{NAMES[package]} could not be installed from PyPI: not compared with it")
    return found


def register_jobs(found, path, faulty):
    """The register's job in each of the tools: (its name, its command)."""
    jobs = []
    for package in ("polars", "duckdb", "pandas", "chdb"):
        if package in found:
            command = [PYTHON, "-B", BENCHMARKS / f"with_{package}.py", *(["register"] if package == "pandas" else []), path]
            jobs.append((f"{NAMES[package]} {found[package]}", command + (["--faulty"] if faulty else [])))
    return jobs
