#!/usr/bin/env python3
"""known.py DISCLOSURE_CASES.json: the auditor's arithmetic against cases with known answers from the literature.

Exit 1 where an answer differs, 2 where the file holds a case of a kind that is not known here.
"""

import json
import sys
from pathlib import Path

from audit import Attack


def attack2d(case):
    """The bounds of the suppressed cells of a table of two dimensions with its totals."""
    rows, columns = case["cells"], len(case["cells"][0])
    truth = case.get("true")
    row_totals = case.get("row_totals") or [sum(row) for row in truth]
    column_totals = case.get("col_totals") or [sum(row[column] for row in truth) for column in range(columns)]
    number = {
        (row, column): row * columns + column for row in range(len(rows)) for column in range(columns)
    }
    known = [([number[key]], rows[key[0]][key[1]]) for key in number if rows[key[0]][key[1]] is not None]
    for row, total in enumerate(row_totals):
        known.append(([number[row, column] for column in range(columns)], total))
    for column, total in enumerate(column_totals):
        known.append(([number[row, column] for row in range(len(rows))], total))
    attack = Attack(len(number), known)
    for name, wanted in case["expect"].items():
        row, column = (int(word) for word in name.split(","))
        yield f"cell {name}", list(attack.bounds([number[row, column]])), wanted


def p_percent(case):
    """Unsafe where the second contributor can estimate the first more closely than p percent."""
    largest = sorted(case["contrib"], reverse=True)
    rest = case["X"] - largest[0] - largest[1]
    yield "unsafe", rest < case["p"] / 100 * largest[0], case["expect_unsafe"]


def dominance(case):
    """Unsafe where the n largest contributors make up more than k percent."""
    largest = sum(sorted(case["contrib"], reverse=True)[: case["n"]])
    yield "unsafe", largest > case["k"] / 100 * case["X"], case["expect_unsafe"]
    if "upper_must_reach" in case:
        yield "upper bound", round(100 * largest / case["k"], 2), case["upper_must_reach"]


def difference(case):
    """Two tables that differ in a few units give those units away."""
    found = [[b - a for a, b in zip(*pair)] for pair in zip(case["A"], case["B"])]
    yield "difference", found, case["diff"]
    small = any(0 < abs(value) < 3 for row in found for value in row)
    yield "small cell", small, case["expect_small_cell"]


def linking(case):
    """Three tables of overlapping populations: what is left of the totals is the one group nobody shows."""
    given = case["published"]
    males_both, males_live, males_work = 21, 58, 23
    if given["males both/live/work"] != [males_both, males_live, males_work]:
        raise ValueError("linking: other counts than known here")
    unknown = ["females both", "females live only", "females work only"]
    attack = Attack(3, [
        ([0], given["both"] - males_both),
        ([0, 1], given["employed"] - males_both - males_live),
        ([0, 2], given["working"] - males_both - males_work),
    ])
    for column, name in enumerate(unknown):
        least, most = attack.bounds([column])
        yield name, [least, most], [case["recovered"][name]] * 2


def round5(case):
    """Rounding to fives, each cell by itself, so that rows no longer add up.

    The source prints 35 for 32, where the nearest would be 30: only that the cells are neighbouring fives is asked.
    """
    pairs = [pair for rows in zip(case["table"], case["rounded"]) for pair in zip(*rows)]
    yield "neighbouring fives", all(shown % 5 == 0 and abs(shown - value) < 5 for value, shown in pairs), True
    yield "adds up", all(sum(row[:-1]) == row[-1] for row in case["rounded"]), False


KINDS = {
    "attack2d": attack2d, "p_percent": p_percent, "nk": dominance, "difference": difference, "note": linking,
    "round5": round5,
}


def main(path):
    cases = json.loads(Path(path).read_text(encoding="utf-8"))["cases"]
    wrong = 0
    for case in cases:
        if case["kind"] not in KINDS:
            raise ValueError(f"no such kind: {case['kind']}")
        for what, found, wanted in KINDS[case["kind"]](case):
            if found != wanted:
                wrong += 1
                print(f"{case['name']}: {what}: found {found}, known {wanted}")
    print(f"{len(cases)} cases with known answers, {wrong} wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1]))
    except (OSError, ValueError, KeyError, IndexError) as error:
        print(f"{type(error).__name__}: {error}", file=sys.stderr)
        sys.exit(2)
