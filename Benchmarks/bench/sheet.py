"""What was measured, as a table in Markdown."""

import dataclasses

from . import setting
from .timing import Cost


@dataclasses.dataclass
class Row:
    job: str
    tool: str
    cost: Cost
    size: int = 0
    # What it is compared with: the program's row of the same job.
    own: "Row | None" = None


def decimal(value, digits):
    """As Vietnamese writes it."""
    return f"{value:.{digits}f}".replace(".", ",")


def seconds(value):
    return decimal(value, 3 if value < 0.1 else 2 if value < 10 else 1)


def times(value):
    return decimal(value, 1 if value < 10 else 0)


class Sheet:
    """The rows in the order in which they were measured; each is also said at once, on standard error."""

    def __init__(self, with_goals):
        self.rows, self.notes, self.with_goals = [], [], with_goals
        # Costs by the names that goals know them by, and the lines of goals that are no ratio of two of them.
        self.named, self.ratios_apart = {}, []
        self.head = f"{setting.machine()}; tải / load {setting.load()}; tonghop {setting.version()}"
        setting.say(self.head)

    def add(self, job, tool, cost, size=0, own=None, goal=None, name=None):
        """`goal` has the largest allowed wall, cpu and mb, those of them that are laid down; goals that are ratios know it by `name`."""
        row = Row(job, tool, cost, size, own)
        self.rows.append(row)
        if name:
            self.named[name] = cost
        line = f"{job} · {tool}: wall {cost.wall:.3f} s, CPU {cost.cpu:.3f} s, {cost.mb:.0f} MB"
        if size:
            line += f", {size / cost.wall / 1e9:.2f} GB/s"
        if own:
            line += f"; against tonghop: {self.ratios(row)}"
        if self.with_goals:
            for name, most in (goal or {}).items():
                line += f"; {name} ≤ {most:g} {'met' if getattr(cost, name) <= most else 'MISSED'}"
        setting.say(line)
        return row

    def note(self, text):
        setting.say(text)
        self.notes.append(text)

    @staticmethod
    def ratios(row):
        cost, own = row.cost, row.own.cost
        return " · ".join(f"{times(a / b)}×" for a, b in ((cost.wall, own.wall), (cost.cpu, own.cpu), (cost.mb, own.mb)))

    def markdown(self, ratios=()):
        lines = ["| việc / job | công cụ / tool | giây / wall s | CPU s | MB | GB/s | so với / against tonghop: s · CPU · MB |",
                 "|---|---|--:|--:|--:|--:|--:|"]
        before = None
        for row in self.rows:
            cost, speed = row.cost, decimal(row.size / row.cost.wall / 1e9, 2) if row.size else ""
            cells = [row.job if row.job != before else "", row.tool, seconds(cost.wall), seconds(cost.cpu), f"{cost.mb:.0f}", speed,
                     self.ratios(row) if row.own else ""]
            lines.append("| " + " | ".join(cells) + " |")
            before = row.job
        return "\n".join([*lines, "", *([*ratios, ""] if ratios else []), self.head + ".", *self.notes])
