"""What is asked of the package of a seed: the days and periods at which its facts are made to meet the rules."""

import random
from datetime import date

from days import add_months, plus

PROGRAMMES = ["mst", "mst-can", "mst-xyz", "fft", "fft-cw", "fftx", "priority-families", "family-hub"]
DAYS = [
    date(2016, 2, 29),
    date(2017, 8, 31),
    date(2018, 3, 31),
    date(2018, 12, 31),
    date(2019, 1, 31),
    date(2019, 2, 28),
    date(2020, 2, 29),
    date(2020, 3, 1),
]


def as_at_days(seed):
    chosen = random.Random(f"days {seed}")
    day = chosen.choice(DAYS)
    return [day, plus(day, chosen.choice([-365, -31, -1, 1, 29]))]


def periods(seed):
    """A year, and a short period: 28 days, a day, a month, a quarter."""
    chosen = random.Random(f"periods {seed}")
    day = as_at_days(seed)[0]
    short = chosen.choice([plus(day, -27), day, plus(add_months(day, -1), 1), plus(add_months(day, -3), 1)])
    return [(plus(add_months(day, -12), 1), day), (short, day)]


def questions(seed):
    """Every report asked of the package of a seed."""
    programme = random.Random(f"programme {seed}").choice(PROGRAMMES)
    asked = []
    for day in as_at_days(seed):
        asked.append({"report": "key-information", "as_at": day})
        asked.append({"report": "intelligence", "as_at": day, "criteria": "troubled-families-2012"})
    asked.append({"report": "key-information", "as_at": as_at_days(seed)[0], "programme": programme})
    asked += [{"report": "performance", "from": first, "to": last} for first, last in periods(seed)]
    return asked
