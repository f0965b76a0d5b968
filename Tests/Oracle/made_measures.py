"""Invented assessments and costs."""

from decimal import Decimal

from days import plus
from questions import PROGRAMMES


def make_assessment(make, case, instrument, occasion, day, scores, informant="parent", person=None):
    """An assessment with its scores; none if the case already has one of the instrument and occasion that day,
    for there is no rule to say which of two on a day comes last."""
    taken = [
        row
        for row in make.rows("assessments")
        if (row["case_id"], row["instrument"], row["occasion"], row["completed_on"])
        == (case and case["case_id"], instrument, occasion, day)
    ]
    if taken and instrument != "tam-r":
        return
    assessment = make.identifier("assessments", "A")
    make.add(
        "assessments",
        assessment_id=assessment,
        case_id=case and case["case_id"],
        person_id=person,
        instrument=instrument,
        informant=informant,
        occasion=occasion,
        completed_on=day,
    )
    for item, value in scores.items():
        make.add("scores", assessment_id=assessment, item=item, value=value)


def make_sdqs(make, case):
    family = [row["person_id"] for row in make.rows("people") if row["family_id"] == case["family_id"]]
    closure = case["ended_on"] or plus(case["started_on"], 150)
    for occasion, day in (("baseline", case["started_on"]), ("closure", closure)):
        for _ in range(make.choose(0, 1, 1, 2, 2, 3)):
            about = make.choose(*[case["person_id"]] * 5, None, make.choose(*family, None))
            informant = make.choose(*["parent"] * 9, "teacher", "self", "caregiver")
            when = plus(day, make.choose(0, 1, -1, 5, 30))
            instrument = make.choose(*["sdq"] * 20, "sdq-impact")
            kept = None if make.chance(0.03) else case
            named = make.choose(*[occasion] * 15, "review_1", "follow_up_6")
            make_assessment(make, kept, instrument, named, when, sdq_scores(make, occasion), informant, about)


def sdq_scores(make, occasion):
    """A total, the items, the items with some missing, both, or nothing."""
    total = {"total": make.whole(10, 38) if occasion == "baseline" else make.whole(0, 30)}
    if make.chance(0.2):
        total = {"total": make.choose(13, 14, 16, 17, 19, 20, 23, 24)}
    items = {str(item): make.whole(0, 2) for item in range(1, 26)}
    missing = make.random.sample(range(1, 26), make.choose(1, 3, 6, 9))
    some = {item: value for item, value in items.items() if int(item) not in missing}
    return make.choose(total, total, total, items, some, some, {**items, **total}, {**some, **total}, {}, {"impact": 4})


def make_satisfaction(make, case):
    for _ in range(make.choose(0, 1, 1, 2)):
        items = {str(item): make.whole(6, 10) for item in range(1, 4) if make.chance(0.85)}
        day = plus(case["ended_on"] or case["started_on"], make.choose(0, 1, 14))
        occasion = make.choose("closure", "closure", "closure", "review_1")
        informant = make.choose("parent", "self", "caregiver")
        make_assessment(make, case, "mst-satisfaction", occasion, day, items, informant)


def make_tam_rs(make, family):
    """Adherence readings of a family's cases; at times the four whose mean is 0.61 to the last digit."""
    cases = [row for row in make.rows("cases") if row["family_id"] == family]
    if not cases:
        return
    if make.chance(0.3):
        first, last = make.random.choice(make.periods)
        case = make.random.choice(cases)
        for value in ("0.52", "0.59", "0.57", "0.76"):
            beside = make.choose(case, case, make.random.choice(cases))
            day = plus(first, make.whole(0, (last - first).days))
            make_assessment(make, beside, "tam-r", "monthly", day, {"total": value}, "caregiver")
    for _ in range(make.choose(0, 0, 1, 2)):
        scores = make.choose({"total": f"0.{make.whole(50, 75)}"}, {"total": "0.61"}, {"1": 3, "2": 4}, {})
        make_assessment(make, make.random.choice(cases), "tam-r", "monthly", make.in_period(), scores, "caregiver")


def make_fft_coms(make, case):
    """Readings at baseline and phase 1, apart by exactly 1, by a hundredth less, or by something else."""
    base, day = Decimal(make.whole(10, 35)) / 10, make.in_period()
    bases = [base]
    for _ in range(make.choose(1, 1, 2)):
        scores = make.choose({"total": base}, {"total": base}, {"total": base}, {})
        make_assessment(make, case, "fft-com", "baseline", day, scores, make.choose("self", "parent"))
        base, day = base + make.choose(Decimal("-0.5"), Decimal("0.3")), plus(day, make.choose(-3, 1, 40))
        bases.append(base)
    for _ in range(make.choose(0, 1, 1, 2)):
        total = make.choose(bases[0], *bases[:-1]) + Decimal(make.choose("1", "1", "1", "0.99", "1.3", "0.7", "-1"))
        when = plus(day, make.whole(-40, 400))
        occasion = make.choose("phase_1", "phase_1", "phase_1", "phase_1", "phase_2")
        make_assessment(make, case, "fft-com", occasion, when, {"total": total}, make.choose("self", "parent"))


def make_costs(make):
    for _ in range(make.whole(0, 12)):
        first = make.day()
        last = plus(first, make.choose(0, 27, 89, 365, make.whole(1, 500)))
        amount = f"{make.whole(0, 90_000)}.{make.whole(0, 99):02d}"
        programme = make.choose(*PROGRAMMES, "never-opened")
        row = {"cost_id": make.identifier("costs", "K"), "programme": programme, "heading": make.choose("staff", None)}
        make.add("costs", **row, **{"from": first, "to": last, "amount": amount})
