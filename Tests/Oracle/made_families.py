"""Invented families: their people, referrals, cases and allocations."""

from datetime import date

from days import add_months, plus
from questions import PROGRAMMES

SURNAMES = ["Ashdown", "Brambley", "Coldfield", "Dunmere", "Elmstead", "Fairlie", "O'Hollow", "Zoë-Marsh"]
FORENAMES = ["Alex", "Billie", "Charlie", "Dee", "Éloise", "Frankie", "Sam", "Zed"]
TIERS = ("low", "medium", "high", None)
# The day before someone born on 29 February 2000 is 18.
EVE = date(2018, 2, 28)
REASONS = ("completed", "completed", "completed", "disengaged", "moved_away", "entered_care", "other", None)


def make_organisations(make):
    make.add("organisations", organisation_id="O1", name="Example Borough Council", kind="local_authority")
    make.add("organisations", organisation_id="O2", name="Example Family Charity", kind="provider")


def make_workers(make):
    roles = ("therapist", "therapist", "therapist", "key_worker", "supervisor", "programme_manager", "business_support")
    for _ in range(14):
        start = make.choose(None, make.day(), make.day())
        end = make.choose(None, None, make.end(start) if start else make.day())
        make.add(
            "workers",
            worker_id=make.identifier("workers", "W"),
            name=make.choose(*FORENAMES),
            organisation_id=make.choose("O2", None),
            role=make.choose(*roles),
            programme=make.choose(*PROGRAMMES, None),
            wte=make.choose("1", "0.5", "0.8", "0.33", "0", None),
            started_on=start,
            ended_on=end,
        )


def make_family(make):
    """A family with its cases planned first, so that birthdays can fall on their days."""
    family = make.identifier("families", "F")
    make.add("families", family_id=family, name=make.choose(*SURNAMES), area=make.choose("North", "South", None))
    starts = [make.day() for _ in range(make.choose(0, 1, 1, 1, 2, 2, 3))]
    plans = [(start, make.end(start)) for start in starts]
    if plans and make.chance(0.2):
        plans.append((plans[0][0], make.end(plans[0][0])))
    comes_of_age = make.chance(0.15)
    if comes_of_age:
        plans.append(make.choose((EVE, None), (plus(EVE, -90), EVE), (EVE, plus(EVE, 120))))
    birthdays = [day for plan in plans for day in plan if day] + make.as_at + [make.periods[0][0]]
    for _ in range(make.whole(0, 4)):
        make_person(make, family, "child", birthdays)
    if comes_of_age:
        make_person(make, family, "child", birthdays)["date_of_birth"] = "2000-02-29"
    for _ in range(make.choose(0, 1, 1, 2)):
        make_person(make, family, make.choose("parent_carer", "other_adult"), birthdays)
    make_cases(make, family, plans)
    return family


def make_person(make, family, role, birthdays):
    born = birth(make, role, birthdays)
    died = make.near(make.random.choice(make.as_at)) if make.chance(0.06) and born and born < "2010" else None
    return make.add(
        "people",
        person_id=make.identifier("people", "P"),
        family_id=family,
        forename=make.choose(*FORENAMES),
        surname=make.choose(*SURNAMES),
        date_of_birth=born,
        sex=make.choose("M", "F", "F", "M", "U", None),
        ethnicity=make.choose("WBRI", "WBRI", "MWBC", "AIND", None),
        role=role,
        child_id=f"L{make.identifier('people', '')}" if role == "child" and make.chance(0.35) else None,
        died_on=died,
    )


def birth(make, role, birthdays):
    """A date of birth: missing, partial, on a leap day, not yet come, or making a birthday of a day that counts."""
    if make.chance(0.07):
        return None
    if role != "child" and make.chance(0.85):
        return str(plus(make.as_at[0], -make.whole(19 * 366, 50 * 365)))
    day = add_months(make.near(make.random.choice(birthdays)), -12 * make.choose(18, 18, 18, 18, 14, 0))
    if make.chance(0.45):
        day = plus(make.as_at[0], -make.whole(-200, 18 * 365))
    if make.chance(0.06):
        return make.choose("2000-02-29", "2002-02", "2004-02", "2001", "2000-02-29")
    return str(day)[: make.choose(10, 10, 10, 10, 10, 10, 7, 4)]


def make_cases(make, family, plans):
    people = [row for row in make.rows("people") if row["family_id"] == family]
    children = [row["person_id"] for row in people if row["role"] == "child"]
    mst_only = make.chance(0.3)
    for start, end in plans:
        child = make.choose(*children) if children and make.chance(0.88) else None
        make_case(make, family, child, start, end, make.choose(*PROGRAMMES[:3]) if mst_only else None)
    if make.chance(0.3):
        make_referral(make, family, make.choose(*children, None), make.day(), make.choose(*PROGRAMMES, None))


def make_case(make, family, child, start, end, programme=None):
    programme = programme or make.choose(*PROGRAMMES, "mst", "fft")
    referral = None
    if make.chance(0.8):
        received = plus(start, -make.choose(0, 1, 14, 30, 61, 90, -1))
        own = make.choose(programme, programme, programme, None, make.choose(*PROGRAMMES))
        referral = make_referral(make, family, child, received, own)["referral_id"]
    case = make.add(
        "cases",
        case_id=make.identifier("cases", "C"),
        referral_id=referral,
        family_id=family,
        person_id=child,
        programme=programme,
        organisation_id=make.choose("O2", None),
        tier=make.choose(*TIERS),
        started_on=start,
        ended_on=end,
        end_reason=make.choose(*REASONS) if end else None,
    )
    for _ in range(make.choose(0, 1, 1, 2)):
        make_allocation(make, case)
    return case


def make_referral(make, family, child, received, programme):
    return make.add(
        "referrals",
        referral_id=make.identifier("referrals", "R"),
        family_id=family,
        person_id=child,
        received_on=received,
        source=make.choose("school", "police", "self", "other"),
        route=make.choose("nomination", "step_down", "other"),
        programme=programme,
        tier=make.choose(*TIERS),
        decision=make.choose("accepted", "accepted", "pending", "declined"),
    )


def make_allocation(make, case):
    first = max(make.choose(make.near(case["started_on"]), case["started_on"], make.day()), case["started_on"])
    last = make.choose(None, make.near(make.as_at[0]), make.day(), case["ended_on"])
    make.add(
        "allocations",
        **{
            "case_id": case["case_id"],
            "worker_id": make.random.choice(make.rows("workers"))["worker_id"],
            "role": make.choose("key_worker", "key_worker", "key_worker", "therapist", "supervisor"),
            "from": first,
            "to": None if last is None else max(first, last),
        },
    )
