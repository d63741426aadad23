"""Faults of the system's means: full disks, and less than is needed of files and memory."""

import os
import resource
import shutil
import signal
import subprocess

from office import COMMANDS, copy, run


class Disks:
    """The disk is full: a small one lies in the place of a folder."""

    name = "disk"

    def __init__(self, bench):
        self.bench = bench

    def points(self):
        places = {"report": ("tmp", "."), "backup": ("made", "tmp"), "restore": ("made", "tmp")}
        for stage in self.bench.stages:
            for place in places.get(stage, ("reports", "reports/archive", "reports/2026-10", "tmp")):
                for size in ("64k", "256k", "768k"):
                    yield (self.name, stage, place, size)

    def attempt(self, point, more=None):
        _, stage, place, size = point
        folder = self.bench.copy(stage)
        target = os.path.normpath(os.path.join(folder, place))
        os.makedirs(target, exist_ok=True)
        aside = os.path.join(folder, "..", "aside")
        copy(target, aside)
        if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", target], check=False).returncode != 0:
            self.bench.drop(folder)
            return "none", ["mounting is not allowed here"]
        try:
            shutil.copytree(aside, target, symlinks=True, dirs_exist_ok=True)
            used = int(subprocess.check_output(["du", "-sk", target], text=True).split()[0])
            room = used + int(size[:-1])
            subprocess.run(["mount", "-o", f"remount,size={room}k", target], check=True)
            code, said = run(folder, COMMANDS[stage], **(more or {}))
            subprocess.run(["mount", "-o", "remount,size=64m", target], check=True)
            found = [] if 0 <= code <= 2 else [f"exit {code}"]
            found += self.bench.judges[stage].faults(folder, code)
        finally:
            subprocess.run(["umount", "-l", target], check=True)
        self.bench.drop(folder)
        return ("hit" if code not in (0, 1) or more else "none"), found

    def controls(self):
        """A program that takes failed writes for done must be found out on a full disk."""
        # Of a set that it writes out the program counts the bytes itself; the ledger's head it trusts to the disk.
        _, found = self.attempt((self.name, "export", "reports", "64k"), self.bench.broken("write"))
        yield "a program that takes failed writes for done", bool(found)


class Limits:
    """The system allows the program less: the size of a file, open files, memory."""

    name = "limit"

    def __init__(self, bench):
        self.bench = bench

    def points(self):
        values = {
            "size": [str(2 ** power) for power in range(6, 21)],
            "size-by-signal": [str(2 ** power) for power in range(6, 21, 2)],
            "files": [str(number) for number in range(3, 31)],
            "memory": [str(mebibytes) for mebibytes in (40, 60, 80, 100, 150, 200, 300, 400, 600)],
        }
        for stage in self.bench.stages:
            for which, amounts in values.items():
                for amount in amounts:
                    yield (self.name, stage, which, amount)

    @staticmethod
    def applied(which, amount):
        def apply():
            kind, factor = {"files": (resource.RLIMIT_NOFILE, 1), "memory": (resource.RLIMIT_AS, 1 << 20)}.get(
                which, (resource.RLIMIT_FSIZE, 1))
            # Ignored, the write fails instead.
            signal.signal(signal.SIGXFSZ, signal.SIG_DFL if which == "size-by-signal" else signal.SIG_IGN)
            resource.setrlimit(kind, (amount * factor, amount * factor))
        return apply

    def attempt(self, point, more=None):
        _, stage, which, amount = point
        folder = self.bench.copy(stage)
        code, _ = run(folder, COMMANDS[stage], limits=self.applied(which, int(amount)), **(more or {}))
        # With too little memory or too few files the loader, the runtime or the system ends it; then it has no say.
        found = [] if code <= 2 or code in (127, 128 + signal.SIGXFSZ) else [f"exit {code}"]
        found += self.bench.judges[stage].faults(folder, code)
        self.bench.drop(folder)
        return ("hit" if code not in (0, 1) or more else "none"), found

    def controls(self):
        """Limits must be felt: the system's own signal ends who writes too much, and room enough is not counted as reached."""
        folder = self.bench.copy("first")
        code, _ = run(folder, COMMANDS["first"], limits=self.applied("size-by-signal", 64))
        self.bench.drop(folder)
        yield "who writes too much is ended by the system's signal", code == -signal.SIGXFSZ
        folder = self.bench.copy("first")
        code, _ = run(folder, COMMANDS["first"], limits=self.applied("size", 64))
        self.bench.drop(folder)
        yield "or its write fails", code == 2
        reached, _ = self.attempt((self.name, "first", "size", str(1 << 40)))
        yield "room enough is not counted as reached", reached == "none"
