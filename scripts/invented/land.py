"""Land disputes, as three observers book them."""

from .dice import Dice, scatter
from .territory import ATOMS, BEGUN, BORDER, COMMUNES, INTO, weight


class Land:
    """Land disputes as one observer books them; pending always follows, also across the mergers."""

    def __init__(self, observer, error, months):
        self.observer, self.error, self.pending = observer, error, {}
        for code in ATOMS:
            dice = Dice("land", code)
            hot = 40 if code in BORDER else 22
            self.pending[code] = dice.between(1, 4) if code not in BEGUN and dice.chance(hot) else 0
        for month in months:
            month.land[observer] = self.book(month)

    def book(self, month):
        if month.code == "2025-07":
            merged = {}
            for code, count in self.pending.items():
                merged[INTO[code]] = merged.get(INTO[code], 0) + count
            self.pending = merged
        units = [u for u in COMMUNES[month.geography] if u["code"] in self.pending]
        weights = [weight(u, month.geography, 3) for u in units]
        spring = 2 if month.month in (3, 4, 5) else 0
        arising = scatter(Dice("land-n", month.code).between(13, 19) + spring, units, weights, "land-new", month.code)
        rows = {}
        for unit in units:
            code = unit["code"]
            seen, true = Dice("land-seen", self.observer, code, month.code), Dice("land-end", code, month.code)
            before, new = self.pending[code], arising.get(code, 0)
            if seen.chance(self.error):
                new = max(0, new + seen.pick([-1, 1]))
            settled = sum(true.chance(13) for _ in range(before)) + sum(true.chance(25) for _ in range(new))
            after = before + new - settled
            self.pending[code] = after
            if before or new:
                rows[code] = {"dat_ton_dau": before, "dat_phat_sinh": new, "dat_giai_quyet": settled, "dat_ton_cuoi": after}
        return rows


def book(months):
    """Has each observer book all months, in their order."""
    for observer, error in (("so", 0), ("ca", 2), ("xa", 5)):
        Land(observer, error, months)
