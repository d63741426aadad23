"""`export` for the partner agencies, with the packages of a year before it and with none: what was given out before decides what is kept back."""

import datetime
import shutil

from .. import data, ratios, setting, timing
from ..setting import SAMPLE, WORK
from .month import MONTH, NOW

AUDIENCE, GOAL = "partners", 1.0
# Done; or done, and something needs a person.
CODES = (0, 1)


def months(count):
    """So many months up to the newest of the sample, each with the time at which its edition is made."""
    year, month = map(int, MONTH.split("-"))
    for back in range(count - 1, -1, -1):
        number = year * 12 + month - 1 - back
        after = datetime.date((number + 1) // 12, (number + 1) % 12 + 1, 5)
        yield f"{number // 12}-{number % 12 + 1:02}", f"{after}T09:00+07:00"


def prepared(count):
    """The reports of an office that made an edition of each of the last months, and gave its partners a package of each but the newest."""
    kept = WORK / f"packages-{setting.digest(setting.program(), SAMPLE)}-{count}"
    if kept.exists():
        return kept
    data.forget(f"packages-*-{count}", kept)
    setting.say(f"making the editions of {count} months")
    part = setting.fresh(WORK / "packages.part")
    for month, now in months(count):
        for verb, more in (("run", []), ("issue", ["--yes"]), ("export", ["--audience", AUDIENCE])):
            if (verb, month) != ("export", MONTH):
                timing.once(command(part, verb, month, now, *more), CODES)
    part.rename(kept)
    return kept


def command(reports, verb, month, now, *more):
    return [setting.program(), verb, month, *more, "--inputs", SAMPLE, "--reports", reports, "--now", now]


def measured(count, options, *before):
    base, reports = prepared(count), WORK / "export"
    export = [*before, *command(reports, "export", MONTH, NOW, "--audience", AUDIENCE)]
    cost = timing.timed(export, options, CODES, before=lambda: data.copied(base, reports))
    setting.require(list((reports / MONTH / "xuat").glob(f"*-{AUDIENCE}.zip")), "export left no package")
    shutil.rmtree(reports)
    return cost


# LibreOffice, which makes the PDFs of a package where it is installed, is not found then.
ALONE = ("env", "PATH=/nonexistent")


def measure(options, sheet):
    many = 3 if options.quick else 13
    first, last = measured(1, options, *ALONE), measured(many, options, *ALONE)
    sheet.add("`export`, gói đầu tiên / the first package", "tonghop", first)
    sheet.add(f"`export`, sau {many - 1} gói / after {many - 1} packages", "tonghop", last)
    if shutil.which("soffice"):
        sheet.add("`export`, như trên, cả PDF / the same with PDFs", "tonghop + LibreOffice", measured(many, options))
    text = f"`export`, sau {many - 1} gói, không kể PDF, giây / after {many - 1} packages, without PDFs, seconds: / 1 s"
    sheet.ratios_apart.append(ratios.cells(text, last.wall / GOAL, most=1))
