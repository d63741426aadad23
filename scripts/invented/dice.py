"""Chance that is the same on any machine."""

MASK = (1 << 64) - 1


class Dice:
    """SplitMix64 over the FNV-1a hash of a text."""

    def __init__(self, *key):
        state = 0xCBF29CE484222325
        for byte in "/".join(str(part) for part in ("son-la-1",) + key).encode():
            state = ((state ^ byte) * 0x100000001B3) & MASK
        self.state = state

    def next(self):
        self.state = (self.state + 0x9E3779B97F4A7C15) & MASK
        z = self.state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
        return z ^ (z >> 31)

    def below(self, bound):
        return (self.next() * bound) >> 64

    def between(self, low, high):
        return low + self.below(high - low + 1)

    def chance(self, percent):
        return self.below(100) < percent

    def pick(self, items):
        return items[self.below(len(items))]


def scatter(count, units, weights, *key):
    """Throws `count` things onto units, in proportion to whole-number weights."""
    dice, total, result = Dice(*key), sum(weights), {}
    for _ in range(count if total else 0):
        mark = dice.below(total)
        for unit, weight in zip(units, weights):
            mark -= weight
            if mark < 0:
                result[unit["code"]] = result.get(unit["code"], 0) + 1
                break
    return result
