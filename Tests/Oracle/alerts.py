"""The alerts of a month, worked out a second time, and what they promise, by simulation.

    alerts.py --simulate N [--seed S]   N months of each kind: how often there is a false alarm, and what is seen
    alerts.py --chances N [--seed S]    N counts with their histories: the chance of each (Tests/ReportingTests/count-chances.csv)
    alerts.py --trend N [--seed S]      N years: how often Mann and Kendall's test finds a trend in twelve months that have none
    alerts.py --busiest N [--seed S]    of the three largest of 6 to 12 normal values less their mean, the sum's percentiles

It shares nothing with the program: chances by the logarithm of the gamma function, the quantile of chi-squared by bisection of
its distribution. Needs numpy. Exits 1 where a promise is not kept, or where the control keeps it: the same test without any
dispersion, which must break it where months vary three times as much as by chance.
"""

import argparse
import functools
import math
import random
import sys

MONTHS = 12
LEVEL_OF_DISTRICTS, LEVEL_OF_PROVINCE = 0.03, 0.02
PROMISE = 0.05
# Cases a month in the sample (January to September 2026), by indicator and district: public-order crimes, drug crimes, land
# disputes, social vices, illegal crossings, child marriages.
RATES = (
    (4.44, 2.89, 9.78, 5.11, 4.00, 9.67, 7.00, 6.22, 5.56, 6.33, 2.33, 4.67),
    (3.22, 3.56, 8.89, 4.00, 3.78, 7.89, 12.22, 13.56, 8.00, 11.22, 7.89, 6.78),
    (1.11, 1.11, 2.56, 1.22, 0.78, 1.78, 2.00, 2.44, 1.56, 1.11, 0.78, 1.00),
    (0.56, 1.00, 4.56, 2.22, 1.33, 2.56, 2.56, 1.78, 2.67, 1.44, 0.89, 1.89),
    (0.05, 0.05, 0.05, 0.05, 0.05, 0.05, 2.00, 1.44, 0.78, 1.44, 2.11, 0.67),
    (2.22, 1.33, 3.67, 0.33, 2.22, 3.22, 0.56, 2.78, 0.78, 1.67, 0.22, 2.22),
)
# All but the last are counted in one unit, and added up for the domain.
OF_DOMAIN = 5


def chance(now, past, months, dispersion):
    """The chance of a count at least as far out, to either side, given the sum of all months."""
    total = now + past
    if total == 0:
        return 1.0
    mean = total / (months + 1)
    if dispersion == 1:
        def weight(k):
            return (total - k) * math.log(months)
    else:
        a, b = mean / (dispersion - 1), months * mean / (dispersion - 1)

        def weight(k):
            return math.lgamma(k + a) + math.lgamma(total - k + b)
    logs = [weight(k) - math.lgamma(k + 1) - math.lgamma(total - k + 1) for k in range(total + 1)]
    top = max(logs)
    weights = [math.exp(log - top) for log in logs]
    below, above = math.fsum(weights[: now + 1]), math.fsum(weights[now:])
    return min(1.0, 2 * min(below, above) / math.fsum(weights))


def chi_squared(x, freedom):
    """The distribution function, by the series of the incomplete gamma function."""
    a, x = freedom / 2, x / 2
    term = total = 1 / a
    n = 0
    while term > total * 1e-16:
        n += 1
        term *= x / (a + n)
        total += term
    return total * math.exp(a * math.log(x) - x - math.lgamma(a))


@functools.cache
def fifth_of_chi_squared(freedom):
    """The value below which a fifth of chi-squared lies."""
    low, high = 1e-9, float(freedom)
    for _ in range(200):
        middle = (low + high) / 2
        if chi_squared(middle, freedom) < 0.2:
            low = middle
        else:
            high = middle
    return high


def upper_limit(squares, freedom):
    return max(1.0, squares / fifth_of_chi_squared(freedom)) if freedom else 1.0


def pearson(numpy, past):
    """Pearson's statistic of each series, and its degrees of freedom."""
    mean = past.mean(-1)
    seen = mean > 0
    squares = ((past - mean[..., None]) ** 2).sum(-1) / numpy.where(seen, mean, 1)
    return numpy.where(seen, squares, 0), seen * (MONTHS - 1)


