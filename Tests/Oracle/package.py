"""An exchange package in memory: each table a list of rows, each row a dictionary of typed values."""

import csv
from collections import defaultdict
from datetime import date
from fractions import Fraction
from pathlib import Path

from schema import SCHEMA, types

READ = {
    "string": str,
    "date": date.fromisoformat,
    "number": Fraction,
    "integer": int,
    "boolean": lambda text: text == "true",
}


def read_table(path, table):
    if not path.exists():
        return []
    kinds = types(table)
    with open(path, encoding="utf-8-sig", newline="") as file:
        return [
            {name: READ[kind](row[name]) if row.get(name) else None for name, kind in kinds.items()}
            for row in csv.DictReader(file)
        ]


def grouped(rows, key):
    groups = defaultdict(list)
    for row in rows:
        if row[key] is not None:
            groups[row[key]].append(row)
    return groups


class Package:
    def __init__(self, directory):
        for table in SCHEMA:
            setattr(self, table, read_table(Path(directory) / f"{table}.csv", table))
        self.person = {row["person_id"]: row for row in self.people}
        self.referral = {row["referral_id"]: row for row in self.referrals}
        self.case = {row["case_id"]: row for row in self.cases}
        self.people_of = grouped(self.people, "family_id")
        self.events_of = grouped(self.events, "person_id")
        self.assessments_of = grouped(self.assessments, "case_id")
        self.placement_rows_of = grouped(self.placements, "person_id")
        # Short breaks (V3, V4) are rows, but not placements.
        placements = [row for row in self.placements if row["legal_status"] not in ("V3", "V4")]
        self.placements_of = grouped(placements, "person_id")
        self.scores_of = defaultdict(dict)
        for row in self.scores:
            self.scores_of[row["assessment_id"]][row["item"]] = row["value"]

    def in_care(self, person_id, day):
        return any(
            row["started_on"] <= day and not (row["ended_on"] is not None and row["ended_on"] <= day)
            for row in self.placements_of[person_id]
        )

    def readings(self, case, instrument, occasion=None):
        """The assessments of a case by an instrument that have a `total`: pairs of assessment and total."""
        return [
            (row, self.scores_of[row["assessment_id"]]["total"])
            for row in self.assessments_of[case["case_id"]]
            if row["instrument"] == instrument
            and occasion in (None, row["occasion"])
            and "total" in self.scores_of[row["assessment_id"]]
        ]
