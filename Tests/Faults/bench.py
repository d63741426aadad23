"""Where faults are tried, and how a command is traced there."""

import os
import shutil
import subprocess
import tempfile

from judge import Judge, looks, said_of
from office import COMMANDS, ROOT, arguments, copy, environment, run


class Bench:
    """Where faults are tried: the prepared stages with their judges, and a place for copies of them."""

    def __init__(self, work, stages):
        self.work = work
        self.stages = stages
        self.judges = {stage: Judge(work, stage) for stage in stages}
        self.shim = os.path.join(work, "broken_disk.so")

    def copy(self, stage):
        folder = tempfile.mkdtemp(prefix="try-", dir=self.work)
        copy(os.path.join(self.work, stage), os.path.join(folder, "run"))
        return os.path.join(folder, "run")

    @staticmethod
    def drop(folder):
        shutil.rmtree(os.path.dirname(folder), ignore_errors=True)

    def broken(self, promise):
        """The environment of a program to which one promise of the system is not kept."""
        if not os.path.exists(self.shim):
            compiler = shutil.which("cc") or shutil.which("clang")
            source = os.path.join(ROOT, "Tests/Faults/broken_disk.c")
            subprocess.run([compiler, "-shared", "-fPIC", "-O1", "-o", self.shim, source], check=True)
        return {"LD_PRELOAD": self.shim, "BROKEN": promise}

    def trace(self, stage, calls, options=(), more=None, file=None, folder=None):
        """The stage's command under strace: its exit code, and the trace. What it said lies beside the folder for the judge."""
        own = folder or self.copy(stage)
        path = file or os.path.join(own, "..", "trace")
        more = more or {}
        command = ["strace", "-f", "-qq", "-E", "PATH=", *[f"-E{name}={value}" for name, value in more.items()],
                   "-e", f"trace={calls}", *options, "-o", path, *arguments(COMMANDS[stage])]
        with open(said_of(own), "wb") as said:
            try:
                done = subprocess.run(
                    command, cwd=own, stdin=subprocess.DEVNULL, stdout=said, stderr=said,
                    env={**environment(own), "PATH": os.environ["PATH"]}, timeout=120, check=False)
                code = done.returncode
            except subprocess.TimeoutExpired:
                code = 124
        if not os.path.exists(path):
            raise SystemExit(f"faults: strace did not take its options: {' '.join(command)}")
        with open(path, encoding="utf-8", errors="replace") as lines:
            text = "" if file else lines.read()
        if folder is None:
            self.drop(own)
        return code, text


def spoiled(bench):
    """The judge itself: what was done to a folder after an undisturbed command must be told by it."""
    def archive(folder):
        for path, _, names in os.walk(os.path.join(folder, "reports/archive")):
            for name in names:
                os.truncate(os.path.join(path, name), 10)
                return

    def stranger(folder):
        with open(os.path.join(folder, "reports/la"), "w", encoding="ascii") as file:
            file.write("?")

    def draft(folder):
        shutil.rmtree(os.path.join(folder, "reports/2026-10/du-thao"))

    def undone(folder):
        shutil.rmtree(os.path.join(folder, "reports"))
        copy(os.path.join(bench.work, "next", "reports"), os.path.join(folder, "reports"))

    for name, spoil in (("a file of the archive cut short", archive), ("a stranger in the reports", stranger),
                        ("a draft that is gone", draft), ("done, although nothing was", undone)):
        folder = bench.copy("next")
        code, _ = run(folder, COMMANDS["next"])
        spoil(folder)
        yield name, bool(bench.judges["next"].faults(folder, code))
        bench.drop(folder)
    judge = bench.judges["next"]
    folder, other = bench.copy("next"), bench.copy("next")
    code, _ = run(folder, COMMANDS["next"])
    run(other, COMMANDS["next"])
    seen = looks(folder)
    yield "a folder like another is told as such", seen is not None and seen == looks(other)
    draft(other)
    yield "and one that is not, as not", seen != looks(other)
    yield "and of an undisturbed one it says nothing", not judge.faults(folder, code)
    bench.drop(folder)
    bench.drop(other)
