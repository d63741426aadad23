"""Power cuts: what was not synced is lost."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile

from office import ROOT, copy

POWER_CUT = os.path.join(ROOT, "Tests/Faults/power_cut.py")


class Cuts:
    """The power is cut after a system call: what was not synced is lost, in four ways as strict as POSIX allows."""

    name = "cut"
    # All are laid out in one reading of the trace, some megabytes each.
    batch = 400

    def __init__(self, bench, stages):
        self.bench = bench
        self.stages = stages

    def recorded(self, stage, options=()):
        """The trace of a stage's command, and the folder that it ran in; made once."""
        run_folder = os.path.join(self.bench.work, f"{stage}.cut")
        path = f"{run_folder}.trace"
        if not os.path.exists(path) or options:
            shutil.rmtree(run_folder, ignore_errors=True)
            copy(os.path.join(self.bench.work, stage), run_folder)
            listed = subprocess.check_output([sys.executable, POWER_CUT, "--calls"], text=True).strip()
            code, _ = self.bench.trace(
                stage, listed, ("--seccomp-bpf", "-y", "-xx", "-s", "100000000", *options), file=path,
                folder=run_folder)
            with open(f"{path}.code", "w", encoding="ascii") as file:
                file.write(str(code))
            shutil.rmtree(run_folder)
        with open(f"{path}.code", encoding="ascii") as file:
            return path, run_folder, int(file.read())

    def play(self, stage, out, options, recorded=None):
        path, run_folder, _ = recorded or self.recorded(stage)
        return subprocess.check_output(
            [sys.executable, POWER_CUT, path, os.path.join(self.bench.work, stage), out, "--root", run_folder, *options],
            text=True).splitlines()

    def points(self):
        for stage in self.stages:
            for line in self.play(stage, "-", ["--list"]):
                if line.startswith("shown before"):
                    yield (self.name, stage, "synced-too-late", line)
                elif not line.startswith("calls "):
                    yield (self.name, stage, line)

    def attempt_all(self, points):
        """Several points of one stage, of which the disk is laid out at once: (point, reached, found) of each."""
        stage = points[0][1]
        out = tempfile.mkdtemp(prefix="cut-", dir=self.bench.work)
        names = os.path.join(out, "names")
        with open(names, "w", encoding="ascii") as file:
            file.write("\n".join(point[2] for point in points))
        self.play(stage, out, ["--names", names])
        code = self.recorded(stage)[2]
        for point in points:
            if point[2] == "synced-too-late":
                yield point, "hit", [point[3]]
                continue
            yield (point, *self.judged(stage, os.path.join(out, point[2]), code))
        shutil.rmtree(out)

    def judged(self, stage, folder, code):
        if not os.path.isdir(folder):
            return "none", []
        os.makedirs(os.path.join(folder, "tmp"), exist_ok=True)
        # Whoever was told that it is done has it on the disk.
        is_end = os.path.basename(folder).startswith("end-")
        found = self.bench.judges[stage].faults(folder, code if is_end else -signal.SIGKILL)
        shutil.rmtree(folder)
        return "hit", found

    def controls(self):
        """Without syncing, power cuts must do harm."""
        recorded = self.recorded("next", ("-e", "inject=fsync,fdatasync:retval=0"))
        out = tempfile.mkdtemp(prefix="cut-", dir=self.bench.work)
        said = self.play("next", out, ["--every", "1000000"], recorded)
        found = [line for name in sorted(os.listdir(out))
                 for line in self.judged("next", os.path.join(out, name), recorded[2])[1]]
        shutil.rmtree(out)
        os.remove(recorded[0])
        yield "sets shown before they were synced", any("shown before it was synced" in line for line in said)
        yield "a program that does not sync", any("but not done" in line for line in found)
