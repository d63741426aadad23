"""Months of the report, and days in words."""

import datetime as dt

from .registers import HOLIDAYS


class Month:
    """Runs from the 15th of the month before to the 14th, or with calendar months from its first day to its last."""

    def __init__(self, index, calendar_months):
        self.index, self.year, self.month = index, 2025 + index // 12, index % 12 + 1
        first = dt.date(self.year, self.month, 1)
        if calendar_months:
            self.first, self.last = first, (first + dt.timedelta(31)).replace(day=1) - dt.timedelta(1)
        else:
            self.first, self.last = (first - dt.timedelta(1)).replace(day=15), first.replace(day=14)
        self.code = f"{self.year}-{self.month:02d}"
        self.geography = "A" if index == 0 else "B" if index < 6 else "N"
        # What each observer booked of land disputes: `land.book` fills it.
        self.land = {}

    def title(self, style):
        span = f"(từ ngày {short(self.first)} đến ngày {short(self.last)})"
        return f"Tháng {self.month} năm {self.year}" + (f" {span}" if style else "")


def short(day):
    return f"{day.day}/{day.month}/{day.year}"


def full(day):
    return f"{day.day:02d}/{day.month:02d}/{day.year}"


def working(day):
    kind = HOLIDAYS.get(str(day))
    return kind == "make_up" or (day.weekday() < 5 and kind != "holiday")


def working_days_after(day, count):
    while count:
        day += dt.timedelta(1)
        count -= working(day)
    return day


def day_in(month, dice):
    return month.first + dt.timedelta(dice.below((month.last - month.first).days + 1))
