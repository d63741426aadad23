"""The goals of speed: ratios of what one run has measured, so that they hold on any machine."""

import dataclasses

from .sheet import times


@dataclasses.dataclass
class Goal:
    """`slow` cost divided by `fast` cost, by name of what was measured; at least or at most so much."""

    text: str
    slow: str
    fast: str
    measure: str = "wall"
    least: float | None = None
    most: float | None = None
    # Of fewer rows a start is most of it.
    rows: int = 0


MILLIONS = 10_000_000

GOALS = [
    Goal("`check`, 10 triệu dòng, CPU / 10 million rows, CPU: Polars / tonghop", "polars", "check", "cpu", least=4, rows=MILLIONS),
    Goal("như trên, 1 % sai / the same, 1 % faulty", "polars, faulty", "check, faulty", "cpu", least=3.5, rows=MILLIONS),
    Goal("`run`, 10 triệu dòng / 10 million rows: Polars, chỉ cộng / adding up alone, / tonghop", "polars", "run", least=2, rows=MILLIONS),
    Goal("`run`, một tháng / a month: pandas + XlsxWriter / tonghop", "pandas, a month", "a month", least=4),
    Goal("`run`, không có gì mới / nothing new: / `--help`", "nothing new", "help", most=2.5),
    Goal("`check`, một tệp nhỏ / a small file: / `--help`", "a small file", "help", most=1.5),
    Goal("`--help`: / chương trình C in một dòng / a C program that prints one line", "help", "c", most=3),
    Goal("`report --as-of`: / `--edition`", "as-of", "edition", most=3),
    Goal("đọc .xlsx / read an .xlsx: python-calamine / tonghop", "python-calamine", "sheets", least=2),
    Goal("đọc .xlsx / read an .xlsx: openpyxl / tonghop", "openpyxl", "sheets", least=20),
]


def lines(sheet, rows):
    """A line of Markdown for each goal of which both costs were measured."""
    found = [line(goal, sheet) for goal in GOALS if rows >= goal.rows and {goal.slow, goal.fast} <= sheet.named.keys()]
    return [*found, *sheet.ratios_apart]


def line(goal, sheet):
    ratio = getattr(sheet.named[goal.slow], goal.measure) / getattr(sheet.named[goal.fast], goal.measure)
    return cells(goal.text, ratio, goal.least, goal.most)


def cells(text, ratio, least=None, most=None):
    """The line of a ratio with its goal: at least or at most so much."""
    sign, limit, is_met = ("≥", least, ratio >= least) if least is not None else ("≤", most, ratio <= most)
    return f"| {text} | {times(ratio)}× | {sign} {times(limit)}× | {'đạt / met' if is_met else 'chưa / missed'} |"


HEAD = ["| tỷ lệ trong cùng một lần đo / ratio in one run | đo được / measured | mục tiêu / goal | |", "|---|--:|--:|---|"]
