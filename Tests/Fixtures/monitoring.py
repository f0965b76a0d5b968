"""Writes monitoring.csv: random data and what scipy makes of it, for the tests of Statistics.

python3 monitoring.py > monitoring.csv
"""

import math

import numpy as np
from scipy import stats

random = np.random.default_rng(2018)


def row(statistic, first, second, values):
    columns = (" ".join(repr(float(number)) for number in numbers) for numbers in (first, second, values))
    print(statistic, *columns, sep=",")


def wilson(hits, count):
    interval = stats.binomtest(hits, count).proportion_ci(0.95, method="wilson")
    return interval.low, interval.high


def newcombe(a, m, b, n):
    (l1, u1), (l2, u2) = wilson(a, m), wilson(b, n)
    p, q = a / m, b / n
    return p - q - math.hypot(p - l1, u2 - q), p - q + math.hypot(u1 - p, q - l2)


def events(count):
    if count < 10:
        return (stats.chi2.ppf(0.025, 2 * count) / 2 if count else 0), stats.chi2.ppf(0.975, 2 * count + 2) / 2
    z = stats.norm.ppf(0.975)
    low = count * (1 - 1 / (9 * count) - z / (3 * math.sqrt(count))) ** 3
    more = count + 1
    return low, more * (1 - 1 / (9 * more) + z / (3 * math.sqrt(more))) ** 3


def waits(count):
    """Times with many ties, and whether it happened."""
    return np.ceil(random.exponential(60, count)), random.random(count) < 0.6


def censored(times, happened):
    return stats.CensoredData(uncensored=times[happened], right=times[~happened])


print("statistic,first,second,values")
for _ in range(30):
    count = int(random.integers(1, 400))
    hits = int(random.integers(0, count + 1))
    row("wilson", [hits, count], [], wilson(hits, count))
    m, n = (int(number) for number in random.integers(1, 300, 2))
    a, b = int(random.integers(0, m + 1)), int(random.integers(0, n + 1))
    row("newcombe", [a, m], [b, n], newcombe(a, m, b, n))
    happened = int(random.integers(0, 30) if random.random() < 0.7 else random.integers(30, 3000))
    row("events", [happened], [], events(happened))
for size in [3, 5, 8, 12, 20, 25, 26, 40, 80]:
    for digits in (0, 6):
        before = np.round(random.normal(20, 6, size), digits)
        after = np.round(before - random.normal(1.5, 5, size), digits)
        change = before - after
        moved = change[change != 0]
        exact = digits and size <= 25
        if digits and size <= 25 or len(set(np.abs(moved))) < len(moved):
            test = stats.wilcoxon(moved, method="exact" if exact else "approx", correction=False)
            row("wilcoxon", before, after, [test.statistic, test.pvalue])
        positive, negative = int((change > 0).sum()), int((change < 0).sum())
        row("sign", before, after, [stats.binomtest(positive, positive + negative).pvalue])
        row("paired_t", before, after, [*stats.ttest_rel(before, after)])
for size in [4, 9, 15, 30, 60, 120]:
    for _ in range(3):
        times, happened = waits(size)
        happened[0] = True
        curve = stats.ecdf(censored(times, happened)).sf
        days = [day for day in sorted(set(times[happened])) if 0 < curve.evaluate(day) < 1]
        ends = curve.confidence_interval(0.95, method="log-log")
        values = [[curve.evaluate(day), ends.low.evaluate(day), ends.high.evaluate(day)] for day in days]
        row("survival", times, happened, [number for day, three in zip(days, values) for number in (day, *three)])
        others, occurred = waits(size + 3)
        occurred[0] = True
        test = stats.logrank(censored(times, happened), censored(others, occurred))
        signed = lambda times, happened: [time if event else -time for time, event in zip(times, happened)]
        row("logrank", signed(times, happened), signed(others, occurred), [test.statistic**2, test.pvalue])
for size in [3, 4, 7, 12, 24, 61]:
    for digits in (0, 5):
        series = np.round(50 + 0.4 * np.arange(size) + random.normal(0, 4, size), digits)
        time = np.arange(size)
        sen = stats.theilslopes(series, time)
        row("theil_sen", series, [], [sen.slope, sen.intercept])
        line = stats.linregress(time, series)
        left = series - line.intercept - line.slope * time
        s = math.sqrt((left**2).sum() / (size - 2))
        ahead = size + 2
        away = (ahead - time.mean()) ** 2 / ((time - time.mean()) ** 2).sum()
        reach = stats.t.ppf(0.975, size - 2) * s * math.sqrt(1 + 1 / size + away)
        value = line.intercept + line.slope * ahead
        row("least_squares", series, [ahead], [line.slope, line.intercept, value - reach, value + reach])
for size in [1, 2, 5, 22]:
    p = np.round(random.random(size) ** 3, 6)
    order = np.argsort(p, kind="stable")
    adjusted = np.empty(size)
    adjusted[order] = np.minimum(1, np.maximum.accumulate(p[order] * (size - np.arange(size))))
    row("holm", p, [], adjusted)
for size in [1, 2, 3, 5, 8, 22]:
    levels = random.integers(1, 6, size)
    parts = [0, 0.1, 0.25, 0.5, 0.75, 1]
    row("quantile", levels, parts, np.quantile(levels, parts))
for count in [1, 7, 20, 136, 900]:
    average = round(random.random(), 4)
    for confidence in (0.95, 0.998):
        reach = stats.norm.ppf(0.5 + confidence / 2) * math.sqrt(average * (1 - average) / count)
        row("funnel", [average, count], [confidence], [max(0, average - reach), min(1, average + reach)])
