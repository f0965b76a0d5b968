"""The report `performance`: the Leicester answers, one set for each programme and one for all."""

from fractions import Fraction

from days import add_months, each_day, is_open, is_under_18
from values import count, mean, median, number, quotient, share

MILESTONES = {"close": 0, "6": 6, "12": 12, "18": 18, "24": 24}
# Which of several follow-ups within the 42 days decides is not said. It is read like the several SDQs of one occasion,
# the last; the other reading is the "nearest" the anniversary.
SEVERAL_FOLLOW_UPS = "last"


def performance(package, first, last):
    period = each_day(first, last)
    figures = {}
    for programme in sorted({case["programme"] for case in package.cases}):
        figures.update(programme_figures(package, period, programme))
    figures.update(programme_figures(package, period, "all"))
    figures.update(reunified_figures(package, period))
    return figures


def programme_figures(package, period, programme):
    def of_programme(row):
        return programme == "all" or row["programme"] == programme

    cases = [case for case in package.cases if of_programme(case)]
    families = families_served(cases, period)
    children = children_served(package, cases, period)
    figures = {"families.served": count(len(families)), "children.served": count(len(children))}
    if programme == "all" or programme.startswith("mst"):
        mst_cases = [case for case in cases if case["programme"].startswith("mst")]
        figures.update(adherence_figures(package, mst_cases, period))
    if programme == "all" or programme.startswith("fft"):
        fft_cases = [case for case in cases if case["programme"].startswith("fft")]
        figures.update(improved_figures(package, fft_cases, period))
    therapists = [row for row in package.workers if row["role"] == "therapist" and of_programme(row)]
    figures["caseload"] = caseload(cases, therapists, period)
    figures.update(waiting_figures(package, cases, period))
    figures.update(home_figures(package, cases, period))
    figures["completed.share"] = completed(cases, period)
    pounds = sum(cost_in(row, period) for row in package.costs if of_programme(row))
    figures["cost.per_family"] = quotient(pounds, len(families))
    figures["cost.per_child"] = quotient(pounds, len(children))
    return {f"{programme}.{name}": figure for name, figure in figures.items()}


def is_in(day, period):
    return day is not None and period[0] <= day <= period[-1]


def open_days(case, period):
    return {day for day in period if is_open(case, day)}


def families_served(cases, period):
    return {case["family_id"] for case in cases if open_days(case, period)}


def children_served(package, cases, period):
    return {
        person["person_id"]
        for case in cases
        if open_days(case, period)
        for person in package.people_of[case["family_id"]]
        if person["role"] == "child" and is_under_18(person, max(case["started_on"], period[0]))
    }


def adherence_figures(package, cases, period):
    totals, days = {}, {}
    for case in cases:
        family = case["family_id"]
        days.setdefault(family, set()).update(open_days(case, period))
        for assessment, total in package.readings(case, "tam-r"):
            if is_in(assessment["completed_on"], period):
                totals.setdefault(family, []).append(total)
    means = {family: mean(values) for family, values in totals.items()}
    expected = [family for family in days if len(days[family]) >= 28]
    return {
        "adherence.mean": number(mean(list(means.values()))),
        "adherence.adherent.share": share(sum(value >= Fraction("0.61") for value in means.values()), len(means)),
        "adherence.coverage.share": share(sum(family in means for family in expected), len(expected)),
    }


def improved_figures(package, cases, period):
    improved, known, unknown = 0, 0, 0
    for case in cases:
        baselines = package.readings(case, "fft-com", "baseline")
        if not baselines:
            continue
        first, base = min(baselines, key=lambda reading: reading[0]["completed_on"])
        if not is_in(first["completed_on"], period):
            continue
        later = [total for _, total in package.readings(case, "fft-com", "phase_1")]
        if later:
            known += 1
            improved += max(later) - base >= 1
        else:
            unknown += 1
    return {"improved.share": share(improved, known, unknown)}


def caseload(cases, therapists, period):
    case_days = sum(len(open_days(case, period)) for case in cases)
    post_days = sum(len(open_days(row, period)) * (row["wte"] or 0) for row in therapists)
    return quotient(case_days, post_days)


def waiting_figures(package, cases, period):
    waits = [
        (case["started_on"] - package.referral[case["referral_id"]]["received_on"]).days
        for case in cases
        if is_in(case["started_on"], period) and case["referral_id"] is not None
    ]
    return {
        "referral_to_start.mean_days": number(mean(waits)),
        "referral_to_start.median_days": number(median(waits)),
    }


def home_figures(package, cases, period):
    figures = {}
    for name, months in MILESTONES.items():
        answers = [
            at_home(package, case, person, months)
            for case in cases
            if case["ended_on"] is not None and is_in(add_months(case["ended_on"], months), period)
            for person in package.people_of[case["family_id"]]
            if person["role"] == "child" and is_under_18(person, case["ended_on"])
        ]
        unknown = answers.count(None)
        figures[f"home.{name}.share"] = share(answers.count(True), len(answers) - unknown, unknown)
        figures[f"home.{name}.unknown"] = count(unknown)
    return figures


def at_home(package, case, person, months):
    """True, False, or None if it is not known."""
    anniversary = add_months(case["ended_on"], months)
    seen = [
        row
        for row in package.follow_ups
        if row["case_id"] == case["case_id"]
        and row["person_id"] == person["person_id"]
        and row["milestone_months"] == months
        and abs((row["observed_on"] - anniversary).days) <= 42
    ]
    if seen:
        living = deciding(seen, anniversary)["living"]
        return None if living == "unknown" else living in ("home", "other_family")
    if person["child_id"] is None and not package.placement_rows_of[person["person_id"]]:
        return None
    return not package.in_care(person["person_id"], anniversary)


def deciding(seen, anniversary):
    if SEVERAL_FOLLOW_UPS == "last":
        return max(seen, key=lambda row: row["observed_on"])
    return min(seen, key=lambda row: (abs((row["observed_on"] - anniversary).days), anniversary - row["observed_on"]))


def completed(cases, period):
    closed = [case for case in cases if is_in(case["ended_on"], period)]
    known = [case for case in closed if case["end_reason"] is not None]
    return share(sum(case["end_reason"] == "completed" for case in known), len(known), len(closed) - len(known))


def cost_in(row, period):
    """The part of a cost, spread evenly by day, that falls in the period."""
    own_days = each_day(row["from"], row["to"])
    return row["amount"] * Fraction(sum(is_in(day, period) for day in own_days), len(own_days))


def reunified_figures(package, period):
    children = [person for person in package.people if person["role"] == "child"]
    returned = [person for person in children if returns(package, person, period)]
    served = [
        person
        for person in returned
        if any(had_service(package, person, day) for day in returns(package, person, period))
    ]
    return {
        "reunified.children": count(len(returned)),
        "reunified.with_service.share": share(len(served), len(returned)),
    }


def returns(package, person, period):
    """The days in the period on which the person went home and did not come back into care within a week."""
    placements = package.placements_of[person["person_id"]]
    ends = [
        row["ended_on"]
        for row in placements
        if is_in(row["ended_on"], period) and row["reason_ceased"] in ("E4A", "E4B")
    ]
    return [day for day in ends if not any(0 <= (row["started_on"] - day).days <= 7 for row in placements)]


def had_service(package, person, day):
    """A case started before the return, and open at it or ended in the 12 months before."""
    return any(
        case["started_on"] < day
        and (is_open(case, day) or case["ended_on"] >= add_months(day, -12))
        for case in package.cases
        if case["person_id"] == person["person_id"]
        or (person["family_id"] is not None and case["family_id"] == person["family_id"])
    )
