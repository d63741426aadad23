"""Two verbs at once, in one office."""

import fcntl
import itertools
import os
import subprocess

from judge import digest, end
from office import arguments, environment, run


class Pairs:
    """Two verbs at once, in one office: one is turned away, or waits, and the end is that of one after the other."""

    name = "pair"
    verbs = {
        "run": ["run", "2026-10"],
        "issue": ["issue", "2026-10", "--yes"],
        "export": ["export", "2026-10", "--audience", "partners"],
        "report": ["report", "2026-10", "--edition", "1", "--output", "OUT"],
        "backup": ["backup", "OUT"],
        "restore": ["restore", "backup", "--reports", "OUT"],
    }

    def __init__(self, bench, times):
        self.bench = bench
        self.times = times
        self.ends = {}

    def points(self):
        for number in range(1, self.times + 1):
            for one, other in itertools.combinations_with_replacement(self.verbs, 2):
                yield (self.name, f"{one}+{other}", str(number))

    def command(self, verb, out):
        return [out if word == "OUT" else word for word in self.verbs[verb]]

    def attempt(self, point):
        one, other = point[1].split("+")
        wait = ["--wait", "120"] if int(point[2]) % 2 else []
        commands = [self.command(one, "out1"), self.command(other, "out2")]
        folder = self.bench.copy("pair")
        running = [subprocess.Popen(
            arguments(command + wait), cwd=folder, env=environment(folder), stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) for command in commands]
        said = [process.communicate(timeout=300)[1].decode(errors="replace") for process in running]
        codes = [process.returncode for process in running]
        found = [f"exit {code}: {text[:200]}" for code, text in zip(codes, said)
                 if code not in ((0, 1) if wait else (0, 1, 75))]
        for command, code in zip(commands, codes):
            if code == 75:
                again, text = run(folder, command)
                found += [] if again in (0, 1) else [f"{command[0]} after the other: exit {again}: {text[:200]}"]
        found += self.after(folder, commands)
        self.bench.drop(folder)
        return "hit", found

    def after(self, folder, commands):
        found = []
        ended = end(os.path.join(folder, "reports"))
        if ended not in self.expected(commands):
            found.append("the folder of reports is not as after one and then the other")
        for command, out in zip(commands, ("out1", "out2")):
            made = os.path.join(folder, out)
            if command[0] == "report" and digest(made) != digest(os.path.join(folder, "reports/2026-10/lan-1")):
                found.append("the edition that was written is not the one that was issued")
            if command[0] in ("backup", "restore"):
                code, text = run(folder, ["verify", "--reports", out])
                found += [] if code == 0 else [f"verify of what {command[0]} made: exit {code}: {text[:200]}"]
        code, text = run(folder, ["verify"])
        return found + ([] if code == 0 else [f"verify: exit {code}: {text[:200]}"])

    def expected(self, commands):
        """How the folder of reports ends where one comes after the other, in either order."""
        key = tuple(command[0] for command in commands)
        if key not in self.ends:
            ends = set()
            for order in (commands, commands[::-1]):
                folder = self.bench.copy("pair")
                for command in order:
                    run(folder, command)
                ends.add(end(os.path.join(folder, "reports")))
                self.bench.drop(folder)
            self.ends[key] = ends
        return self.ends[key]

    def turned_away(self, more=None):
        """Whether each verb that writes is turned away while another holds the ledger."""
        folder = self.bench.copy("pair")
        with open(os.path.join(folder, "reports/.tonghop.lock"), "w", encoding="ascii") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            codes = [run(folder, self.command(verb, "out1"), **(more or {}))[0] for verb in ("run", "issue", "export")]
        self.bench.drop(folder)
        return codes == [75, 75, 75]

    def controls(self):
        """Who holds the ledger keeps others out; with locks that anybody is granted that must not seem so."""
        yield "a held ledger turns others away", self.turned_away()
        yield "locks that anybody is granted", not self.turned_away(self.bench.broken("lock"))
        folder = self.bench.copy("pair")
        with open(os.path.join(folder, "reports/la"), "w", encoding="ascii") as file:
            file.write("?")
        found = self.after(folder, [self.command("report", "out1"), self.command("report", "out2")])
        self.bench.drop(folder)
        yield "an end that no order gives, and what was not written", len(found) >= 3
