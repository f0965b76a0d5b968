"""Collects the rows of an invented package and draws the days that lie on the edges of the rules."""

import csv
import json
import random
from datetime import date

from days import add_months, plus
from questions import as_at_days, periods
from schema import DESCRIPTOR, SCHEMA, key, types


class Maker:
    def __init__(self, seed):
        self.random = random.Random(f"package {seed}")
        self.as_at = as_at_days(seed)
        self.periods = periods(seed)
        self.tables = {table: {} for table in SCHEMA}
        self.edges = self.rule_edges()

    def rule_edges(self):
        """The days on which some rule turns, for the questions of this seed."""
        edges = []
        for day in self.as_at:
            edges += [day, plus(day, -1), plus(day, 1)]
            edges += [plus(add_months(day, -months), n) for months in (4, 6, 12, 30) for n in (-1, 0, 1)]
        for first, last in self.periods:
            edges += [plus(first, -1), first, plus(first, 1), plus(last, -1), last, plus(last, 1)]
            edges += [plus(add_months(last, -months), n) for months in (6, 12, 18, 24) for n in (-9, -1, 0, 1)]
        edges += [date(2016, 2, 29), date(2020, 2, 29), date(2017, 8, 31), date(2018, 2, 28), date(2018, 8, 30)]
        return edges

    def chance(self, share):
        return self.random.random() < share

    def choose(self, *choices):
        return self.random.choice(choices)

    def whole(self, low, high):
        return self.random.randint(low, high)

    def day(self):
        """A day on an edge, or any day of the four years before the question."""
        if self.chance(0.5):
            return self.random.choice(self.edges)
        return plus(self.as_at[0], -self.whole(-120, 1400))

    def near(self, day, reach=1):
        return plus(day, self.whole(-reach, reach))

    def in_period(self):
        """A day of a period, often its first or last, or the day outside."""
        first, last = self.random.choice(self.periods)
        inside = plus(first, self.whole(0, (last - first).days))
        return self.choose(inside, inside, first, last, plus(first, -1), plus(last, 1))

    def end(self, start):
        """An end for something that started: none, the same day, an edge, or some months later."""
        kind = self.whole(1, 10)
        if kind <= 4:
            return None
        if kind == 5:
            return start
        if kind == 6:
            return max(start, self.day())
        return plus(start, self.whole(1, 220))

    def add(self, table, **row):
        """Adds a row; a row whose key is taken is left out, and None says so."""
        assert set(row) <= set(types(table)), (table, row)
        if key(table, row) in self.tables[table]:
            return None
        self.tables[table][key(table, row)] = row
        return row

    def identifier(self, table, prefix):
        return f"{prefix}{len(self.tables[table]) + 1:05d}"

    def rows(self, table):
        return list(self.tables[table].values())

    def write(self, directory):
        """Writes the tables in mixed order, leaving out the empty ones, with a descriptor of those there are."""
        directory.mkdir(parents=True, exist_ok=True)
        resources = [resource for resource in DESCRIPTOR["resources"] if self.tables[resource["name"]]]
        descriptor = json.dumps({**DESCRIPTOR, "resources": resources}, indent=1)
        (directory / "datapackage.json").write_text(descriptor + "\n", encoding="utf-8")
        for resource in resources:
            rows = self.rows(resource["name"])
            self.random.shuffle(rows)
            with open(directory / resource["path"], "w", encoding="utf-8", newline="") as file:
                table = csv.DictWriter(file, list(types(resource["name"])), lineterminator="\n")
                table.writeheader()
                table.writerows({name: text(value) for name, value in row.items()} for row in rows)


def text(value):
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else str(value)
