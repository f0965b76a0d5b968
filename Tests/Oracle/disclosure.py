#!/usr/bin/env python3
"""Attacks tables that the program protected: an integer solver looks for what each hidden count can be."""

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from random import Random

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp

THRESHOLD, SPREAD, ENOUGH = 5, 6, 5000


class Maker:
    """Counts with ids, and the sums that link them."""

    def __init__(self):
        self.counts, self.sums = {}, []

    def add(self, name, value):
        self.counts.setdefault(name, value)
        return name

    def link(self, total, parts):
        self.sums.append({"total": self.add(total, sum(self.counts[part] for part in parts)), "parts": parts})

    def written(self):
        return {"counts": [{"id": name, "value": value} for name, value in self.counts.items()], "sums": self.sums}


def small_or_large(random):
    return random.choice([0, random.randint(1, 5), random.randint(1, 9), random.randint(6, 40), random.randint(6, 200)])


def table(random, maker, name, row_names, columns):
    """A table over rows whose sums other tables may share."""
    cells = [[maker.add(f"{name} {row} {column}", small_or_large(random)) for column in range(columns)] for row in row_names]
    for row, line in zip(row_names, cells):
        maker.link(f"row {row}", line)
    for column in range(columns):
        maker.link(f"{name} column {column}", [line[column] for line in cells])
    return cells


def two_way(random):
    maker = Maker()
    rows = [f"r{row}" for row in range(random.randint(1, 7))]
    columns = random.randint(1, 7)
    table(random, maker, "a", rows, columns)
    maker.link("all", [f"row {row}" for row in rows])
    maker.sums.append({"total": "all", "parts": [f"a column {column}" for column in range(columns)]})
    return maker.written()


def split(random, total, parts):
    cuts = sorted(random.randint(0, total) for _ in range(parts - 1))
    return [end - start for start, end in zip([0, *cuts], [*cuts, total])]


def linked(random):
    """Two tables that share their rows, and areas that make up districts."""
    maker = Maker()
    rows = [f"r{row}" for row in range(random.randint(2, 5))]
    columns, others = random.randint(2, 4), random.randint(2, 3)
    table(random, maker, "a", rows, columns)
    cells = []
    for row in rows:
        values = split(random, maker.counts[f"row {row}"], others)
        cells.append([maker.add(f"b {row} {column}", value) for column, value in enumerate(values)])
        maker.link(f"row {row}", cells[-1])
    for column in range(others):
        maker.link(f"b column {column}", [line[column] for line in cells])
    half = max(1, len(rows) // 2)
    districts = [part for part in (rows[:half], rows[half:]) if part]
    for number, part in enumerate(districts):
        maker.link(f"district {number}", [f"row {row}" for row in part])
    maker.link("all", [f"district {number}" for number in range(len(districts))])
    return maker.written()


def reach(publication, shown, place, direction):
    """The lowest (direction 1) or highest (-1) number that a hidden count could be."""
    names = [count["id"] for count in publication["counts"]]
    position = {name: index for index, name in enumerate(names)}
    rows = []
    for link in publication["sums"]:
        row = np.zeros(len(names))
        row[position[link["total"]]] = -1
        for part in link["parts"]:
            row[position[part]] += 1
        rows.append(row)
    low = np.array([1 if shown[name] is None else shown[name] for name in names], dtype=float)
    high = np.array([ENOUGH if shown[name] is None else shown[name] for name in names], dtype=float)
    goal = np.zeros(len(names))
    goal[position[place]] = direction
    found = milp(goal, constraints=LinearConstraint(np.array(rows), 0, 0), bounds=Bounds(low, high), integrality=np.ones(len(names)))
    if found.status != 0:
        raise RuntimeError(f"no table fits what is published: {found.message}")
    return round(found.x[position[place]])


def faults(publication, answer):
    truth = {count["id"]: count["value"] for count in publication["counts"]}
    shown = {count["id"]: count["value"] for count in answer["counts"]}
    if answer["withheld"]:
        return [] if all(value is None for value in shown.values()) else ["withheld, and something is shown"]
    found = [
        f"{name} is shown as {value}, is {truth[name]}"
        for name, value in shown.items()
        if value is not None and (value != truth[name] or 1 <= value <= THRESHOLD)
    ]
    for name in (name for name, value in shown.items() if value is None):
        low, high = reach(publication, shown, name, 1), reach(publication, shown, name, -1)
        if not low <= truth[name] <= high:
            found.append(f"{name} is {truth[name]}, which is not in {low} to {high}")
        if high - low < SPREAD:
            found.append(f"{name} can only be {low} to {high}")
    return found


def protect(program, publications):
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "counts.json"
        file.write_text(json.dumps(publications))
        done = subprocess.run([program, "protect", str(file), "--format", "json"], capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--homeward", required=True, help="the program under test")
    parser.add_argument("--tables", type=int, default=2000, help="how many, half of them linked; 2000 unless told otherwise")
    given = parser.parse_args()
    publications = [(two_way, linked)[seed % 2](Random(seed)) for seed in range(given.tables)]
    answers = protect(given.homeward, publications)
    failed = withheld = hidden = lost = older = unsafe = 0
    for seed, (publication, answer) in enumerate(zip(publications, answers, strict=True)):
        found = faults(publication, answer)
        print(*(f"table {seed}: {fault}" for fault in found), sep="\n", end="\n" if found else "")
        failed += bool(found)
        withheld += answer["withheld"]
        hidden += sum(count["value"] is None for count in answer["counts"])
        lost += answer["lost"]["people"]
        older += answer["next_smallest"]["people"]
        unsafe += answer["next_smallest"]["unsafe"]
    print(f"{given.tables - failed} tables held, {failed} did not; {withheld} withheld whole, {hidden} counts hidden")
    print(f"people in hidden counts: {lost}; by the rule of the next smallest {older}, which leaves {unsafe} counts to be worked out")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
