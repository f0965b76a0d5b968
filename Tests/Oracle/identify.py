"""Which families meet the later criteria sets, and by what: a second, plain reading of their definitions."""

from collections import Counter

from days import add_months, age_on, is_running, plus
from intelligence import criteria_met, grounds, is_identified

SETS = {"troubled-families-2012": 3, "troubled-families-2015": 2, "supporting-families-2022": 3}


def identify(package, as_at, criteria):
    """Standing, criteria met and what is on record, as `homeward identify --just-short` prints them."""
    met = {row["family_id"]: criteria_of(package, row["family_id"], as_at, criteria) for row in package.families}
    standing = {family: standing_of(package, family, met[family], as_at, criteria) for family in met}
    listed = {family: (standing[family], sorted(met[family])) for family in met if standing[family]}
    identified = [family for family in listed if standing[family] != "just_short"]
    return {
        "families": listed,
        "overlaps": Counter(tuple(sorted(met[family])) for family in identified),
        "assessable": assessable(package, as_at, criteria),
        "open": {family for family in listed if has_open_case(package, family, as_at)},
        "nominated": {family for family in listed if is_nominated(package, family, as_at)},
    }


def criteria_of(package, family, as_at, criteria):
    if criteria == "troubled-families-2012":
        return criteria_met(package, family, as_at)
    rules = RULES[criteria]
    return {name for name, (months, rule) in rules.items() if rule(Reading(package, family, as_at, months))}


def standing_of(package, family, met, as_at, criteria):
    if criteria == "troubled-families-2012":
        number = len(grounds(met))
        if is_identified(package, family, met, as_at, criteria):
            return "qualifies" if number == 3 else "by_discretion"
    else:
        number = len(met)
        if number >= SETS[criteria]:
            return "qualifies"
    return "just_short" if number == SETS[criteria] - 1 else None


class Reading:
    """The facts of one family in the months up to a day."""

    def __init__(self, package, family, as_at, months):
        self.package, self.family, self.as_at = package, family, as_at
        self.first = plus(add_months(as_at, -months), 1)
        self.people = package.people_of[family]
        self.children = [person for person in self.people if person["role"] == "child"]

    def is_recent(self, day):
        return self.first <= day <= self.as_at

    def events(self, kind, of):
        return [
            event
            for event in self.package.events
            if event["kind"] == kind
            and self.is_recent(event["on"])
            and (event["person_id"] in {p["person_id"] for p in of} or (of is self.people and event["family_id"] == self.family))
        ]

    def of_family(self, kind, least=1):
        return len(self.events(kind, self.people)) >= least

    def of_one_child(self, kind, least=1):
        return any(
            sum(e["person_id"] == child["person_id"] for e in self.events(kind, [child])) >= least
            for child in self.children
        )

    def proven(self, old):
        """A proven offence by a person whose age then passes."""
        for person in self.people:
            for event in self.package.events_of[person["person_id"]]:
                if event["kind"] == "offence" and event["proven"] and self.is_recent(event["on"]):
                    age = age_on(person, event["on"])
                    if age is not None and old(age):
                        return True
        return False

    def often_absent(self):
        for child in self.children:
            rows = [
                row
                for row in self.package.attendance
                if row["person_id"] == child["person_id"] and self.is_recent(row["to"])
            ]
            possible = sum(row["sessions_possible"] for row in rows)
            missed = sum(row["authorised_absences"] + row["unauthorised_absences"] for row in rows)
            if possible > 0 and 10 * missed >= possible:
                return True
        return False

    def on_benefit(self):
        return any(
            row["status"] == "out_of_work_benefit" and is_running(row, self.as_at)
            for person in self.people
            if person["role"] != "child"
            for row in self.package.work_status
            if row["person_id"] == person["person_id"]
        )

    def in_care(self):
        """A night of the time in care: its last night is the one before the end."""
        return any(
            row["started_on"] <= self.as_at
            and (row["ended_on"] is None or (row["ended_on"] > row["started_on"] and row["ended_on"] > self.first))
            for child in self.children
            for row in self.package.placements_of[child["person_id"]]
        )

    def referred(self, *routes):
        return any(
            row["family_id"] == self.family and row["route"] in routes and self.is_recent(row["received_on"])
            for row in self.package.referrals
        )


