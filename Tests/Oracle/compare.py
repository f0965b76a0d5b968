#!/usr/bin/env python3
"""Compares the program's reports with the oracle's, figure by figure, over random packages."""

import argparse
import math
import os
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import identify
from homeward import Homeward, Refused
from oracle import figures
from package import Package
from questions import as_at_days, questions
from random_package import write_package

PARTS = ("value", "numerator", "denominator", "low", "high", "unknown")
# Parts beside the value of a figure that is no share, which its definition names.
DEFINED = {("people.aged_14_17", "unknown")}
# Figures whose numerators are records, so that `explain` can be counted against them.
EXPLAINED = {
    "key-information": ("referrals.received", "cases.completed", "home.now", "care.entered", "care.never_entered"),
    "performance": ("all.children.served", "all.home.12.share", "all.completed.share", "reunified.children"),
    "intelligence": ("families.identified", "people.in_families", "people.aged_14_17"),
}


def differences(expected, found):
    """What differs between two sets of figures, as lines that begin with the id."""
    lines = [f"{name}: missing" for name in sorted(set(expected) - set(found))]
    lines += [f"{name}: not expected" for name in sorted(set(found) - set(expected))]
    for name in sorted(set(expected) & set(found)):
        for part in compared_parts(name, expected[name], found[name]):
            want, have = part_of(expected[name], part), part_of(found[name], part)
            if not is_same(want, have):
                lines.append(f"{name}: {part} is {have}, expected {want}")
    return lines


def compared_parts(name, expected, found):
    """Every part of a share. Of another figure the value, that it has no interval, and what both of them print."""
    if "low" in expected:
        return PARTS
    printed = {part for part in PARTS if part in expected and found.get(part) is not None}
    return [part for part in PARTS if part in ("value", "low", "high") or part in printed or (name, part) in DEFINED]


def part_of(figure, part):
    """A part of a figure; no unknown is none unknown."""
    return (figure.get(part) or 0) if part == "unknown" else figure.get(part)


def is_same(want, have):
    if want is None or have is None:
        return want is have
    if isinstance(want, bool) or isinstance(have, bool) or not isinstance(have, (int, float)):
        return False
    return want == have if isinstance(want, int) else math.isclose(want, have, rel_tol=1e-9, abs_tol=1e-12)


def counted(figure):
    """How many records stand behind a figure: the numerator of a share, or a count itself."""
    return figure.get("numerator", figure["value"])


def explanations(homeward, question, expected, seed):
    """A figure of a report, in turn by seed, opened onto its members."""
    names = EXPLAINED[question["report"]]
    name = names[seed % len(names)]
    opened, wanted = homeward.explained(name, question), {"numerator": counted(expected[name])}
    if "low" in expected[name] or (name, "unknown") in DEFINED:
        wanted["unknown"] = expected[name].get("unknown", 0)
    return [
        f"{name}: explain lists {opened[part]} as {part}, expected {want}"
        for part, want in wanted.items()
        if opened[part] != want
    ]


def compare_question(homeward, question, package, seed, explain):
    expected = figures(package, question)
    try:
        lines = differences(expected, homeward.report(question))
        return lines + (explanations(homeward, question, expected, seed) if explain else [])
    except Refused as refusal:
        return [str(refusal)]


def compare_cohort(homeward, package, day, criteria):
    """What differs between the families that meet a criteria set and those the program lists."""
    try:
        answer = homeward.run("identify", "--criteria", criteria, "--as-at", str(day), "--just-short")
    except Refused as refusal:
        return [str(refusal)]
    return identify.differences(identify.identify(package, day, criteria), answer)


def compare_seed(program, seed, directory, explain=True):
    """What differs for a seed, over all its questions. `explain` is tried on the first question of each report."""
    write_package(seed, directory / "package")
    homeward = Homeward(program, directory / "register.db")
    try:
        homeward.take_in(directory / "package")
    except Refused as refusal:
        return [f"seed {seed}: import: {refusal}"]
    package, lines, opened = Package(directory / "package"), [], set()
    for question in questions(seed):
        first = explain and question["report"] not in opened
        opened.add(question["report"])
        asked = " ".join(str(value) for value in question.values())
        found = compare_question(homeward, question, package, seed, first)
        lines += [f"seed {seed}: {asked}: {line}" for line in found]
    for criteria in identify.SETS:
        day = as_at_days(seed)[0]
        found = compare_cohort(homeward, package, day, criteria)
        lines += [f"seed {seed}: identify {day} {criteria}: {line}" for line in found]
    return lines


def compare_all(program, seeds, kept, explain):
    """The differences of each seed, in order. Seeds run side by side: most of the time is the program's."""
    with tempfile.TemporaryDirectory() as temporary, ThreadPoolExecutor(os.cpu_count()) as threads:
        root = Path(kept or temporary)

        def compare(seed):
            directory = root / f"seed-{seed}"
            directory.mkdir(parents=True, exist_ok=True)
            (directory / "register.db").unlink(missing_ok=True)
            return compare_seed(program, seed, directory, explain)

        yield from threads.map(compare, seeds)


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--homeward", required=True, type=Path, help="the program under test")
    parser.add_argument("--seeds", default="1..30", help="as A..B, both included; 1..30 unless told otherwise")
    parser.add_argument("--keep", metavar="DIR", help="keep the packages and registers there")
    parser.add_argument("--no-explain", action="store_true", help="compare the reports only")
    given = parser.parse_args()
    first, _, last = given.seeds.partition("..")
    given.seeds = range(int(first), int(last or first) + 1)
    return given


def main():
    given = arguments()
    passed, failed = 0, 0
    for lines in compare_all(given.homeward.resolve(), given.seeds, given.keep, not given.no_explain):
        print(*lines, sep="\n", end="\n" if lines else "")
        passed, failed = passed + (not lines), failed + bool(lines)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
