"""Invented evidence of the criteria, on both sides of every line that they draw, and the offences about a case."""

from days import add_months, birth_day, plus


def make_event(make, kind, day, person=None, family=None, proven=None):
    make.add(
        "events",
        **{
            "event_id": make.identifier("events", "E"),
            "person_id": person,
            "family_id": family,
            "kind": kind,
            "on": day,
            "source": "police",
            "proven": proven,
        },
    )


def recent(make):
    """A day in the last 12 months as at one of the days asked about, often the first, the last or the one beyond."""
    day = make.random.choice(make.as_at)
    year_before = add_months(day, -12)
    inside = plus(day, -make.whole(0, 364))
    return make.choose(inside, inside, inside, inside, day, plus(year_before, 1), year_before, plus(day, 1))


def make_offences(make, case):
    """Offences of the index child on the edges of before, during and after the case."""
    start, end = case["started_on"], case["ended_on"] or make.as_at[0]
    edges = [add_months(start, -6), start, end, add_months(end, 4), make.as_at[0]]
    for _ in range(make.choose(0, 0, 1, 1, 2)):
        day = make.near(make.random.choice(edges))
        kind = make.choose("offence", "offence", "offence", "arrest")
        make_event(make, kind, day, case["person_id"], None, make.choose(True, False, None))


def make_evidence(make, family):
    people = [row for row in make.rows("people") if row["family_id"] == family]
    children = [row for row in people if row["role"] == "child"]
    adults = [row for row in people if row["role"] != "child"]
    if make.chance(0.6):
        make_plain_evidence(make, family, children, adults)
    for _ in range(make.choose(0, 1, 2, 2) if people else 0):
        make_crime(make, family, make.choose(*people, *children))
    if make.chance(0.35):
        make_asb(make, family, people)
    for _ in range(make.choose(0, 1, 1, 2) if children else 0):
        make_schooling(make, family, children if make.chance(0.8) else people)
    for _ in range(make.choose(0, 1, 1, 2) if people else 0):
        make_work(make, make.random.choice(adults if adults and make.chance(0.9) else people))
    if make.chance(0.6):
        make_discretion(make, family)
    if people and make.chance(0.5):
        make_household(make, family, people)


def make_household(make, family, people):
    """What happens at home: of one person, of the family, or of both at once; callouts by twos and threes."""
    for kind in make.random.sample(("domestic_abuse_incident", "missing_episode", "police_callout", "arrest"), 2):
        for _ in range(make.choose(1, 2, 3) if kind == "police_callout" else 1):
            person = make.choose(None, *people)
            named = person["person_id"] if person else None
            make_event(make, kind, recent(make), named, family if named is None or make.chance(0.3) else None)


def make_plain_evidence(make, family, children, adults):
    """Two of the three criteria met beyond doubt, so that the edges of the third decide."""
    for criterion in make.random.sample(("asb", "education", "work"), 2):
        if criterion == "asb":
            make_event(make, "asb_incident", plus(make.as_at[0], -60), None, family)
        if criterion == "education" and children:
            make_event(make, "permanent_exclusion", plus(make.as_at[0], -60), children[0]["person_id"])
        if criterion == "work" and adults:
            work_status(make, adults[0], "out_of_work_benefit", plus(make.as_at[0], -400), None)


def make_crime(make, family, person):
    """An offence, at times on the eve or the day of the 18th birthday, unproven, or naming the family alone."""
    day, born = recent(make), birth_day(person.get("date_of_birth"))
    if born and make.chance(0.15):
        day = make.near(add_months(born, 216))
    if born and day < born:
        day = born
    named = make.choose(*[(person["person_id"], None)] * 6, (person["person_id"], family), (None, family))
    make_event(make, "offence", day, *named, make.choose(True, True, True, True, False, None))


def make_asb(make, family, people):
    person = make.choose(*[row["person_id"] for row in people], None)
    named = (person, None) if person and make.chance(0.5) else (None, family)
    kind = make.choose("asb_incident", "asb_incident", "asb_incident", "police_callout")
    make_event(make, kind, recent(make), *named)
    if make.chance(0.1):
        make_event(make, "asb_incident", recent(make))


def make_schooling(make, family, children):
    """A permanent exclusion, three fixed ones of one child or across children, or absences about 15 %."""
    child = make.random.choice(children)["person_id"]
    way = make.choose(1, 2, 3, 3, 4, 4)
    if way == 1:
        make_event(make, "permanent_exclusion", recent(make), child)
    elif way == 2:
        for _ in range(make.choose(2, 3, 3, 4)):
            make_event(make, "fixed_exclusion", recent(make), child)
    elif way == 3:
        for n in range(3):
            make_event(make, "fixed_exclusion", recent(make), children[n % len(children)]["person_id"])
    else:
        make_attendance(make, child)
    if make.chance(0.1):
        make_event(make, "permanent_exclusion", recent(make), None, family)


def make_attendance(make, child):
    rows = make.choose(
        [(100, 15)],
        [(100, 14)],
        [(60, 0), (60, 18)],
        [(60, 0), (60, 17)],
        [(0, 0)],
        [(133, 20)],
        [(130, 20), (70, 10), (120, 18)],
        [(20, 3), (0, 0)],
    )
    for possible, missed in rows:
        last = recent(make)
        make.add(
            "attendance",
            **{
                "person_id": child,
                "from": plus(last, -make.choose(0, 40, 90)),
                "to": last,
                "sessions_possible": possible,
                "authorised_absences": make.whole(0, max(0, possible - missed) // 4),
                "unauthorised_absences": missed,
                "source": "school census",
            },
        )


def make_work(make, person):
    day = make.random.choice(make.as_at)
    first = make.choose(make.near(day), plus(day, -300), plus(day, -300), plus(day, -20))
    last = make.choose(None, None, make.near(day), day, plus(day, 60))
    status = make.choose(*["out_of_work_benefit"] * 6, "employed")
    work_status(make, person, status, first, None if last is None else max(first, last))


def work_status(make, person, status, first, last):
    row = {"person_id": person["person_id"], "status": status, "benefit": make.choose("JSA", None)}
    make.add("work_status", **row, **{"from": first, "to": last})


def make_discretion(make, family):
    day = make.random.choice(make.as_at)
    set_on = make.choose(make.near(day), plus(day, -50))
    withdrawn = make.choose(None, None, make.near(day), day)
    make.add(
        "discretion",
        family_id=family,
        criteria=make.choose(*["troubled-families-2012"] * 5, "troubled-families-2015"),
        set_on=set_on,
        set_by="Head of service",
        reason="Two criteria and local concern",
        withdrawn_on=None if withdrawn is None else max(set_on, withdrawn),
    )
