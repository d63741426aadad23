"""The states that a recomputation can come into, and how often it did.

Each is told by the line of the recomputation that handles it, so a state that is counted was worked out and not only planted.
"""
from collections import Counter

STATES = {
    # The seventeen kinds that were once missed.
    "refused-row-of-unknown-place": "a row of no known place makes its department's area provisional",
    "blank-cell-in-a-register": "an empty measure cell in a register's row",
    "unit-goes-on-after-a-division": "a place reported after it gave a part away",
    "half-year-before": "the previous period of a first half-year has values",
    "area-of-a-redrawn-district": "a committee of a district whose communes changed",
    "one-of-two-predecessors": "of the places that make up a commune, one is not reported",
    "district-row-out": "a district's row or cell is out: its communes are not reported",
    "ratio-of-other-sources": "a ratio whose sides are owed by different departments",
    "blank-as-zero-in-a-check": "a check that fails with an empty cell stated as zero",
    "not-collected-above": "a district or the province of which only `...` is known",
    "replacement-in-a-closed-month": "`thay tệp` names a file that came after the closing",
    "commune-of-two-redrawn-districts": "a commune that may have a part of a district's value",
    "province-line-blank": "the province's line is there and its cell is empty",
    "weights-used": "a value is divided by the weights of its place",
    "paper-against-its-own-department": "a department's form that does not count, against the one that does",
    "commune-under-both-names": "a commune renamed within the period is named twice",
    "owed-by-the-quarter": "a file of a quarter counts in a span that holds it",
    "quarter-outside-the-span": "a file of a quarter is left aside where the span does not hold it",
    # What is counted, and what is held.
    "form-stands-in": "a figure from another form than the first that is owed",
    "ratio-kept-to-one-form": "a ratio whose sides would come from different forms",
    "district-row-is-a-total": "a district's row beside filled communes",
    "district-row-unallotted": "«chưa phân bổ»: a district's value beside its communes",
    "cell-out": "a cell that cannot be read",
    "comparison-out": "the cells of a failed check",
    "code-out": "a measure is out by a wrong code",
    "column-wanting": "a file without a column that its measure needs",
    "held": "a file that the program holds",
    "let-in": "a file named by `nhận tệp`",
    # Precedence, roles, obligations.
    "higher-sequence": "a correction replaces", "tie": "two files tie with different bytes", "replaced": "`thay tệp`",
    "withdrawn": "`rút tệp`", "shut-out": "a file that came after the closing", "opened-again": "and was let in by `mở lại`",
    "part": "a file of a part", "parts-overlap": "a place in two parts", "exempt": "`miễn`", "refused-file": "a file that is refused",
    "predecessor-department": "a file of a department that has a successor", "compare-only": "a source that only compares",
    # Supplements: only the rows that changed.
    "supplement": "a place of a supplement", "supplement-on-another": "two that name one place",
    "supplement-withdrawn": "`rút tệp` of one", "supplement-replaced": "a whole file that came after it",
    "supplement-of-nothing": "one without a file to stand on", "supplement-of-a-register": "one that is refused",
    "supplement-cell-out": "one of whose cells cannot be read",
    # Rows.
    "row-outside-area": "a place outside the area", "row-repeated": "a second row of a place", "row-later": "a day after the period",
    "row-without-day": "an unreadable day", "row-placeless": "a register's row without a place", "row-of-a-list": "a row of a list",
    "stated-zero": "a place without a row under «không phát sinh»", "stated-missing": "the same under «chưa có số liệu»",
    "not-stated": "the same without such a line", "uncollected": "`...`", "nil-register": "a register without a row",
    "province-line": "a value without a place", "old-name-in-its-last-month": "a unit that ended within the period",
    # Geography.
    "divided-without-weights": "a commune that may have a part of unknown size", "merged": "a place that lies in another now",
    "district-not-comparable": "a value that may lie in two districts", "district-zero": "a district's zero is its communes'",
    "district-alone": "a district's value that no commune has",
    # Figures.
    "official": "a figure without a mark", "provisional": "(sb)", "not-reported": "CB", "not-collected": "...",
    "not-comparable": "KSS", "zero-denominator": "x of a ratio", "no-period-before": "x of nine months", "stock": "a stock with a value",
    "year-to-date": "a year-to-date count with a value", "decimal": "a value with decimals",
}
REACHED = Counter()


def reached(name, count=1):
    if name not in STATES:
        raise KeyError(name)
    REACHED[name] += count
