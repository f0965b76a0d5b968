#!/usr/bin/env python3
"""Walks the whole pathway in a real browser, as the people involved, and asks every performance figure before and after.

First it tries to lose what they type (check_typed.py); `--only` does one of the two.

A school nominates two families by its link. The gateway accepts them, supervisors allocate them, a therapist assesses,
plans, records a week, reviews and closes; somebody else collects what the family says of the therapist, who may not; the
family answers by a one-time link; follow-ups come due, one is answered by the care record, one is asked, one is missed.
Every figure of the performance report must have moved by these two families and by nothing else.

    check_pathway.py --homeward .build/debug/homeward --axe axe.min.js [--made demonstration.db] [--shots FOLDER]
        [--only typed | pathway | NAME OF A TRIAL]
"""
import argparse
import os
import sys
from datetime import date, timedelta
from fractions import Fraction
from statistics import median

from selenium.webdriver.common.by import By

from check_typed import try_all
from walk import Fault, Service, Walk

NOMINATED = date(2026, 11, 2)
ACCEPTED = date(2026, 11, 9)
ALLOCATED = date(2026, 11, 10)
WEEK = date(2026, 11, 13)
REVIEWED = date(2026, 12, 9)
RATED = date(2026, 12, 14)
CLOSED = date(2027, 3, 9)
PERIOD = ("--from", "2026-09-01", "--to", "2029-12-31")
PERIOD_END = date(2030, 1, 1)

# People of the invented authority: two teams of therapists with their supervisors.
USERS = [
    ("olivia", "Olivia Appleby", "W002", "supervisor:team:MST A"),
    ("hao", "Hao Lau", "W005", "practitioner:team:MST A"),
    ("emma", "Emma Brearley", "W007", "practitioner:team:MST A"),
    ("fatou", "Fatou Okafor", "W035", "supervisor:team:FFT North"),
    ("yaw", "Yaw Agyeman", "W037", "practitioner:team:FFT North"),
]


