#!/usr/bin/env python3
"""Writes a small exchange package of invented records, full of edges, for a seed: always the same one."""

import argparse
from pathlib import Path

from made_care import make_care, make_follow_ups, make_return
from made_evidence import make_evidence, make_offences
from made_families import make_family, make_organisations, make_person, make_workers
from made_measures import make_costs, make_fft_coms, make_satisfaction, make_sdqs, make_tam_rs
from maker import Maker


def write_package(seed, directory, families=14):
    make = Maker(seed)
    make_organisations(make)
    make_workers(make)
    names = [make_family(make) for _ in range(families)]
    for family in names:
        make_care(make, family)
    make_returns(make, names)
    for family in names:
        make_follow_ups(make, family)
        make_evidence(make, family)
        make_tam_rs(make, family)
    for case in make.rows("cases"):
        make_measures(make, case)
    make_costs(make)
    make_person(make, None, "child", make.as_at)
    for table in ("follow_ups", "placements", "assessments", "events", "costs", "attendance"):
        if make.chance(0.02):
            leave_out(make, table)
    make.write(Path(directory))


def make_returns(make, families):
    """Some children go home, half of them of families without a case; a service may be for the child elsewhere."""
    children = [row for row in make.rows("people") if row["role"] == "child" and make.chance(0.1)]
    for _ in range(make.whole(1, 4)):
        family = make.identifier("families", "F")
        make.add("families", family_id=family)
        children.append(make_person(make, family, "child", make.as_at))
    for child in children:
        make_return(make, child["person_id"], child["family_id"], make.random.choice(families))


def make_measures(make, case):
    if case["person_id"] or make.chance(0.3):
        make_sdqs(make, case)
    if case["person_id"]:
        make_offences(make, case)
    if case["programme"].startswith("mst") or make.chance(0.05):
        make_satisfaction(make, case)
    if case["programme"].startswith("fft") or make.chance(0.1):
        make_fft_coms(make, case)


def leave_out(make, table):
    """A package may leave tables out: here one, with what hangs from it."""
    make.tables[table].clear()
    if table == "assessments":
        make.tables["scores"].clear()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("seed", type=int)
    parser.add_argument("directory", type=Path)
    parser.add_argument("--families", type=int, default=14)
    given = parser.parse_args()
    write_package(given.seed, given.directory, given.families)
