"""Questions put to a ledger of ten years: 120 months of the sample's office, an edition, a correction, another edition."""

import itertools
import shutil

from .. import data, setting, timing
from ..setting import SAMPLE, WORK

# The file that comes after the first edition.
LATER = "MTTQ-02-tt.csv"


class Office:
    """The office's inputs and reports; the latter made once for a program and a number of years."""

    def __init__(self, years):
        last = 2024 + years
        self.month, self.inputs = f"{last}-12", data.years(years)
        self.first, self.second = f"{last}-12-28T09:00+07:00", f"{last + 1}-01-05T09:00+07:00"
        kept = WORK / f"ledger-{setting.digest(setting.program(), data.OFFICE, SAMPLE / 'catalogue')}-{years}"
        self.reports = kept / "reports"
        if kept.exists():
            return
        data.forget(f"ledger-*-{years}", kept)
        setting.say(f"taking in {years} years")
        part = setting.fresh(WORK / "ledger.part")
        earlier = part / "inputs"
        shutil.copytree(self.inputs, earlier)
        (earlier / "submissions" / self.month / LATER).unlink()
        self.publish(earlier, part / "reports", self.first)
        self.publish(self.inputs, part / "reports", self.second)
        shutil.rmtree(earlier)
        part.rename(kept)

    def publish(self, inputs, reports, now):
        for verb, more in (("run", []), ("issue", ["--yes"])):
            timing.once([setting.program(), verb, self.month, *more, "--inputs", inputs, "--reports", reports, "--now", now], (0, 1))

    def command(self, *arguments):
        return [setting.program(), *arguments, "--inputs", self.inputs, "--reports", self.reports, "--now", self.second]


def measure(options, sheet):
    office = Office(options.years)
    ledger, month = f"sổ {options.years} năm / years", office.month
    numbers = itertools.count(1)
    outputs = setting.fresh(WORK / "outputs")

    def one(name, *arguments):
        sheet.add(f"{name}, {ledger}", "tonghop", timing.timed(office.command(*arguments), options, (0, 1)))

    def written(name, *arguments, known_as):
        """Into a new folder each time: there `report` refuses to write over anything."""
        output = outputs / str(next(numbers))
        command = office.command("report", month, *arguments, "--output", output)
        cost = timing.timed(command, options, (0, 1), before=lambda: shutil.rmtree(output, ignore_errors=True))
        sheet.add(f"{name}, {ledger}", "tonghop", cost, name=known_as)
        setting.require((output / "manifest.json").exists(), f"{name} left nothing")

    one("`status`", "status", month)
    written("`report --edition`", "--edition", "1", known_as="edition")
    written("`report --as-of`", "--as-of", office.first, known_as="as-of")
    # The first run tells what was issued last; the second finds nothing more, and notes so.
    for _ in range(2):
        timing.once(office.command("run", month), (0, 1))
    one("`run`, không có gì mới / nothing new", "run", month)
    one("`trace`", "trace", month, "AN04", "124")
    one("`changes`", "changes", month, "--from", "1", "--to", "2")