def months(day, count):
    number = day.month - 1 + count
    return date(day.year + number // 12, number % 12 + 1, day.day)


class Pathway:
    def __init__(self, walk):
        self.walk = walk
        self.service = walk.service
        self.link = None

    # The school

    def make_link(self):
        """The gateway makes a link for a school, which is shown once."""
        walk = self.walk
        walk.become("gateway")
        walk.go("/referral-links")
        walk.fill({"agency": "O11", "source": "school"})
        walk.send("Make the link")
        links = walk.driver.find_elements(By.XPATH, "//main//*[contains(text(), '/refer/')]")
        if not links:
            raise Fault("the link is not shown\n" + walk.main())
        self.link = "/refer/" + links[0].text.split("/refer/")[1].split()[0]

    def step(self, name, values):
        """One page of the form: its question, its answers, and on."""
        self.walk.expect_path(rf"/referral/(?:[a-z0-9]+/)?{name}")
        self.walk.fill(values)
        self.walk.send("Save and continue")

    def nominate(self, child, born, brother, programme):
        """A school answers the form; gives the reference of the referral and its code."""
        walk = self.walk
        walk.become(f"anybody at {child}'s school")
        walk.go(self.link)
        walk.send("Start now")
        answers = {
            "programme": {"programme": programme},
            "agreement": {"family-agrees": "agrees"},
            "lawful-basis": {"lawful-basis": "consent"},
            "child": {"child-first": child, "child-last": "Inventedchild", "child-born": born, "child-sex": "M"},
            "home": {"home-address": "1 Made Up Lane", "home-area": "yes"},
            "carer": {"carer-first": "Robin", "carer-last": "Inventedcarer", "carer-contact": "01632 960001"},
            "others": {"others": "yes" if brother else "no"},
            "other-1": {
                "other-1-first": brother, "other-1-last": "Inventedchild", "other-1-role": "child",
                "other-1-born": date(2017, 5, 5), "other-1-more": "no",
            },
            "living": {"living": "home"},
            "social-care": {"protection-plan": "no", "edge-of-care": "yes"},
            "route": {"route": "nomination"},
            "issues": {"issue-school": "school", "story": f"{child} misses school and argues at home."},
            "hopes": {"hopes": "Fewer arguments."},
            "safety": {"safety": "A friendly dog."},
            "referrer": {
                "referrer-name": "Sasha Teacher", "referrer-job": "Head of year",
                "referrer-email": "sasha@school.example",
            },
        }
        for _ in range(30):
            page = walk.driver.current_url.rstrip("/").rsplit("/", 1)[1]
            if page == "check":
                break
            if page not in answers:
                raise Fault(f"an unknown page of the form: {page}\n{walk.main()}")
            fields = {}
            for name, value in answers[page].items():
                # A box of a question with several answers has a name of its own.
                if name.startswith("issue-"):
                    boxes = walk.driver.find_elements(By.CSS_SELECTOR, "main input[type=checkbox]")
                    fields[boxes[0].get_attribute("name")] = boxes[0].get_attribute("value")
                else:
                    fields[name] = value
            self.step(page, fields)
        walk.expect("The family’s hopes", child, "27 March 2012" if brother else "Robin")
        walk.send("Confirm and continue")
        walk.expect_path(r"/referral/(?:[a-z0-9]+/)?equalities")
        walk.send("Send the referral", twice=True)
        walk.expect("Referral sent")
        reference, code = [cell.text for cell in walk.driver.find_elements(By.CSS_SELECTOR, "main dd")][:2]
        return reference, code

    def ask_how_it_stands(self, reference, code, words):
        walk = self.walk
        walk.become(walk.who if walk.who.startswith("anybody") else "anybody at school")
        walk.go("/referral-progress")
        walk.fill({"reference": reference, "code": code})
        walk.send("Show how it stands")
        walk.expect(words)

    # The gateway

    def accept(self, reference, programme, place):
        """The gateway takes a referral on, accepts it and tells the referrer; gives the case."""
        walk = self.walk
        walk.become("gateway")
        walk.go("/gateway")
        walk.expect(reference)
        walk.go(f"/gateway/{reference}")
        walk.expect("Meets every rule of")
        walk.send("Take it on")
        walk.fill({"kind": "accept", "programme": programme, "tier": "high", "provider": place, "note": "Agreed."})
        walk.send("Record the decision", twice=True)
        walk.expect_path(f"/gateway/{reference}")
        walk.fill({"means": "email", "said": "Accepted: a therapist will ring."}, f"/gateway/{reference}/feedback")
        walk.send("Record what they were told")
        walk.expect("The referrer was told of the latest decision")
        found = self.service.sql("SELECT case_id FROM cases WHERE referral_id = ? AND to_change IS NULL", reference)
        if len(found) != 1:
            raise Fault(f"{reference} became {len(found)} cases")
        return found[0][0]

    # The team

    def allocate(self, supervisor, case, worker, on):
        walk = self.walk
        walk.become(supervisor)
        walk.go("/caseload")
        walk.expect(case, "Not allocated")
        walk.go("/supervision")
        walk.expect(case)
        walk.go(f"/cases/{case}/allocation")
        walk.expect("Not allocated")
        walk.fill({"worker": worker, "role": "therapist", "from": on})
        walk.send("Allocate the case")
        walk.expect("The case is allocated")

    def enter_scores(self, case, instrument, heading, fields, on):
        walk = self.walk
        walk.go(f"/cases/{case}/measures/new?instrument={instrument}")
        walk.fill({**fields, "completed": on})
        walk.send("Save the scores")
        walk.expect_path(r"/measures/\S+")
        walk.expect(heading)

    def assess(self, case):
        """The strengths and difficulties of the child as the parent sees them: a total of 26, very high."""
        walk = self.walk
        walk.become("hao")
        walk.go("/caseload")
        walk.expect(case)
        walk.go(f"/cases/{case}/measures")
        scores = {f"score-{item}": "1" for item in range(1, 26)}
        # Three problem items of each of four scales at 2; the positive items, which count the other way, at 0.
        scores |= {f"score-{item}": "2" for item in (3, 8, 5, 12, 2, 10)} | {f"score-{item}": "0" for item in (7, 21, 25, 11)}
        self.enter_scores(case, "sdq", "Very high", {"informant": "parent", "occasion": "baseline", **scores}, ALLOCATED)
        walk.go(f"/cases/{case}/measures")
        walk.expect("Strengths and Difficulties Questionnaire")
        walk.go(f"/cases/{case}/distance/new?instrument=distance-travelled&occasion=baseline")
        walk.fill({"worker-behaviour": "2", "family-behaviour": "3", "completed": ALLOCATED})
        walk.send("Save the levels")

    def plan(self, case):
        walk = self.walk
        walk.go(f"/cases/{case}/plan")
        walk.fill({"title": "Alex goes to school every day", "words": "I want mornings without shouting"})
        walk.send("Add the goal")
        walk.expect("The goal is saved", "I want mornings without shouting")
        walk.fill({"step": "Agree a morning routine", "who": "Robin and Hao", "by": WEEK + timedelta(days=7)})
        walk.send("Add the step")
        walk.expect("The step is saved")
        walk.fill({"agreed-by": "Robin Inventedcarer", "said": "That is what we need"})
        walk.send("Record the agreement")
        walk.expect("The agreement is recorded", "That is what we need")
        walk.go(f"/cases/{case}")
        walk.fill({"task": "Ring the head of year", "due": WEEK})
        walk.send("Add the task")
        walk.expect("The task is saved", "Ring the head of year")

    def record_week(self, case):
        """A week with three contacts of the case, on the page of all cases."""
        walk = self.walk
        walk.go("/week")
        rows = walk.driver.find_elements(By.CSS_SELECTOR, f"main input[value='{case}'][name$='-case']")
        if len(rows) < 3:
            raise Fault(f"the week has {len(rows)} rows for {case}")
        names = [row.get_attribute("name")[:-len("-case")] for row in rows[:3]]
        for name, (day, minutes, kind) in zip(
            names, [("2026-11-10", "90", "home_visit"), ("2026-11-12", "1:15", "home_visit"), ("2026-11-13", "20", "phone")]
        ):
            walk.fill({f"{name}-day": day, f"{name}-minutes": minutes, f"{name}-kind": kind, f"{name}-direct": "yes"})
        walk.fill({f"note-{case}": "Mornings are calmer; Robin tries the routine."})
        walk.send("Save the week", twice=True)
        walk.expect("The contacts are recorded", "90 minutes")
        found = self.service.sql("SELECT COUNT(*) FROM contacts WHERE case_id = ? AND to_change IS NULL", case)[0][0]
        if found != 3:
            raise Fault(f"a week of three contacts was recorded as {found}")
        walk.go(f"/cases/{case}/contacts")
        walk.expect("3 contacts, 185 minutes")

    def review(self, case):
        walk = self.walk
        walk.become("hao")
        walk.go("/caseload")
        walk.expect("First review")
        walk.go(f"/cases/{case}/reviews")
        walk.fill({"held": REVIEWED, "result": "continue", "family": "yes", "agencies": "school", "summary": "Going well"})
        walk.send("Record the review")
        walk.expect("The review is recorded", "Going well")

    def rate(self, case):
        """The therapist may not collect what the family says of the work; a colleague does."""
        walk = self.walk
        walk.become("hao")
        walk.go(f"/cases/{case}/adherence")
        walk.expect("Somebody else must do this")
        walk.become("emma")
        walk.go(f"/cases/{case}/adherence")
        workers = walk.driver.find_element(By.NAME, "collected-by").text
        if "Hao Lau" in workers or "Emma Brearley" not in workers:
            raise Fault(f"who may have collected it: {workers}")
        walk.fill({"informant": "caregiver", "occasion": "monthly", "collected-by": "W007", "completed": RATED})
        walk.fill({f"score-{item}": "1" if item <= 21 else "0" for item in range(1, 29)})
        walk.send("Save the scores")
        walk.expect("0.75")

    def family_link(self, case, choice):
        walk = self.walk
        walk.go(f"/cases/{case}/measures")
        walk.fill({"for": choice})
        walk.send("Make the link", twice=True)
        walk.expect("The link is made")
        link = walk.driver.find_element(By.XPATH, "//main//a[contains(@href, '/private/')]").get_attribute("href")
        return link[link.index("/private/"):]

    def family_answers(self, case):
        """The family sees its progress, and answers once by a link that needs no account."""
        walk = self.walk
        walk.become("hao")
        progress, answers = self.family_link(case, "progress"), self.family_link(case, "family-feedback closure")
        walk.become("anybody of the family")
        walk.go(progress)
        walk.expect("Your progress", "Alex goes to school every day")
        walk.go(answers)
        walk.fill({"score-listened": "5", "score-clear": "4", "score-useful": "5", "score-recommend": "5"})
        walk.fill({"words": "They came when they said they would"})
        walk.send("Send your answers", twice=True)
        walk.expect("Thank you for your answers")
        walk.go(answers)
        walk.expect("This link no longer works")
        walk.become("hao")
        walk.go(f"/cases/{case}/measures")
        walk.expect("Family feedback", "Answered")

    def close(self, case, child, brother):
        walk = self.walk
        walk.become("hao")
        scores = {f"score-{item}": "0" for item in range(1, 26)} | {f"score-{item}": "2" for item in (7, 21, 25, 11, 14)}
        closing = {"informant": "parent", "occasion": "closure", **scores}
        self.enter_scores(case, "sdq", "Close to average", closing, CLOSED)
        walk.go(f"/cases/{case}/closure")
        walk.send("Close the case")
        walk.expect("There is a problem", "Select why the case closes")
        walk.fill({
            "ended": CLOSED, "reason": "completed", "destination": "school", "exit": "Robin rings the school nurse.",
            f"living-{child}": "home", f"living-{brother}": "other_family", "drop-tasks": "yes",
        })
        goal = walk.driver.find_element(By.CSS_SELECTOR, "main select[name^='goal-']").get_attribute("name")
        walk.fill({goal: "achieved"})
        walk.send("Close the case")
        if walk.driver.find_elements(By.CSS_SELECTOR, "main [name=knowing]"):
            walk.fill({"knowing": "yes"})
            walk.send("Close the case", twice=True)
        walk.expect("The case is closed")

    def follow_up(self, case, months_after, seen):
        """Asks after the children at a milestone, on its day."""
        walk = self.walk
        day = months(CLOSED, months_after)
        self.service.day(day)
        walk.become("hao")
        walk.go("/follow-ups")
        walk.expect(case, f"{months_after} months")
        walk.go(f"/cases/{case}/follow-ups")
        walk.expect(f"At {months_after} months")
        walk.fill({"seen": day, "source": "Robin", **{f"living-{child}": living for child, living in seen.items()}})
        walk.send(f"Record the follow-up at {months_after} months")
        walk.expect("The follow-up is recorded")

    def import_care(self, child):
        """The council's return says that the brother was in care for some months, and came home."""
        folder = os.path.join(self.service.folder, "care")
        os.makedirs(folder)
        with open(os.path.join(folder, "placements.csv"), "w", encoding="utf-8") as file:
            file.write("person_id,started_on,ended_on,legal_status,placement,provider,reason_new,reason_ceased\n")
            file.write(f"{child},2027-10-01,2028-02-10,V2,U1,PR1,S,E4A\n")
        self.service.run("import", folder)


class Figures:
    """Every figure of the performance report, and how it must have moved."""

    LISTED = ["adherence.mean", "referral_to_start.mean_days", "referral_to_start.median_days"]

    def __init__(self, service):
        self.service = service
        self.values = {each["id"]: each for each in service.report("performance", *PERIOD)["figures"]}
        self.lists = {
            name: service.members(name, *PERIOD)
            for name in self.values
            if name.split(".", 1)[-1] in Figures.LISTED and name.split(".")[0] in ("mst", "fft-cw", "all")
        }

    def parts(self, name):
        return self.values[name].get("numerator"), self.values[name].get("denominator"), self.values[name].get("unknown", 0)


def moved(before, after, name, numerator, denominator, unknown=0):
    """A share or a quotient: by how much its parts moved, and whether its value is what its parts say."""
    was, now = before.parts(name), after.parts(name)
    for what, old, new, by in zip(("numerator", "denominator", "unknown"), was, now, (numerator, denominator, unknown)):
        if abs((new or 0) - (old or 0) - by) > 1e-9:
            raise Fault(f"{name}: the {what} went from {old} to {new}, not by {by}")
    value = after.values[name]["value"]
    if now[1] and abs(value - now[0] / now[1]) > 1e-9:
        raise Fault(f"{name} is {value}, not {now[0]} of {now[1]}")


def compare(before, after, ids):
    """Every figure of the report against what these two families must have changed."""
    nights = (CLOSED - ACCEPTED).days
    open_nights = (PERIOD_END - ACCEPTED).days
    wait = (ACCEPTED - NOMINATED).days
    expected = set()

    def count(name, by):
        expected.add(name)
        old, new = before.values[name]["value"], after.values[name]["value"]
        if new - old != by:
            raise Fault(f"{name} went from {old} to {new}, not by {by}")

    def parts(name, *by):
        expected.add(name)
        moved(before, after, name, *by)

    def mean(name, value, read):
        expected.add(name)
        # Rounded words alone would not tell whether one of many was added.
        added = [each for each in after.lists[name] if each not in before.lists[name]]
        if len(added) != len(value):
            raise Fault(f"{name} was moved by {added}")
        sample = [read(each["because"]) for each in before.lists[name]] + value
        should = float(median(sample)) if "median" in name else float(sum(sample) / len(sample))
        if abs(after.values[name]["value"] - should) > 1e-3:
            raise Fault(f"{name} is {after.values[name]['value']}, not {should}")

    days = lambda words: Fraction(words.split()[0])
    rated = lambda words: Fraction(words.rsplit(" ", 1)[1])
    for who, families, children, case_days, waits in (
        ("mst", 1, 2, nights, [wait]), ("fft-cw", 1, 1, open_nights, [wait]), ("all", 2, 3, nights + open_nights, [wait, wait]),
    ):
        count(f"{who}.families.served", families)
        count(f"{who}.children.served", children)
        parts(f"{who}.caseload", case_days, 0)
        parts(f"{who}.cost.per_family", 0, families)
        parts(f"{who}.cost.per_child", 0, children)
        for name in ("mean_days", "median_days"):
            mean(f"{who}.referral_to_start.{name}", [Fraction(each) for each in waits], days)
        if who != "fft-cw":
            mean(f"{who}.adherence.mean", [Fraction(3, 4)], rated)
            parts(f"{who}.adherence.adherent.share", 1, 1)
            parts(f"{who}.adherence.coverage.share", 1, 1)
            parts(f"{who}.completed.share", 1, 1)
            # At home at closure; then one in custody; then both home; one home and one not known; one home, one missed.
            homes = {"close": (2, 2, 0), "6": (1, 2, 0), "12": (2, 2, 0), "18": (1, 1, 1), "24": (1, 1, 1)}
            for milestone, (home, known, unknown) in homes.items():
                parts(f"{who}.home.{milestone}.share", home, known, unknown)
                count(f"{who}.home.{milestone}.unknown", unknown)
        if who != "mst":
            parts(f"{who}.improved.share", 1, 1)
    count("reunified.children", 1)
    parts("reunified.with_service.share", 1, 1)

    for name, figure in after.values.items():
        if name not in expected and figure != before.values.get(name):
            raise Fault(f"{name} moved from {before.values.get(name)} to {figure}, and nothing was done to it")
    kinds = {name.split(".", 1)[1] for name in after.values if name.split(".")[0] in ("mst", "fft-cw", "all")}
    left = kinds - {name.split(".", 1)[1] for name in expected if "." in name}
    if left:
        raise Fault(f"figures that nobody tried to move: {sorted(left)}")
    print(f"{len(expected)} figures moved as they should, {len(after.values) - len(expected)} stayed; case {ids['case']}")


def walk_pathway(walk, service):
    path = Pathway(walk)
    before = Figures(service)
    walk.become("analyst")
    walk.go("/reports/performance?from=2026-09-01&to=2029-12-31")
    shown = walk.main()

    service.day(NOMINATED)
    path.make_link()
    reference, code = path.nominate("Alex", date(2012, 3, 27), "Sam", "mst")
    path.ask_how_it_stands(reference, code, "The gateway is looking at the referral")
    other, _ = path.nominate("Jo", date(2013, 8, 1), None, "fft-cw")

    service.day(ACCEPTED)
    case = path.accept(reference, "mst", "O02|MST A")
    second = path.accept(other, "fft-cw", "O01|FFT North")
    path.ask_how_it_stands(reference, code, "The referral was accepted")

    service.day(ALLOCATED)
    path.allocate("olivia", case, "W005", ALLOCATED)
    path.allocate("fatou", second, "W037", ALLOCATED)
    path.assess(case)
    path.plan(case)
    walk.become("yaw")
    reading = {"informant": "parent", "score-total": "2", "occasion": "baseline"}
    path.enter_scores(second, "fft-com", "FFT client outcome measure", reading, ALLOCATED)

    service.day(WEEK)
    walk.become("hao")
    path.record_week(case)
    service.day(REVIEWED)
    path.review(case)
    walk.become("yaw")
    reading = {"informant": "parent", "score-total": "3.5", "occasion": "phase_1"}
    path.enter_scores(second, "fft-com", "FFT client outcome measure", reading, REVIEWED)
    service.day(RATED)
    path.rate(case)
    walk.become("olivia")
    walk.go("/supervision")
    walk.expect("Adherence by therapist", "Hao Lau")

    service.day(CLOSED)
    people = dict(service.sql(
        "SELECT forename, person_id FROM people WHERE to_change IS NULL AND family_id ="
        " (SELECT family_id FROM cases WHERE case_id = ? AND to_change IS NULL)", case,
    ))
    path.family_answers(case)
    path.close(case, people["Alex"], people["Sam"])

    path.follow_up(case, 6, {people["Alex"]: "custody", people["Sam"]: "home"})
    path.import_care(people["Sam"])
    path.follow_up(case, 12, {people["Alex"]: "home"})
    walk.expect("At home, from placements")
    path.follow_up(case, 18, {people["Alex"]: "unknown"})
    # Nobody asks in time at 24 months: the child's whereabouts stay unknown, and nobody is asked any more.
    service.day(months(CLOSED, 24) + timedelta(days=43))
    walk.become("hao")
    walk.go(f"/cases/{case}/follow-ups")
    walk.expect("Not asked in time")
    walk.expect_not("At 24 months")

    compare(before, Figures(service), {"case": case})
    walk.become("analyst")
    walk.go("/reports/performance?from=2026-09-01&to=2029-12-31")
    if walk.main() == shown:
        raise Fault("the page of the performance report shows what it showed before")
    walk.go("/figures/performance/mst.home.12.share?from=2026-09-01&to=2029-12-31")
    listed = walk.main()
    while walk.driver.find_elements(By.LINK_TEXT, "Next page"):
        walk.follow("Next page")
        listed += walk.main()
    if people["Alex"] not in listed or people["Sam"] not in listed:
        raise Fault("the figure does not open onto the two children")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--homeward", required=True)
    parser.add_argument("--axe", required=True)
    parser.add_argument("--made", help="a demonstration register to copy, with its key beside it")
    parser.add_argument("--shots")
    parser.add_argument("--only")
    arguments = parser.parse_args()
    if arguments.shots:
        os.makedirs(arguments.shots, exist_ok=True)
    service = Service(arguments.homeward, arguments.made)
    walk = Walk(service, arguments.axe, arguments.shots)
    service.start()
    try:
        for name, full_name, worker, role in USERS:
            service.add_user(name, full_name, worker, role)
        if arguments.only != "pathway":
            try_all(walk, None if arguments.only == "typed" else arguments.only)
        if arguments.only in (None, "pathway"):
            walk_pathway(walk, service)
    except Fault as fault:
        walk.fault(walk.driver.current_url, 1280, str(fault))
    finally:
        service.stop()
    sys.exit(walk.done())


if __name__ == "__main__":
    main()
