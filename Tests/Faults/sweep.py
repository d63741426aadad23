"""Tries faults on the small offices, and says what does not hold; run by scripts/faults, which explains the options.

What was tried is written down in the state's file, a line a point, and what it was tried on lies beside it; so the sweep can
be stopped at any time, and goes on where it was.
"""

import argparse
import concurrent.futures
import hashlib
import json
import os
import random
import shutil
import signal
import sys
import tempfile
import threading
import time
from collections import Counter, defaultdict

from bench import Bench, spoiled
from calls import Errors, Kills
from cuts import Cuts
from limits import Disks, Limits
from office import binary, prepare
from pairs import Pairs

HERE = os.path.dirname(os.path.abspath(__file__))


def fingerprint():
    """Of the program and of what judges it: results of another say nothing."""
    whole = hashlib.sha256()
    own = sorted(os.path.join(HERE, name) for name in os.listdir(HERE) if name.endswith((".py", ".c")))
    for path in [binary(), *own]:
        with open(path, "rb") as file:
            whole.update(hashlib.sha256(file.read()).digest())
    return whole.hexdigest()[:16]


class State:
    """What was tried so far, by point."""

    def __init__(self, path):
        self.path = path
        self.work = f"{path}.work"
        self.results = {}
        self.lock = threading.Lock()
        if not os.path.exists(path) or not os.path.exists(os.path.join(self.work, "ready")):
            shutil.rmtree(self.work, ignore_errors=True)
            os.makedirs(self.work)
            with open(path, "w", encoding="utf-8") as file:
                file.write(json.dumps({"of": fingerprint()}) + "\n")
            return
        with open(path, encoding="utf-8") as file:
            lines = [line for line in file.read().split("\n") if line]
        if json.loads(lines[0])["of"] != fingerprint():
            raise SystemExit(f"faults: {path} is of another program or another sweep; remove it to begin again")
        for line in lines[1:]:
            try:
                entry = json.loads(line)
            except json.JSONDecodeError:
                continue  # Where the sweep was stopped in the middle of a line.
            self.results[tuple(entry["point"])] = entry
        for name in os.listdir(self.work):
            if name.startswith(("try-", "cut-")):
                shutil.rmtree(os.path.join(self.work, name), ignore_errors=True)

    def add(self, point, reached, found):
        entry = {"point": point, "reached": reached, "found": found}
        with self.lock:
            self.results[tuple(point)] = entry
            with open(self.path, "a", encoding="utf-8") as file:
                file.write("\n" + json.dumps(entry, ensure_ascii=False))
        for line in found:
            print(f"{' '.join(point)}: {line}", file=sys.stderr, flush=True)


