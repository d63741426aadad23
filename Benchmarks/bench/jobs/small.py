"""`check` of one small file, and `--help` as the floor: what it costs to start."""

from .. import setting, timing
from ..setting import SAMPLE

FILE, NOW, GOAL = SAMPLE / "submissions" / "2026-10" / "X04240-03-an.csv", "2026-11-05T09:00+07:00", {"wall": 0.025}


def measure(options, sheet):
    command = [setting.program(), "check", FILE, "--inputs", SAMPLE, "--reports", setting.WORK / "no-reports", "--now", NOW]
    sheet.add("`check`, một tệp nhỏ / a small file", "tonghop", timing.timed(command, options), goal=GOAL)
    sheet.add("`--help`", "tonghop", timing.timed([setting.program(), "--help"], options))
