"""The simulation of the Essex contract in numpy: the same model, drawn and priced in arrays over many courses at once.

    simulated_lives.py --trials N --seed N [--part N] [--cap POUNDS]

Prints one JSON object: P10, P50 and P90 of what is paid and of what is saved, in pence, each between two bounds, and the
seconds it took without the start of Python. The draws are numpy's own, so its figures are near the program's and not the
same: the bounds are those of its courses that lie so far on either side in their order that the same percentile of as many
other courses of the same model lies outside them once in some ten thousand runs. The numbers are those of
`Definitions/contracts/essex-care-days.yml`.

The model: how likely care is is drawn once a course; starts a quarter, days of start, care and its length for each child.
At the end of each quarter every child's nights since the start, for 30 months, count against 55 % of them, each financial
year's nights are rounded to the penny, and the sum is paid between nothing and the cap, less what was paid before. Years
that are over are added up once.
"""

import argparse
import json
import time

import numpy as np

FIRST, LAST_START, LAST_CLAIM = (np.datetime64(day) for day in ("2013-04-01", "2018-07-31", "2021-01-31"))
STARTS, ENTERS = (12, 18, 24), (14, 22, 34)
AFTER, STAY = (0, 4, 28), (1, 10, 30)
PENCE, BASELINE, SAVED = 7470, (11, 20), 18_567
WINDOW = 30
PERCENTS = (10, 50, 90)
MONTH = 30.4375


def months_after(days, months):
    """The same day so many months later, or the last of a shorter month."""
    month = days.astype("datetime64[M]")
    later = month + months
    day = np.minimum((days - month).astype(int), ((later + 1).astype("datetime64[D]") - later.astype("datetime64[D]")).astype(int) - 1)
    return later.astype("datetime64[D]") + day


def quantile(triangle, part):
    low, likely, high = triangle
    width = high - low
    below = low + np.sqrt(part * width * (likely - low))
    above = high - np.sqrt((1 - part) * width * (high - likely))
    return np.where(part < (likely - low) / width, below, above)


class Calendar:
    """Quarters from the first start, and financial years, as days from it."""

    def __init__(self):
        number = lambda day: int((day - FIRST).astype(int))
        self.ends, self.quarters = [], []
        start = FIRST
        while start <= LAST_CLAIM:
            following = months_after(np.array([FIRST]), 3 * (len(self.ends) + 1))[0]
            end = min(following - 1, LAST_CLAIM)
            self.ends.append(number(end))
            if start <= LAST_START:
                self.quarters.append((number(start), number(min(end, LAST_START)) - number(start) + 1))
            start = following
        self.years = [number(np.datetime64(f"{year}-04-01")) for year in range(2013, 2022)]
        days = FIRST + np.arange(number(LAST_START) + 1)
        self.window_end = (months_after(days, WINDOW) - FIRST).astype(int)


def rounded(nights):
    """Pence for nights times 20 that were avoided, half away from nought."""
    value = nights * PENCE
    return np.sign(value) * ((2 * np.abs(value) + BASELINE[1]) // (2 * BASELINE[1]))


def course(trials, random, calendar, cap):
    """What some courses pay and save, each a row."""
    enters = quantile(ENTERS, random.random(trials))[:, None] / 100
    most = STARTS[2]
    starts, held = [], []
    for first, days in calendar.quarters:
        count = np.rint(quantile(STARTS, random.random(trials))).astype(int)
        starts.append(first + (random.random((trials, most)) * days).astype(np.int32))
        held.append(np.arange(most) < count[:, None])
    start, held = np.concatenate(starts, axis=1), np.concatenate(held, axis=1)
    in_care = held & (random.random(start.shape) < enters)
    care_from = start + (quantile(AFTER, random.random(start.shape)) * MONTH).astype(np.int32)
    care_until = care_from + (quantile(STAY, random.random(start.shape)) * MONTH).astype(np.int32)
    care_until = np.where(in_care, care_until, care_from)
    end = np.where(held, calendar.window_end[start], start)
    paid = np.zeros(trials, dtype=np.int64)
    closed = np.zeros(trials, dtype=np.int64)
    closed_nights = np.zeros(trials, dtype=np.int64)
    year = 0
    for last in calendar.ends:
        while True:
            opens, closes = calendar.years[year], calendar.years[year + 1]
            until = np.minimum(np.minimum(end, last + 1), closes)
            begin = np.maximum(start, opens)
            nights = np.maximum(0, until - begin)
            care = np.maximum(0, np.minimum(care_until, until) - np.maximum(care_from, begin))
            care = np.where(nights > 0, care, 0)
            avoided = BASELINE[0] * nights.astype(np.int64) - BASELINE[1] * care
            pence, whole = rounded(avoided).sum(axis=1), avoided.sum(axis=1)
            if last + 1 < closes:
                break
            closed, closed_nights, year = closed + pence, closed_nights + whole, year + 1
            pence, whole = 0, 0
            if last + 1 == closes:
                break
        net = np.clip(closed + pence, 0, cap)
        paid += np.maximum(0, net - paid)
    return paid, (closed_nights + whole) * SAVED / BASELINE[1]


def bounded(values, percent):
    """A percentile between the values four standard errors of the difference of two samples away, by their ranks."""
    ranked, part = np.sort(values), percent / 100
    place = int(np.ceil(part * len(ranked))) - 1
    away = int(np.ceil(4 * np.sqrt(2 * len(ranked) * part * (1 - part)))) + 1
    places = [max(0, place - away), place, min(len(ranked) - 1, place + away)]
    return [int(ranked[at]) for at in places]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--trials", type=int, required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--part", type=int, default=500, help="courses in memory at once")
    parser.add_argument("--cap", type=int, default=7_210_000, help="the contract's cap in pounds")
    arguments = parser.parse_args()
    begun = time.perf_counter()
    calendar, random = Calendar(), np.random.default_rng(arguments.seed)
    parts = []
    for first in range(0, arguments.trials, arguments.part):
        parts.append(course(min(arguments.part, arguments.trials - first), random, calendar, arguments.cap * 100))
    answer = {
        "trials": arguments.trials,
        "payment_pence": {f"p{percent}": bounded(np.concatenate([paid for paid, _ in parts]), percent) for percent in PERCENTS},
        "saving_pence": {f"p{percent}": bounded(np.concatenate([saved for _, saved in parts]), percent) for percent in PERCENTS},
        "seconds": round(time.perf_counter() - begun, 3),
    }
    print(json.dumps(answer))


if __name__ == "__main__":
    main()