def alarms(numpy, counts, without_dispersion=False):
    """Of months [simulation, indicator, district, month]: which districts, and which sums of the province, are alarms."""
    squares, freedom = pearson(numpy, counts[..., :-1])
    limit = numpy.vectorize(upper_limit)
    of_districts = limit(squares.sum(-1), freedom.sum(-1))
    province = counts.sum(2)
    province = numpy.concatenate([province, province[:, :OF_DOMAIN].sum(1, keepdims=True)], axis=1)
    own = limit(*pearson(numpy, province[..., :-1]))
    least = numpy.concatenate([of_districts, of_districts[:, :OF_DOMAIN].max(1, keepdims=True)], axis=1)
    of_province = numpy.maximum(own, least)
    if without_dispersion:
        of_districts, of_province = numpy.ones_like(of_districts), numpy.ones_like(of_province)
    looks = counts.shape[1] * counts.shape[2]
    return (
        out_of_line(numpy, counts, numpy.repeat(of_districts[..., None], counts.shape[2], -1), LEVEL_OF_DISTRICTS / looks),
        out_of_line(numpy, province, of_province, LEVEL_OF_PROVINCE / province.shape[1]),
    )


def out_of_line(numpy, counts, dispersion, level):
    past, now = counts[..., :-1].sum(-1), counts[..., -1]
    # Nearer to its mean than this no count is out of line at such levels: the exact sum is left out.
    deviation = numpy.sqrt(numpy.maximum(dispersion * (past + now) / (MONTHS + 1), 1e-9))
    found = numpy.zeros(now.shape, dtype=bool)
    for place in zip(*numpy.nonzero(numpy.abs(now - past / MONTHS) > 1.5 * deviation)):
        found[place] = chance(int(now[place]), int(past[place]), MONTHS, float(dispersion[place])) <= level
    return found


def months(numpy, random_numbers, number, variance, season, times=1.0):
    """Simulated months; the last is the one looked at, `times` as many in every district."""
    rates = numpy.array(RATES)[None, :, :, None]
    phase = random_numbers.uniform(0, 2 * math.pi, size=(number, len(RATES), 1, 1))
    wave = 1 + season * numpy.sin(2 * math.pi * numpy.arange(MONTHS + 1) / MONTHS + phase)
    means = rates * wave
    means[..., -1] *= times
    if variance == 1:
        return random_numbers.poisson(means)
    return random_numbers.poisson(random_numbers.gamma(numpy.maximum(means, 1e-12) / (variance - 1), variance - 1))