def schooling(r):
    return r.often_absent() or r.of_one_child("fixed_exclusion", 3) or r.of_one_child("permanent_exclusion")


RULES = {
    "troubled-families-2015": {
        "crime": (12, lambda r: r.proven(lambda age: True) or r.of_family("asb_incident")),
        "education": (12, schooling),
        "children": (
            12,
            lambda r: r.in_care()
            or r.referred("common_assessment", "social_care_nfa", "step_down", "return_home")
            or r.of_one_child("missing_episode"),
        ),
        "work": (12, lambda r: r.on_benefit()),
        "domestic_abuse": (12, lambda r: r.of_family("domestic_abuse_incident")),
    },
    "supporting-families-2022": {
        "education": (8, schooling),
        "safety": (12, lambda r: r.in_care() or r.of_one_child("missing_episode")),
        "crime": (
            12,
            lambda r: r.proven(lambda age: True)
            or r.of_one_child("arrest")
            or r.of_family("asb_incident")
            or r.of_family("police_callout", 3),
        ),
        "domestic_abuse": (12, lambda r: r.of_family("domestic_abuse_incident")),
        "finance": (12, lambda r: r.on_benefit()),
    },
}

# The facts a criterion asks for: it can be assessed where any of them is on record by the day.
FACTS = {
    "troubled-families-2012": {
        "education": ("permanent_exclusion", "fixed_exclusion", "attendance"),
        "crime": ("offence",),
        "asb": ("asb_incident",),
        "work": ("work_status",),
    },
    "troubled-families-2015": {
        "crime": ("offence", "asb_incident"),
        "education": ("permanent_exclusion", "fixed_exclusion", "attendance"),
        "children": ("placements", "referrals", "missing_episode"),
        "work": ("work_status",),
        "domestic_abuse": ("domestic_abuse_incident",),
        "health": (),
    },
    "supporting-families-2022": {
        "education": ("permanent_exclusion", "fixed_exclusion", "attendance"),
        "early_years": (),
        "health": (),
        "substances": (),
        "relationships": (),
        "safety": ("placements", "missing_episode"),
        "crime": ("offence", "arrest", "asb_incident", "police_callout"),
        "domestic_abuse": ("domestic_abuse_incident",),
        "housing": (),
        "finance": ("work_status",),
    },
}
DATES = {"attendance": "to", "work_status": "from", "placements": "started_on", "referrals": "received_on"}


def assessable(package, as_at, criteria):
    def is_held(fact):
        if fact in DATES:
            return any(row[DATES[fact]] <= as_at for row in getattr(package, fact))
        return any(event["kind"] == fact and event["on"] <= as_at for event in package.events)

    return {name: any(is_held(fact) for fact in facts) for name, facts in FACTS[criteria].items()}


def has_open_case(package, family, as_at):
    return any(
        case["family_id"] == family
        and case["started_on"] <= as_at
        and not (case["ended_on"] is not None and case["ended_on"] <= as_at)
        for case in package.cases
    )


def is_nominated(package, family, as_at):
    return any(
        row["family_id"] == family
        and row["route"] in ("data_match", "nomination")
        and row["decision"] in ("pending", "waiting")
        and row["received_on"] <= as_at
        for row in package.referrals
    )


def printed(answer):
    """The same from what the program prints."""
    families = answer["families"]
    return {
        "families": {
            row["family_id"]: (row["standing"], sorted(item["id"] for item in row["criteria"])) for row in families
        },
        "overlaps": Counter({tuple(sorted(row["criteria"])): row["families"] for row in answer["overlaps"]}),
        "assessable": {row["id"]: row["assessable"] for row in answer["criteria"]},
        "open": {row["family_id"] for row in families if row["open_case"]},
        "nominated": {row["family_id"] for row in families if row["nominated"]},
    }


def differences(expected, answer):
    found = printed(answer)
    return [
        f"{part}: {sorted(map(str, set(items(expected[part])) ^ set(items(found[part]))))[:6]}"
        for part in expected
        if expected[part] != found[part]
    ]


def items(part):
    return [(key, str(value)) for key, value in part.items()] if isinstance(part, dict) else part
