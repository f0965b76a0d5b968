"""The sector's demand model (Social Finance and Data to Insight, 2026) worked out a second time from its published
formulas, without anything but the standard library.

    python3 Tests/Oracle/demand.py > Tests/Fixtures/demand/expected.csv

The reference period is 1 April 2016 to 31 March 2022, the origin its last day, the forecast 31 March 2024. The model's own
output for these returns is, rounded: stock 44, 10 and 7 (10 to 15: fostering, residential, other), 11, 9, 2 and 3 (16 and
over: fostering, supported, residential, other); entries 0.110452 a day into fostering at 10 to 15; forecast 92.746, 15.891
and 8.772 (10 to 15 fostering and residential, 16 and over supported).
"""

import csv
import sys
from collections import Counter, defaultdict
from datetime import date, timedelta
from pathlib import Path

FOLDER = Path(__file__).parent.parent / "Fixtures" / "demand"
BIRTHDAYS = (1, 5, 10, 16)
CATEGORIES = ("fostering", "residential", "supported", "other")
FIRST, LAST, UNTIL = date(2016, 4, 1), date(2022, 3, 31), date(2024, 3, 31)


def category(place):
    if place in ("U1", "U2", "U3", "U4", "U5", "U6"):
        return 0
    if place in ("K2", "R1", "P3", "S1"):
        return 1
    return 2 if place in ("H5", "K3", "P2") else 3


def bracket(age):
    return sum(age >= birthday for birthday in BIRTHDAYS)


def day(text):
    return date.fromisoformat(text) if text else None


def birthday(birth, years):
    try:
        return birth.replace(year=birth.year + years)
    except ValueError:
        return birth.replace(year=birth.year + years, day=28)


def rows_of(name):
    with open(FOLDER / name, newline="", encoding="utf-8-sig") as file:
        return list(csv.DictReader(file))


def tidy():
    births = {row["CHILD"]: day(row["DOB"]) for row in rows_of("header.csv") if row["DOB"]}
    rows = [
        {"child": row["CHILD"], "from": day(row["DECOM"]), "to": day(row["DEC"]), "why": row["RNE"],
         "what": category(row["PLACE"]), "birth": births[row["CHILD"]]}
        for row in rows_of("episodes.csv") if row["CHILD"] in births
    ]
    rows.sort(key=lambda row: (row["child"], row["from"], row["to"] or date.min))
    rows = list({(row["child"], row["from"]): row for row in rows}.values())
    kept = {}
    for row in rows:
        kept.setdefault((row["child"], row["to"]), row)
    rows = list(kept.values())
    for row, later in zip(rows, rows[1:]):
        if row["child"] == later["child"] and (row["to"] is None or row["to"] > later["from"]):
            row["to"] = later["from"]
    joined, before = [], None
    for row in rows:
        goes_on = before and before["child"] == row["child"] and before["to"] == row["from"] and row["why"] in "LTU"
        before = dict(row)
        if goes_on:
            joined[-1]["to"] = row["to"]
        else:
            joined.append(dict(row))
    return joined


def split(rows):
    parts = []
    for row in rows:
        rest = dict(row, age=(row["from"] - row["birth"]).days / 365.24)
        end = ((row["to"] or LAST) - row["birth"]).days / 365.24
        for years in BIRTHDAYS:
            if rest["age"] < years <= end:
                turn = birthday(row["birth"], years)
                parts.append(dict(rest, to=turn, end=years))
                rest.update({"from": turn, "age": years})
        parts.append(dict(rest, end=end))
    return parts


def main():
    rows = split(tidy())
    rows.sort(key=lambda row: (row["child"], row["from"], row["to"] or date.min))
    changes, moves, entries = defaultdict(Counter), defaultdict(Counter), Counter()
    for index, row in enumerate(rows):
        state = bracket(row["age"]), row["what"]
        before = rows[index - 1] if index and rows[index - 1]["child"] == row["child"] else None
        after = rows[index + 1] if index + 1 < len(rows) and rows[index + 1]["child"] == row["child"] else None
        changes[row["from"]][state] += 1
        if (before is None or before["to"] != row["from"]) and FIRST <= row["from"] <= LAST:
            entries[state] += 1
        if row["to"]:
            changes[row["to"]][state] -= 1
            onwards = (bracket(row["end"]), after["what"]) if after and after["from"] == row["to"] else None
            if onwards != state:
                moves[row["to"]][state, onwards] += 1
    states = [(age, what) for age in range(5) for what in range(4)]
    stock, ratios, days = Counter(), Counter(), Counter()
    now = min(changes)
    while now <= LAST:
        before = Counter(stock)
        stock.update(changes.get(now, {}))
        if now > FIRST:
            for state in states:
                days[state] += before[state] > 0
            for (state, onwards), count in moves.get(now, {}).items():
                ratios[state, onwards] += count / before[state]
        now += timedelta(1)
    rates = {pair: value / days[pair[0]] for pair, value in ratios.items()}
    daily = {state: entries[state] / ((LAST - FIRST).days + 1) for state in states}
    mean, variance = {state: float(stock[state]) for state in states}, dict.fromkeys(states, 0.0)
    stays = {state: 1 - sum(rate for pair, rate in rates.items() if pair[0] == state) for state in states}
    for _ in range((UNTIL - LAST).days):
        following = {state: daily[state] + stays[state] * mean[state] for state in states}
        for state in states:
            variance[state] += daily[state] + stays[state] * (1 - stays[state]) * mean[state]
        for (state, onwards), rate in rates.items():
            if onwards:
                following[onwards] += rate * mean[state]
                variance[onwards] += rate * (1 - rate) * mean[state]
        mean = following
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(["state", "stock", "entry_rate", "leaving_rate", "mean", "variance"])
    for number, state in enumerate(states):
        out.writerow([number, stock[state], repr(daily[state]), repr(1 - stays[state]), repr(mean[state]), repr(variance[state])])
    out.writerow(["spells", len(rows), "", "", "", ""])


main()