class Sweep:
    def __init__(self, options):
        self.options = options
        self.state = State(options.state)
        work = self.state.work
        self.deadline = float("inf")
        self.reached = set()
        ready = os.path.join(work, "ready")
        if not os.path.exists(ready):
            stages = prepare(work)
            for judge in Bench(work, stages).judges.values():
                judge.learn(os.path.join(work, "calm"))
            with open(ready, "w", encoding="ascii") as file:
                json.dump(stages, file)
        with open(ready, encoding="ascii") as file:
            self.bench = Bench(work, json.load(file))
        cut = ["next", "issue"] if options.short else self.bench.stages
        kinds = [Errors(self.bench), Kills(self.bench), Cuts(self.bench, cut), Disks(self.bench), Limits(self.bench),
                 Pairs(self.bench, options.pairs)]
        self.kinds = [kind for kind in kinds if options.only in (None, kind.name)]

    def points(self, kind):
        """All points of a kind, the same ones each time it goes on."""
        path = os.path.join(self.state.work, f"{kind.name}.points.json")
        if not os.path.exists(path):
            with open(f"{path}.writing", "w", encoding="utf-8") as file:
                json.dump(sorted(set(kind.points())), file)
            os.rename(f"{path}.writing", path)
        with open(path, encoding="utf-8") as file:
            points = [tuple(point) for point in json.load(file)]
        random.Random(1).shuffle(points)
        return points

    def controls(self):
        """Says which of what must hold does not: then the sweep proves nothing."""
        failed = []
        self.bench.broken("write")
        of_kinds = [("judge", spoiled(self.bench)), *((kind.name, kind.controls()) for kind in self.kinds)]
        with concurrent.futures.ThreadPoolExecutor(self.options.jobs) as pool:
            done = [(name, pool.submit(list, holds)) for name, holds in of_kinds]
        for name, holds in done:
            for control, is_so in holds.result():
                print(f"  control of {name}: {control}: {'holds' if is_so else 'FAILS'}", flush=True)
                if not is_so:
                    failed.append(f"{name}: {control}")
        return failed

    def attempt(self, kind, batch):
        # Each kind has reached a point at least, however slow the machine is.
        if time.time() > self.deadline and kind.name in self.reached:
            return
        try:
            if hasattr(kind, "attempt_all"):
                for point, reached, found in kind.attempt_all(batch):
                    self.state.add(point, reached, found)
            else:
                for point in batch:
                    self.state.add(point, *kind.attempt(point))
        except Exception as fault:  # What stops one point is itself a fault of it, and does not stop the others.
            self.state.add(batch[0], "none", [f"the sweep itself: {fault!r}"])
        if any(self.state.results.get(point, {}).get("reached") == "hit" for point in batch):
            self.reached.add(kind.name)

    def batches(self, kind):
        """What is left to try of a kind, in the order in which it is tried."""
        left = [point for point in self.points(kind)[:: self.options.every] if point not in self.state.results]
        size = getattr(kind, "batch", 1)
        by_stage = defaultdict(list)
        for point in left:
            by_stage[point[1] if size > 1 else ""].append(point)
        batches = [points[at:at + size] for points in by_stage.values() for at in range(0, len(points), size)]
        random.Random(2).shuffle(batches)
        if hasattr(kind, "call"):
            batches = self.each_call_once_before_again(kind, batches)
        return batches

    def each_call_once_before_again(self, kind, batches):
        """Every call is disturbed in one way before any is in another."""
        met = {kind.call(point) for point in self.points(kind) if point in self.state.results}
        first, again = [], []
        for batch in batches:
            call = kind.call(batch[0])
            (again if call in met else first).append(batch)
            met.add(call)
        return first + again

    def work(self):
        """Tries all kinds by turns, so that a sweep that is stopped has tried some of each."""
        queues = [(kind, self.batches(kind)) for kind in self.kinds]
        self.deadline = time.time() + self.options.seconds
        # The smaller a kind, the sooner it is done; each has had some of its points tried at any time.
        order = sorted((number / len(batches) ** 0.5, index, number) for index, (_, batches) in enumerate(queues)
                       for number in range(len(batches)))
        with concurrent.futures.ThreadPoolExecutor(self.options.jobs) as pool:
            for _, index, number in order:
                pool.submit(self.attempt, queues[index][0], queues[index][1][number])

    def table(self):
        """What was tried of how much, by kind and stage, as a table for DECISIONS."""
        lines = ["| fault | points | tried | reached | faults found |", "|---|---|---|---|---|"]
        unreached = []
        for kind in self.kinds:
            points = self.points(kind)
            tried = [self.state.results[point] for point in points if point in self.state.results]
            count = Counter(entry["reached"] for entry in tried)
            bad = sum(1 for entry in tried if entry["found"])
            lines.append(f"| {kind.name} | {len(points)} | {len(tried)} | {count['hit']} | {bad} |")
            if hasattr(kind, "call"):
                calls = {kind.call(point) for point in points}
                met = {kind.call(point) for point in points if point in self.state.results}
                lines.append(f"| {kind.name}: calls, in one way at least | {len(calls)} | {len(met)} | | |")
            if count["hit"] == 0:
                unreached.append(f"no point of {kind.name} was reached")
        return lines, unreached


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--short", action="store_true")
    parser.add_argument("--whole", action="store_true")
    parser.add_argument("--state")
    parser.add_argument("--seconds", type=float)
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--pairs", type=int, default=200)
    parser.add_argument("--only")
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    options = parser.parse_args()
    options.seconds = options.seconds if options.seconds is not None else 25 if options.short else float("inf")
    scratch = None
    if options.state is None:
        scratch = tempfile.mkdtemp()
        options.state = os.path.join(scratch, "state")

    def stop(number, _):
        # At once: what was tried is written down, and what is being tried is tried again.
        if scratch:
            shutil.rmtree(scratch, ignore_errors=True)
        os._exit(128 + number)

    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(number, stop)
    try:
        options.state = os.path.abspath(options.state)
        sweep = Sweep(options)
        failed = sweep.controls()
        sweep.work()
        lines, unreached = sweep.table()
    finally:
        if scratch:
            shutil.rmtree(scratch, ignore_errors=True)
    print("\n".join(lines))
    found = sum(len(entry["found"]) for entry in sweep.state.results.values())
    for line in failed + unreached:
        print(f"faults: proves nothing: {line}", file=sys.stderr)
    print(f"{found} faults found, {len(failed)} controls failed")
    sys.exit(1 if found or failed or unreached else 0)


if __name__ == "__main__":
    main()
