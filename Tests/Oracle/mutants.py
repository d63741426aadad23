"""Recomputations that are wrong on purpose, one for each kind that was once missed.

An office in which a wrong recomputation has the same figures as the right one does not test that kind.
"""
from contextlib import contextmanager
from unittest import mock

import recompute
from recompute import ZERO, Oracle
from registers import Catalogue, moved, read_period
from states import REACHED
from submissions import NOWHERE, Submission

MUTANTS = {}


def mutant(name):
    def register(make):
        MUTANTS[name] = make
        return make
    return register


def wrapped(owner, name, change):
    """A patch of a method whose result `change(self, result, arguments)` alters."""
    right = getattr(owner, name)

    def wrong(self, *arguments, **options):
        return change(self, right(self, *arguments, **options), arguments)
    return mock.patch.object(owner, name, wrong)


def stated(change):
    """Another answer of a file on a place and measure."""
    def altered(file, answer, arguments):
        return change(file, arguments[0], answer) or answer
    return wrapped(Submission, "state", altered)


@mutant("a refused row of unknown place is its own affair")
def _():
    def forget(file, result, _):
        file.refused_without_place = 0
        return result
    return wrapped(Submission, "read", forget)


@mutant("a blank cell in a register is zero")
def _():
    def fill(file, result, _):
        if file.form and file.catalogue.forms[file.form]["layout"] == "register":
            for cell in file.cells.values():
                cell[1], cell[3] = cell[1] + cell[3], 0
        return result
    return wrapped(Submission, "read", fill)


@mutant("territory is followed from its beginning")
def _():
    right = Catalogue.destinations
    return mock.patch.object(Catalogue, "destinations", lambda self, unit, on, since=None: right(self, unit, on))


@mutant("before a first half-year comes the same of the year before")
def _():
    right = recompute.previous
    return mock.patch.object(recompute, "previous", lambda period: moved(period, -12)
                             if period[0] % 12 == 0 and period[1] - period[0] == 5 else right(period))


@mutant("the area of a district is the province")
def _():
    return wrapped(Oracle, "_shares", lambda self, result, arguments: self.places
                   if arguments[0] is not None and arguments[0].level == "district" else result)


@mutant("a predecessor that is not reported is not wanting")
def _():
    return stated(lambda file, unit, answer: (None, answer[1], False) if unit != NOWHERE and unit.ends and answer[0] is None else None)


@mutant("a district whose row is out has nothing")
def _():
    return stated(lambda file, unit, answer: (ZERO, False, True)
                  if unit != NOWHERE and unit.level == "district" and answer[0] is None else None)


@mutant("a ratio is as complete as its numerator")
def _():
    right = Oracle.ratio

    def wrong(self, row, span, period, on):
        for place, value, mark, _, _ in right(self, row, span, period, on):
            figure = span[row["numerator"]][place]
            yield place, value, mark, len(figure.received), len(figure.owed)
    return mock.patch.object(Oracle, "ratio", wrong)


@mutant("an empty cell is not known to a check")
def _():
    return wrapped(Submission, "_amount", lambda file, result, arguments: result if arguments[1].get(arguments[2]) is not None else None)


@mutant("above a commune nothing is ever `...`")
def _():
    def forget(self, result, _):
        for place in set(result) & set(self.upper):
            result[place].uncollected = False
        return result
    return wrapped(Oracle, "_said", forget)


@mutant("`thay tệp` is not obeyed in a closed month")
def _():
    right = recompute.Decisions.of
    return mock.patch.object(recompute.Decisions, "of", lambda self, action, **keys: []
                             if action == "thay tệp" else right(self, action, **keys))


@mutant("a commune has nothing of a redrawn district's value")
def _():
    return stated(lambda file, unit, answer: (ZERO, False, False) if unit != NOWHERE and unit.level == "district" else None)


@mutant("a blank line of the province is zero")
def _():
    return stated(lambda file, unit, answer: (ZERO, False, False) if unit == NOWHERE and answer[0] is None else None)


@mutant("weights are not used")
def _():
    right = Catalogue.__init__

    def wrong(self, folder):
        right(self, folder)
        for line in self.changes:
            line["weight"] = ""
    return mock.patch.object(Catalogue, "__init__", wrong)


@mutant("a renamed commune is two places")
def _():
    return mock.patch.object(Catalogue, "current_name", lambda self, unit, last: unit)


@mutant("a file of a quarter is its last month's")
def _():
    right = Oracle._sent
    return mock.patch.object(Oracle, "_sent", lambda self, indicator, forms, month, start: right(self, indicator, forms, month, 0))


@mutant("a form that stands in is as good as the first")
def _():
    right = Oracle._owing
    return mock.patch.object(Oracle, "_owing", lambda self, indicator, forms, month, start: [
        (name, forms[-1], area) for name, _, area in right(self, indicator, forms, month, start)])


@mutant("a ratio takes each side where it is")
def _():
    return mock.patch.object(Oracle, "_common", lambda self, row, beside, sent: self._chosen(
        sent, row["forms"].split(), row["numerator"].split()))


@mutant("a district's row beside its communes is added")
def _():
    right = Submission._read_table

    def wrong(self, form, columns, rows):
        self.filled = Never()
        right(self, form, columns, rows)
    return mock.patch.object(Submission, "_read_table", wrong)


@mutant("a supplement is the whole file")
def _():
    right = Oracle._supplemented
    return mock.patch.object(Oracle, "_supplemented", lambda self, chosen, whole, supplements: [
        max(supplements, key=self._rank)] if chosen else right(self, chosen, whole, supplements))


class Never(set):
    """A set that holds nothing, whatever is added."""

    def add(self, _):
        pass


@contextmanager
def uncounted():
    """What a wrong recomputation comes into is not counted."""
    before = REACHED.copy()
    yield
    REACHED.clear()
    REACHED.update(before)


def figures(inputs, now, period):
    return sorted(map(str, Oracle(inputs, now).rows(read_period(period))))


def caught(names, inputs, now, periods):
    """The mutants that have another figure than the right recomputation."""
    found = set()
    with uncounted():
        for period in periods if names else ():
            right = figures(inputs, now, period)
            for name in sorted(names - found):
                with MUTANTS[name]():
                    if figures(inputs, now, period) != right:
                        found.add(name)
    return found
