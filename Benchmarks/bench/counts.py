"""Instructions of small jobs, held against Benchmarks/instructions.json; they hardly depend on the machine."""

import json

from . import data, setting, timing
from .jobs import month, register
from .setting import BENCHMARKS, SMALL_OFFICE, WORK

RECORD = BENCHMARKS / "instructions.json"
# From run to run counts differ by a thousandth; compilers and processors move them a little, what is worth a look moves them more.
TOLERANCE = 0.1
FEW, MANY = 100_000, 500_000


def of_rows():
    # All are so large that they are read where they lie: what differs is the rows.
    base = timing.instructions(register.check(data.register(FEW)))
    clean = timing.instructions(register.check(data.register(MANY)))
    faulty = timing.instructions(register.check(data.register(MANY, 10)), (1,))
    return {f"check of {FEW:,} rows": base, "a clean row": (clean - base) // (MANY - FEW), "a row, 1 % of faults": (faulty - base) // (MANY - FEW)}


def of_small_jobs():
    office, base = month.prepared(SMALL_OFFICE, WORK / "small-month")
    reports = WORK / "small-month" / "reports"
    data.copied(base, reports)
    run, codes = month.run(office, reports), (0, 1)
    common = ["--inputs", office, "--reports", reports, "--now", month.NOW]
    small = office / "submissions" / month.MONTH / "CA-03-an.csv"
    return {
        "--help": timing.instructions([setting.program(), "--help"]),
        "check of a small file": timing.instructions([setting.program(), "check", small, *common], codes),
        "run of a small month": timing.instructions(run, codes),
        # The first of them finds nothing new and notes so; the second finds nothing touched.
        "run, nothing new": timing.instructions(run, codes),
        "run, nothing touched": timing.instructions(run, codes),
        "status of a small month": timing.instructions([setting.program(), "status", month.MONTH, *common], codes),
    }


def build():
    """What the program was built for: `release`, or `debug`, which the tests try and CI has."""
    return "debug" if setting.program().resolve().parent.name == "debug" else "release"


def compare(record):
    """0, or 1 where something takes more instructions than recorded by more than the tolerance."""
    if not timing.can_count():
        raise setting.Failure("valgrind is missing: apt-get install valgrind")
    counts = of_rows() | of_small_jobs()
    recorded = json.loads(RECORD.read_text(encoding="utf-8")) if RECORD.exists() else {}
    if record:
        recorded[build()] = counts
        RECORD.write_text(json.dumps(recorded, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    known = recorded.get(build(), {})
    more, less = [], []
    for name, count in counts.items():
        before = known.get(name)
        print(f"{name:<28}{count:>16,} " + (f"{count / before - 1:+.1%}" if before else "not recorded"))
        if before and count > before * (1 + TOLERANCE):
            more.append(name)
        if before and count < before * (1 - TOLERANCE):
            less.append(name)
    if more:
        print(f"more instructions than recorded, by more than {TOLERANCE:.0%}: {', '.join(more)}; "
              "if it must be so: scripts/bench --instructions --record")
    if less:
        print(f"fewer, by more than {TOLERANCE:.0%}: {', '.join(less)}; scripts/bench --instructions --record keeps it so")
    return 1 if more else 0
