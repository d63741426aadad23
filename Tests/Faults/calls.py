"""Faults at system calls: they fail, or the program is killed there.

A point of any kind is a tuple of words that begins with the kind and the stage. Trying it gives what was reached (`hit` or
`none`) and what does not hold afterwards; `controls` names what must hold, or the kind proves nothing.
"""

import itertools
import re
import signal
from collections import defaultdict

from judge import note_unread

CALLS = ("write pwrite64 fsync fdatasync rename renameat renameat2 openat ftruncate unlink unlinkat mkdir rmdir link "
         "linkat clone3").split()
OURS = re.compile(r'"(inputs|reports|backup|made)(/|")')


class Calls:
    """What injected errors and kills have in common: each system call of a stage's command, by number in its thread."""

    def __init__(self, bench):
        self.bench = bench

    def counted(self, stage):
        """How often each call is made by one thread, from the first that concerns a file of ours on."""
        _, text = self.bench.trace(stage, ",".join(CALLS))
        count, first = defaultdict(int), {}
        for line in text.splitlines():
            words = line.split(None, 1)
            call = words[1].split("(", 1)[0]
            if call in CALLS:
                count[words[0], call] += 1
                if call == "openat" and OURS.search(line):
                    first.setdefault(call, count[words[0], call])
        most = defaultdict(int)
        for (_, call), number in count.items():
            most[call] = max(most[call], number)
        # What the loader and the Swift runtime open before is theirs.
        return [(call, number) for call in sorted(most) for number in range(first.get(call, 1), most[call] + 1)]


def met_a_submission(text):
    """Whether a fault was injected where a file or folder of the inputs was opened."""
    waiting = {}
    for line in text.splitlines():
        thread = line.split(None, 1)[0]
        if line.endswith("<unfinished ...>"):
            waiting[thread] = line
        elif "INJECTED" in line and '"inputs' in (waiting.get(thread, "") if "resumed>" in line else line):
            return True
    return False


class Errors(Calls):
    """A system call fails, alone or from it on for good: a disk that stays broken, a system that gives no more threads."""

    name = "error"
    codes = ("EIO", "ENOSPC")
    of_threads = ("EAGAIN",)

    @staticmethod
    def call(point):
        """Which call of which stage a point disturbs, in whatever way."""
        return (*point[1:3], point[4].rstrip("+"))

    def points(self):
        for stage in self.bench.stages:
            for call, number in self.counted(stage):
                codes = self.of_threads if call == "clone3" else self.codes
                for code, tail in itertools.product(codes, ("", "+")):
                    yield (self.name, stage, call, code, f"{number}{tail}")

    def attempt(self, point, more=None, injected=None):
        _, stage, call, code, when = point
        folder = self.bench.copy(stage)
        inject = injected or f"error={code}"
        exit_code, text = self.bench.trace(
            stage, call, ("--seccomp-bpf", "-e", f"inject={call}:{inject}:when={when}"), more, folder=folder)
        injections = [line for line in text.splitlines() if "INJECTED" in line]
        found = [] if 0 <= exit_code <= 2 else [f"exit {exit_code}"]
        if not all(f"-1 {code} " in line for line in injections):
            found.append(f"the call did not fail with {code}: {injections[0]}")
        if injections:
            # Each thread counts its own calls: a second fault may have ended a run before it could say what the first was.
            if exit_code == 2 and met_a_submission(text):
                note_unread(folder)
            found += self.bench.judges[stage].faults(folder, exit_code)
        self.bench.drop(folder)
        return ("hit" if injections else "none"), found

    def controls(self):
        """What is said to fail must have failed; and a program that takes failed writes for done must be found out."""
        point = (self.name, "next", "write", "ENOSPC", "1+")
        _, found = self.attempt(point, injected="retval=0")
        yield "an injected error that is none", any("did not fail" in line for line in found)
        reached, _ = self.attempt((self.name, "next", "mkdir", "EIO", "60000"))
        yield "a call that is never made is not counted as reached", reached == "none"
        _, found = self.attempt(point, self.bench.broken("write"))
        yield "a program that takes failed writes for done", bool(found)


class Kills(Calls):
    """The program is killed at a system call, before it is made."""

    name = "kill"

    def points(self):
        for stage in self.bench.stages:
            for call, number in self.counted(stage):
                yield (self.name, stage, call, str(number))

    def attempt(self, point, more=None, sent="KILL"):
        _, stage, call, when = point
        folder = self.bench.copy(stage)
        # Without --seccomp-bpf, with which strace 6.1 sends no signal.
        code, text = self.bench.trace(
            stage, call, ("-e", f"inject={call}:signal={sent}:when={when}"), more, folder=folder)
        is_reached = "INJECTED" in text or "killed by" in text or f"--- SIG{sent}" in text
        is_killed = code == -signal.SIGKILL and "+++ killed by SIGKILL +++" in text
        found = []
        if is_reached and not is_killed:
            found.append(f"reached, and not killed: exit {code}")
        if not is_reached and not 0 <= code <= 1:
            found.append(f"not reached, and exit {code}")
        if is_reached:
            found += self.bench.judges[stage].faults(folder, code)
        self.bench.drop(folder)
        return ("hit" if is_reached else "none"), found

    def controls(self):
        """Who is said to be killed must be dead; and where two folders do not change places at once, kills must find it."""
        _, found = self.attempt((self.name, "next", "fsync", "1"), sent="CONT")
        yield "a kill that kills nobody", any("not killed" in line for line in found)
        reached, _ = self.attempt((self.name, "next", "mkdir", "60000"))
        yield "a call that is never made is not counted as reached", reached == "none"
        more = self.bench.broken("exchange")
        # At the second of the three steps, whichever of the renames it is.
        _, text = self.bench.trace("again", "rename", more=more)
        renames = [line for line in text.splitlines() if "rename(" in line]
        second = next((at for at, line in enumerate(renames) if ".aside" in line), len(renames)) + 2
        _, found = self.attempt((self.name, "again", "rename", str(second)), more)
        yield "folders that change places in steps", any("a third state" in line for line in found)
