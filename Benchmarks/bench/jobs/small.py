"""`check` of one small file; `--help` as the floor, what it costs to start; a C program that prints a line as the floor of that."""

import shutil
import subprocess

from .. import setting, timing
from ..setting import BENCHMARKS, SAMPLE, WORK

FILE, NOW = SAMPLE / "submissions" / "2026-10" / "X04240-03-an.csv", "2026-11-05T09:00+07:00"


def measure(options, sheet):
    command = [setting.program(), "check", FILE, "--inputs", SAMPLE, "--reports", WORK / "no-reports", "--now", NOW]
    sheet.add("`check`, một tệp nhỏ / a small file", "tonghop", timing.timed(command, options), name="a small file")
    sheet.add("`--help`", "tonghop", timing.timed([setting.program(), "--help"], options), name="help")
    compiler = shutil.which("cc") or shutil.which("clang")
    if compiler is None:
        setting.say("no C compiler: the start is not compared with that of a C program")
        return
    line = WORK / "line"
    subprocess.run([compiler, "-O2", "-o", line, BENCHMARKS / "line.c"], check=True)
    sheet.add("một dòng chữ / one line of text", "C", timing.timed([line], options), name="c")