def simulate(number, seed):
    import numpy

    random_numbers = numpy.random.default_rng(seed)
    broken = 0
    print("| months that vary | a false alarm among districts | in the province or domain | in the month | without dispersion |")
    print("|---|--:|--:|--:|--:|")
    for variance in (1, 1.5, 2, 3):
        for season in (0, 0.3):
            counts = months(numpy, random_numbers, number, variance, season)
            districts, province = alarms(numpy, counts)
            bare = alarms(numpy, counts[: max(1, number // 10)], without_dispersion=True)
            districts, province = districts.any((1, 2)), province.any(1)
            month = (districts | province).mean()
            control = (bare[0].any((1, 2)) | bare[1].any(1)).mean()
            # What chance adds to a rate that is just kept, three standard deviations of it.
            broken += month > PROMISE + 3 * math.sqrt(PROMISE * (1 - PROMISE) / number)
            broken += variance == 3 and control <= PROMISE
            label = f"variance {variance:g} × mean" + (", season ±30 %" if season else "")
            shares = " | ".join(f"{100 * share:.1f} %" for share in (districts.mean(), province.mean(), month, control))
            print(f"| {label} | {shares} |", flush=True)
    print("\n| what happens | variance | seen |\n|---|---|--:|")
    few = max(1, number // 10)
    for times in (1.5, 2):
        for variance in (1, 2, 3):
            _, province = alarms(numpy, months(numpy, random_numbers, few, variance, 0, times))
            crimes, any_of_them = province[:, 0].mean(), province.any(1).mean()
            print(f"| every district × {times:g}: public-order crimes of the province | {variance} | {100 * crimes:.0f} % |")
            print(f"| every district × {times:g}: any of the province's counts | {variance} | {100 * any_of_them:.0f} % |", flush=True)
    rates = numpy.array(RATES)
    for times in (2, 3, 0):
        districts, _ = alarms(numpy, months(numpy, random_numbers, few, 1, 0, times))
        for low, high in ((1.5, 3), (4, 6), (8, 14)):
            seen = districts[:, (rates > low) & (rates < high)].mean()
            print(f"| a district of {low:g} to {high:g} cases a month × {times} | 1 | {100 * seen:.0f} % |", flush=True)
    return 1 if broken else 0


def chances(number, seed):
    numbers = random.Random(seed)
    print("now,past,months,dispersion,chance")
    for _ in range(number):
        length = numbers.randint(6, 12)
        past = numbers.choice((numbers.randint(0, 12), numbers.randint(0, 120), numbers.randint(100, 1500)))
        now = max(0, round(past / length * numbers.choice((0, 0.3, 0.8, 1, 1.3, 2, 3)) + numbers.randint(-2, 6)))
        dispersion = numbers.choice((1, 1.0625, 1.5, 2.25, 3, 8))
        print(f"{now},{past},{length},{dispersion},{chance(now, past, length, dispersion)!r}")
    return 0


def mann_kendall(numpy, series):
    """The two-sided chance of each series (last axis) without a trend: normal approximation, ties taken into account."""
    length = series.shape[-1]
    score = numpy.zeros(series.shape[:-1])
    for later in range(1, length):
        score += numpy.sign(series[..., later, None] - series[..., :later]).sum(-1)
    equal = (series[..., :, None] == series[..., None, :]).sum(-1)
    # Each of t equal values says (t − 1)(2t + 5): together t times that.
    ties = ((equal - 1) * (2 * equal + 5)).sum(-1)
    spread = numpy.sqrt(numpy.maximum((length * (length - 1) * (2 * length + 5) - ties) / 18, 1e-9))
    distance = numpy.maximum(numpy.abs(score) - 1, 0) / spread
    return numpy.vectorize(math.erfc)(distance / math.sqrt(2))


def trend(number, seed):
    """What a common test of trend over a year's sheet would claim; no test is made, and this is why."""
    import numpy

    numbers = numpy.random.default_rng(seed)
    print("| the year's months | variance | series with a trend at 5 % | a year with any | with any at 5 %/79 |\n|---|---|--:|--:|--:|")
    for season, growth, same in ((0, 1, 0), (0.3, 1, 0), (0.3, 1, 1), (0, 1.5, 0), (0, 2, 0)):
        for variance in (1, 3):
            means = numpy.array(RATES)[None, :, :, None] * numpy.linspace(1, growth, MONTHS)
            phase = numbers.uniform(0, 2 * math.pi, size=(number, len(RATES), 1, 1))
            # The worst there is: every indicator low in spring and high in autumn.
            phase = 0 * phase + math.pi if same else phase
            means = means * (1 + season * numpy.sin(2 * math.pi * numpy.arange(MONTHS) / MONTHS + phase))
            scale = variance - 1
            counts = numbers.poisson(numbers.gamma(means / scale, scale) if scale else means)
            province = counts.sum(2)
            series = numpy.concatenate(
                [counts.reshape(number, -1, MONTHS), province, province[:, :OF_DOMAIN].sum(1, keepdims=True)], axis=1)
            found = mann_kendall(numpy, series)
            shares = ((found <= 0.05).mean(), (found <= 0.05).any(1).mean(), (found <= 0.05 / found.shape[1]).any(1).mean())
            where = ", high in autumn everywhere" if same else ""
            label = f"season ±{100 * season:.0f} %{where}" if season else f"growing {growth:g} times" if growth > 1 else "no change"
            print(f"| {label} | {variance} | " + " | ".join(f"{100 * share:.1f} %" for share in shares) + " |", flush=True)
    return 0


def busiest(number, seed):
    """What chance gives the part of the three busiest months: 3/n + c/√(N·n), and how it fits N events in ten months."""
    import numpy

    numbers = numpy.random.default_rng(seed)
    for months_known in range(6, 13):
        values = numbers.standard_normal((number, months_known))
        values -= values.mean(1, keepdims=True)
        sums = numpy.sort(values, 1)[:, -3:].sum(1)
        print(months_known, *(f"{share:.2f}" for share in numpy.quantile(sums, (0.05, 0.95))))
    for events in (30, 100, 545, 3000):
        counts = numbers.multinomial(events, [0.1] * 10, size=number)
        shares = numpy.sort(counts, 1)[:, -3:].sum(1) / events
        print(events, *(f"{100 * share:.1f} %" for share in numpy.quantile(shares, (0.05, 0.95))))
    return 0


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--simulate", type=int)
    parser.add_argument("--chances", type=int)
    parser.add_argument("--busiest", type=int)
    parser.add_argument("--trend", type=int)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    if options.chances:
        return chances(options.chances, options.seed)
    if options.trend:
        return trend(options.trend, options.seed)
    if options.busiest:
        return busiest(options.busiest, options.seed)
    return simulate(options.simulate or 300, options.seed)


if __name__ == "__main__":
    sys.exit(main())
