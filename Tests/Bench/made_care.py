"""Makes the exchange packages the benchmark runs on: invented children, their families, cases and placements.

The same seed gives the same bytes. Two sets:
  import   400,000 children of about 250,000 families, a case for each family, 1,000,000 placements
  figures  1,000,000 children, each a family of its own with one case, about 1,600,000 placements
No two placements of a child overlap; about every second follows the one before it without a night between, and one in
fifty is a short break (V4), which no figure counts. Placements stand in no order, as a union of extracts would.
"""

import argparse
import datetime
import pathlib
import random

EPOCH = datetime.date(2000, 1, 1)
AS_AT = (datetime.date(2025, 9, 30) - EPOCH).days
FIRST_CASE = (datetime.date(2018, 1, 1) - EPOCH).days
LAST_CASE = (datetime.date(2025, 6, 30) - EPOCH).days
DATES = [(EPOCH + datetime.timedelta(days=number)).isoformat() for number in range(AS_AT + 1)]

PROGRAMMES = ["mst", "fft"]
STAYS = ["C2,U1,PR1,S,", "C2,U4,PR4,S,", "V2,U6,PR4,S,", "C1,K2,PR4,S,", "V2,U3,PR1,S,"]
SHORT_BREAK = "V4,U5,PR1,S,"


class Package:
    """An exchange package being written."""

    def __init__(self, seed, never_in_care, leaving):
        self.random = random.Random(seed)
        self.never_in_care = never_in_care
        self.leaving = leaving
        self.families = ["family_id"]
        self.people = ["person_id,family_id,date_of_birth,sex,role,child_id"]
        self.cases = ["case_id,family_id,person_id,programme,started_on,ended_on,end_reason"]
        self.placements = []

    def add_family(self, children):
        """A family with so many children, the first of them the index child of its one case."""
        family = f"F{len(self.families):07}"
        self.families.append(family)
        draw = self.random.random
        started = FIRST_CASE + int(draw() * (LAST_CASE + 1 - FIRST_CASE))
        index_child = f"C{len(self.people):07}"
        for _ in range(children):
            child = f"C{len(self.people):07}"
            born = (EPOCH + datetime.timedelta(days=started - 1200 - int(draw() * 4300))).isoformat()
            sex = "F" if draw() < 0.5 else "M"
            self.people.append(f"{child},{family},{born},{sex},child,{child}")
            self.add_placements(child, started)
        ended = started + 60 + int(draw() * 340)
        end = f"{DATES[ended]},completed" if ended <= AS_AT else ","
        programme = PROGRAMMES[draw() < 0.4]
        self.cases.append(f"K{len(self.cases):07},{family},{index_child},{programme},{DATES[started]},{end}")

    def add_placements(self, child, case_started):
        """Some children have none; the others come into care around the start of the case, some again and again."""
        draw = self.random.random
        if draw() < self.never_in_care:
            return
        day = case_started - 300 + int(draw() * 800)
        while day <= AS_AT:
            until = day + 1 + int(self.random.expovariate(1 / 160))
            stay = SHORT_BREAK if draw() < 0.02 else STAYS[int(draw() * len(STAYS))]
            if until > AS_AT:
                self.placements.append(f"{child},{DATES[day]},,{stay}")
                return
            self.placements.append(f"{child},{DATES[day]},{DATES[until]},{stay}X1")
            if draw() < self.leaving:
                return
            day = until if draw() < 0.5 else until + int(self.random.expovariate(1 / 120))

    def write(self, folder, placements):
        """Writes the tables, with no more placements than so many."""
        self.random.shuffle(self.placements)
        del self.placements[placements:]
        header = "person_id,started_on,ended_on,legal_status,placement,provider,reason_new,reason_ceased"
        tables = {
            "families": self.families,
            "people": self.people,
            "cases": self.cases,
            "placements": [header] + self.placements,
        }
        folder.mkdir(parents=True, exist_ok=True)
        for name, rows in tables.items():
            (folder / f"{name}.csv").write_text("\n".join(rows) + "\n")
        return {name: len(rows) - 1 for name, rows in tables.items()}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("set", choices=["import", "figures"])
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--children", type=int)
    arguments = parser.parse_args()
    if arguments.set == "import":
        children = arguments.children or 400_000
        package = Package(seed=2, never_in_care=0.05, leaving=0.2)
        while len(package.people) <= children:
            size = 1 + (package.random.random() < 0.4) + (package.random.random() < 0.2)
            package.add_family(min(size, children + 1 - len(package.people)))
        rows = package.write(arguments.folder, placements=children * 5 // 2)
    else:
        children = arguments.children or 1_000_000
        package = Package(seed=11, never_in_care=0.4, leaving=0.29)
        for _ in range(children):
            package.add_family(1)
        rows = package.write(arguments.folder, placements=len(package.placements))
    print(", ".join(f"{count:,} {name}" for name, count in rows.items()))


if __name__ == "__main__":
    main()
