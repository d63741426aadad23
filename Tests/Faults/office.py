"""The small offices that faults are tried on: how each is made, which command is disturbed there, and how it is run."""

import os
import shutil
import sqlite3
import subprocess

CLOCK = "2026-10-17T09:00+07:00"
ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
FIXTURES = os.path.join(ROOT, "Tests/CommandTests/Fixtures")

# What is disturbed in each stage. Paths are relative to the folder of one try: inputs/, reports/, tmp/.
COMMANDS = {
    "first": ["run", "2026-10"],
    "next": ["run", "2026-10"],
    "again": ["run", "2026-10"],
    "upgrade": ["run", "2026-10"],
    "issue": ["issue", "2026-10", "--yes"],
    "export": ["export", "2026-10", "--audience", "partners"],
    "report": ["report", "2026-10", "--edition", "1", "--output", "made"],
    "backup": ["backup", "made"],
    "restore": ["restore", "backup", "--reports", "made"],
}

# Those that write beside the reports, and leave them as they are.
ASIDE = ("report", "backup", "restore")


def binary():
    return os.environ["TONGHOP_BINARY"]


def environment(folder, **more):
    # Without a path there is no LibreOffice, whose PDF of a package differs each time.
    return {"PATH": "", "TMPDIR": os.path.join(folder, "tmp"), "SWIFT_BACKTRACE": "enable=no", "HOME": folder, **more}


def arguments(command):
    return [binary(), *command, "--now", CLOCK, "--quiet"]


def run(folder, command, prefix=(), limits=None, text=True, **more):
    """Runs the program in a folder: its exit code, negative where a signal ended it, and what it said."""
    done = subprocess.run(
        [*prefix, *arguments(command)], cwd=folder, env=environment(folder, **more), stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, preexec_fn=limits, timeout=300, check=False)
    return done.returncode, done.stdout.decode(errors="replace") if text else done.stdout


def must(folder, command):
    code, said = run(folder, command)
    if code not in (0, 1):
        raise SystemExit(f"faults: {' '.join(command)}: exit {code}: {said}")


def copy(source, target):
    shutil.copytree(source, target, symlinks=True)


def prepare(work):
    """Makes the folder of each stage below `work`, and names those that there are."""
    def folder(name):
        return os.path.join(work, name)

    os.makedirs(os.path.join(folder("first"), "tmp"))
    os.makedirs(os.path.join(folder("first"), "reports"))
    copy(os.path.join(FIXTURES, "nho/inputs"), os.path.join(folder("first"), "inputs"))
    copy(folder("first"), folder("next"))
    months = os.path.join(folder("next"), "inputs/submissions")
    # A month before, issued, with a correction of it among what is new.
    os.rename(f"{months}/2026-10", folder("later"))
    must(folder("next"), ["run", "2026-09"])
    must(folder("next"), ["issue", "2026-09", "--yes"])
    os.rename(folder("later"), f"{months}/2026-10")
    copy(folder("next"), folder("issue"))
    must(folder("issue"), ["run", "2026-10"])
    copy(folder("issue"), folder("export"))
    must(folder("export"), ["issue", "2026-10", "--yes"])
    copy(folder("export"), folder("report"))
    must(folder("report"), ["export", "2026-10", "--audience", "public"])
    copy(folder("report"), folder("backup"))
    copy(folder("report"), folder("restore"))
    must(folder("restore"), ["backup", "backup"])
    copy(folder("restore"), folder("pair"))
    correct(folder("pair"))
    copy(folder("pair"), folder("again"))
    stages = ["first", "next", "again", "issue", "export", "report", "backup", "restore"]
    return stages + (["upgrade"] if prepare_upgrade(folder("first"), folder("upgrade"), folder("calm")) else [])


def correct(folder):
    """Puts a correction into the inbox, so that a run has something to do."""
    month = os.path.join(folder, "inputs/submissions/2026-10")
    with open(f"{month}/SDT-02-tt.csv", encoding="utf-8") as file:
        text = file.read()
    with open(f"{month}/SDT-02-tt-2.csv", "w", encoding="utf-8") as file:
        file.write(text.replace("Lần gửi: 1", "Lần gửi: 2").replace(";330;", ";350;"))


def prepare_upgrade(first, folder, calm):
    """The ledger of an earlier version; false where none is whose tables have changed since."""
    source = os.path.join(FIXTURES, "ledger-1")
    copy(first, folder)
    reports = os.path.join(folder, "reports")
    copy(f"{source}/archive", f"{reports}/archive")
    shutil.copy(f"{source}/ledger.head", reports)
    database = sqlite3.connect(f"{reports}/ledger.sqlite")
    with open(f"{source}/ledger.sql", encoding="utf-8") as file:
        database.executescript(file.read())
    database.close()
    must(folder, ["report", "2026-09", "--edition", "1", "--output", "edition"])
    os.mkdir(f"{reports}/2026-09")
    os.rename(f"{folder}/edition", f"{reports}/2026-09/lan-1")
    copy(folder, calm)
    must(calm, ["run", "2026-10"])
    is_due = any(name.startswith("ledger.sqlite.before-") for name in os.listdir(f"{calm}/reports"))
    shutil.rmtree(calm)
    return is_due
