"""The report `intelligence`: the Derby programme, by the criteria set `troubled-families-2012`."""

from days import add_months, age_on, is_open, is_running, is_under_18
from values import count

TIERS = ("low", "medium", "high")


def intelligence(package, as_at, criteria):
    met = {row["family_id"]: criteria_met(package, row["family_id"], as_at) for row in package.families}
    identified = [family for family in met if is_identified(package, family, met[family], as_at, criteria)]
    people = [
        person
        for family in identified
        for person in package.people_of[family]
        if not (person["died_on"] is not None and person["died_on"] <= as_at)
    ]
    ages = [age_on(person, as_at) for person in people]
    open_cases = {
        family: [case for case in package.cases if case["family_id"] == family and is_open(case, as_at)]
        for family in identified
    }
    led = [family for family in identified if has_lead_worker(package, open_cases[family], as_at)]
    tiers = [highest_tier(open_cases[family]) for family in identified]
    figures = {
        "families.identified": count(len(identified)),
        "people.in_families": count(len(people)),
        "people.aged_14_17": count(
            sum(age is not None and 14 <= age <= 17 for age in ages),
            sum(person["date_of_birth"] is None for person in people),
        ),
        "families.with_lead_worker": count(len(led)),
        "criteria.all.families": count(sum(len(grounds(met[family])) == 3 for family in identified)),
    }
    for criterion in ("education", "crime", "asb", "work"):
        figures[f"criterion.{criterion}.families"] = count(sum(criterion in met[family] for family in identified))
    for tier in TIERS:
        figures[f"tier.{tier}.families"] = count(tiers.count(tier))
    return figures


def criteria_met(package, family, as_at):
    people = package.people_of[family]

    def is_recent(day):
        return add_months(as_at, -12) < day <= as_at

    events = [
        (person, event)
        for person in people
        for event in package.events_of[person["person_id"]]
        if is_recent(event["on"])
    ]
    met = set()
    if any(e["kind"] == "offence" and e["proven"] and is_under_18(person, e["on"]) for person, e in events):
        met.add("crime")
    if any(e["kind"] == "asb_incident" for _, e in events) or any(
        e["kind"] == "asb_incident" and e["family_id"] == family and is_recent(e["on"]) for e in package.events
    ):
        met.add("asb")
    for person in people:
        kinds = [e["kind"] for owner, e in events if owner is person]
        if person["role"] == "child" and (
            "permanent_exclusion" in kinds
            or kinds.count("fixed_exclusion") >= 3
            or is_often_absent(package, person, is_recent)
        ):
            met.add("education")
        if person["role"] != "child" and is_out_of_work(package, person, as_at):
            met.add("work")
    return met


def is_often_absent(package, person, is_recent):
    rows = [row for row in package.attendance if row["person_id"] == person["person_id"] and is_recent(row["to"])]
    possible = sum(row["sessions_possible"] for row in rows)
    return possible > 0 and 100 * sum(row["unauthorised_absences"] for row in rows) >= 15 * possible


def is_out_of_work(package, person, as_at):
    return any(
        row["person_id"] == person["person_id"] and row["status"] == "out_of_work_benefit" and is_running(row, as_at)
        for row in package.work_status
    )


def grounds(met):
    """The three of the criteria set: crime and asb are one."""
    return {"crime or asb" if criterion in ("crime", "asb") else criterion for criterion in met}


def is_identified(package, family, met, as_at, criteria):
    return len(grounds(met)) == 3 or (
        len(grounds(met)) == 2
        and any(
            row["family_id"] == family
            and row["criteria"] == criteria
            and row["set_on"] <= as_at
            and not (row["withdrawn_on"] is not None and row["withdrawn_on"] <= as_at)
            for row in package.discretion
        )
    )


def has_lead_worker(package, open_cases, as_at):
    case_ids = {case["case_id"] for case in open_cases}
    return any(
        row["case_id"] in case_ids and row["role"] == "key_worker" and is_running(row, as_at)
        for row in package.allocations
    )


def highest_tier(open_cases):
    tiers = [TIERS.index(case["tier"]) for case in open_cases if case["tier"] is not None]
    return TIERS[max(tiers)] if tiers else None
