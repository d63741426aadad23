"""Every file of an office, and the decisions of when each was received."""

import datetime as dt

from . import land
from .cases import register_lines
from .dice import Dice
from .lists import REGISTER_HEADS
from .mishaps import (
    CORRECTED,
    DRAFT_COPIES,
    EXEMPT,
    EXTENDED,
    LATE,
    MISSING,
    SPOILS,
    slip,
    stale_code,
)
from .months import Month, full, working_days_after
from .other_files import SCAN, nd_workbook
from .registers import OBLIGATIONS, holds, listed
from .sheets import sheet_lines

SAMPLE_REASON = "số liệu mẫu"
MONTHS_OF_SAMPLE = 22


def late_of(month, owed):
    """Whose submission of the month comes late."""
    for period, department, form in LATE:
        if period == month.code:
            return department, form
    return Dice("late", month.code).pick(
        [o for o in owed if o[0] in ("SGDDT", "SYT", "TD", "ND", "PN", "SVHTTDL") and (month.code, *o) not in MISSING])


def blanks_of(month, department, form):
    """What stands above the header about blank cells; `None`: no such line."""
    is_silent = department == "SGDDT" and month.code in ("2025-04", "2025-10", "2026-04")
    return None if is_silent or (month.code, department, form) == ("2026-10", "TD", "02-tt") else "không phát sinh"


def sheet_files(months, month, department, form, day, when, dice):
    """A sheet as it came: what is added to its name, its bytes, and when; then what was sent again."""
    slot = (month.code, department, form)
    # One office sent the figures of the month before under a new heading.
    about = months[month.index - 1] if slot == ("2026-09", "SVHTTDL", "02-tt") else month
    spoil = slip if slot in CORRECTED else SPOILS.get(slot)
    if month.code == "2025-08" and department == "TD" and form in ("01-dt", "02-tt"):
        spoil = stale_code
    two_rows = month.code in ("2026-08", "2026-09") and (department, form) == ("ND", "01-dt")
    yield "", sheet_lines(department, form, about, blanks=blanks_of(month, department, form), spoil=spoil, two_rows=two_rows), when
    if slot in CORRECTED:
        again = working_days_after(day, dice.between(1, 3))
        yield "-lan-2", sheet_lines(department, form, month, attempt=2), dt.datetime(again.year, again.month, again.day, 9, dice.below(60))
    if slot in DRAFT_COPIES:
        yield "-ban-nhap", sheet_lines(department, form, month, spoil=slip), when + dt.timedelta(minutes=25)


def received(months, month, department, form, is_late):
    """The files of a submission: name, bytes and when each came."""
    slot, name = (month.code, department, form), f"{department}-{form}"
    dice = Dice("arrival", month.code, department, form)
    day = working_days_after(month.last, 1 if dice.chance(60) else 2)
    if is_late:
        day = working_days_after(working_days_after(month.last, 2), dice.between(1, 4))
    if slot in EXTENDED:
        day = dt.date(2026, 10, 19)
    when = dt.datetime(day.year, day.month, day.day, dice.between(7, 16), dice.below(60))
    if form in REGISTER_HEADS:
        yield f"{name}.csv", register_lines(department, form, month, nil=slot == ("2026-10", "PN", "04-lop")), when
    elif slot == ("2026-10", "ND", "02-tt"):
        yield f"{name}.xlsx", nd_workbook(month), when
    elif slot == ("2026-10", "X04246", "03-an"):
        yield f"{name}.pdf", SCAN, when
    else:
        for suffix, content, at in sheet_files(months, month, department, form, day, when, dice):
            yield f"{name}{suffix}.csv", content, at


def make(calendar_months=False, count=MONTHS_OF_SAMPLE):
    """Every file of so many months as (path below submissions, bytes), and the decisions."""
    months = [Month(index, calendar_months) for index in range(count)]
    land.book(months)
    files, decisions = [], []
    for month in months:
        owed = [(o["department"], o["form"]) for o in OBLIGATIONS if holds(o, month.last)]
        late = late_of(month, owed)
        for department, form in owed:
            if (month.code, department, form) in MISSING | EXEMPT:
                continue
            for name, content, when in received(months, month, department, form, (department, form) == late):
                path = f"{month.code}/{name}"
                files.append((path, content))
                decisions.append([full(when), month.code, department, form, path, "ngày nhận", f"{full(when)} {when:%H:%M}",
                                  SAMPLE_REASON, "Chuyên viên"])
    return files, decisions + [list(row.values()) for row in listed("decisions.csv")]
