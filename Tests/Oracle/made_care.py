"""Invented care: placements, returns home, and what follow-ups saw."""

from days import add_months, plus
from made_families import make_case

LIVING = ("home", "home", "other_family", "care", "custody", "independent", "hospital", "unknown", "unknown")


def make_placement(make, child, start, end, legal_status=None, reason=None):
    make.add(
        "placements",
        person_id=child,
        started_on=start,
        ended_on=end,
        legal_status=legal_status or make.choose("C2", "C2", "V2", "E1", "V3", "V4"),
        placement=make.choose("U6", "U1", "K2", "P1"),
        provider="PR1",
        reason_new="S",
        reason_ceased=(reason or make.choose("E4A", "E4B", "E13", "X1", "E8")) if end else None,
        weekly_cost=make.choose("890.50", "3000", None),
    )


def make_care(make, family):
    """None, one, or a few placements for each child: apart, adjoining, overlapping or of no length."""
    cases = [row for row in make.rows("cases") if row["family_id"] == family]
    for person in [row for row in make.rows("people") if row["family_id"] == family]:
        if make.chance(0.45 if person["role"] == "child" else 0.97):
            continue
        for _ in range(make.choose(1, 1, 2, 2, 3, 4)):
            mine = [row for row in make.rows("placements") if row["person_id"] == person["person_id"]]
            start = placement_start(make, cases, mine)
            make_placement(make, person["person_id"], start, make.end(start))


def placement_start(make, cases, mine):
    ended = [row["ended_on"] for row in mine if row["ended_on"]]
    if ended and make.chance(0.6):
        return plus(make.random.choice(ended), make.choose(-20, -1, 0, 0, 1, 7, 8))
    if cases and make.chance(0.7):
        case = make.random.choice(cases)
        return make.near(make.choose(case["started_on"], add_months(case["started_on"], 30)))
    return make.day()


def make_return(make, child, family, other_family):
    """A child who goes home in a period, perhaps back within a week, with or without a service before it."""
    day = make.in_period()
    status = make.choose(*["C2"] * 6, "V3")
    start = plus(day, -make.choose(0, 1, 30, 30, 200, 200))
    make_placement(make, child, start, day, status, make.choose("E4A", "E4B", "E4B"))
    if make.chance(0.45):
        make_placement(
            make, child, plus(day, make.choose(0, 7, 7, 8, 8)), None, make.choose("C2", "C2", "C2", "V3"), None
        )
    start, end = make.choose(
        (plus(day, -700), make.near(add_months(day, -12))),
        (plus(day, -700), add_months(day, -12)),
        (make.near(day), None),
        (day, None),
        (plus(day, -90), make.near(day)),
    )
    if make.chance(0.8):
        make_case(make, make.choose(family, other_family), child, start, end)


def make_follow_ups(make, family):
    children = [
        row["person_id"] for row in make.rows("people") if row["family_id"] == family and row["role"] == "child"
    ]
    for case in [row for row in make.rows("cases") if row["family_id"] == family and row["ended_on"]]:
        for child in children:
            for months in (0, 6, 12, 18, 24):
                if make.chance(0.5):
                    make_follow_up(make, case, child, months)


def make_follow_up(make, case, child, months):
    """One follow-up or several; never two equally far from the anniversary, for which there is no rule."""
    anniversary = add_months(case["ended_on"], months)
    offsets = make.random.sample([-43, -42, -41, -12, -3, 0, 1, 9, 20, 40, 43, 44], make.choose(1, 1, 1, 2, 3))
    for offset in offsets:
        if offset == 43 and -43 in offsets:
            continue
        make.add(
            "follow_ups",
            case_id=case["case_id"],
            person_id=child,
            milestone_months=make.choose(*[months] * 9, 3),
            observed_on=plus(anniversary, offset),
            living=make.choose(*LIVING),
            in_education_or_work=make.choose(True, False, None),
        )
