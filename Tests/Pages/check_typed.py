"""Tries in a real browser to lose what somebody typed, and to record it twice: nothing typed may ever be lost.

Somebody else saves first; a button is clicked twice; the browser goes back; the session ends while somebody writes; two tabs
are open; the case is handed over or closed meanwhile; the service is killed and started again.
"""
import signal
from datetime import date

from selenium.webdriver.common.by import By

from walk import Fault

TODAY = date(2026, 10, 31)
WORDS = "Robin's mornings are calmer; the head of year rang & will ring again <soon>."


class Typed:
    def __init__(self, walk):
        self.walk = walk
        self.service = walk.service
        self.case = self.cases()[0]

    def cases(self):
        """Open cases that Hao holds."""
        found = self.service.sql(
            "SELECT c.case_id FROM cases c JOIN allocations a ON a.case_id = c.case_id AND a.to_change IS NULL"
            " WHERE c.to_change IS NULL AND c.ended_on IS NULL AND a.worker_id = 'W005' AND a.\"to\" IS NULL"
            " ORDER BY c.case_id"
        )
        return [row[0] for row in found]

    def count(self, table, where="TRUE", *values):
        return self.service.sql(f"SELECT COUNT(*) FROM {table} WHERE to_change IS NULL AND {where}", *values)[0][0]

    def notes(self, words):
        return self.count("case_notes", "words = ?", words)

    def only(self, words, count=1):
        found = self.notes(words)
        if found != count:
            raise Fault(f"the note is recorded {found} times, not {count}: {words}")

    def write_note(self, words):
        self.walk.go(f"/cases/{self.case}/notes")
        self.walk.fill({"purpose": "case_note", "words": words})

    def double_click(self):
        """Two clicks do it once, and look as if there had been one."""
        walk = self.walk
        walk.become("hao")
        self.write_note("Clicked twice. " + WORDS)
        walk.send("Save the note", twice=True)
        walk.expect("The note is saved")
        walk.expect_not("There is a problem")
        self.only("Clicked twice. " + WORDS)
        walk.go(f"/cases/{self.case}/plan")
        walk.fill({"title": "A goal clicked twice"})
        walk.send("Add the goal", twice=True)
        walk.expect("The goal is saved")
        if self.count("goals", "title = 'A goal clicked twice'") != 1:
            raise Fault("two clicks set two goals")

    def back(self):
        """Going back and sending the same again records nothing twice; sending something else keeps it."""
        walk = self.walk
        self.write_note("Sent, and back. " + WORDS)
        walk.send("Save the note")
        walk.expect("The note is saved")
        walk.driver.back()
        walk.see()
        if walk.value("words"):
            walk.send("Save the note")
        self.only("Sent, and back. " + WORDS)

    def back_before_saving(self):
        """Somebody follows a link with a note half written, and comes back."""
        walk = self.walk
        self.write_note("Half written. " + WORDS)
        walk.follow("Plan")
        walk.driver.back()
        walk.see()
        if walk.value("words") != "Half written. " + WORDS:
            raise Fault(f"a note half written is gone after going back: {walk.value('words')!r}")
        walk.send("Save the note")
        walk.expect("The note is saved")
        self.only("Half written. " + WORDS)

    def wrong_then_right(self):
        """What is wrong is said, and everything stays as it was typed."""
        walk = self.walk
        walk.go(f"/cases/{self.case}/reviews")
        walk.fill({"held": date(2031, 1, 1), "summary": "Wrong day. " + WORDS, "agencies": "school; police"})
        walk.send("Record the review")
        walk.expect("There is a problem")
        kept = [walk.value(name) for name in ("held-year", "summary", "agencies")]
        if kept != ["2031", "Wrong day. " + WORDS, "school; police"]:
            raise Fault(f"after an error the form holds {kept}")

    def lost_update(self):
        """Two people change one goal: the second is shown what the first saved, with what they typed themselves."""
        walk = self.walk
        goal = self.service.sql(
            "SELECT goal_id FROM goals WHERE case_id = ? AND to_change IS NULL AND title = 'A goal clicked twice'", self.case
        )[0][0]
        walk.become("hao")
        walk.go(f"/cases/{self.case}/goals/{goal}")
        first = walk.driver.current_window_handle
        walk.fill({"title": "As Hao has it", "words": WORDS})
        walk.jars["hao"] = walk.driver.get_cookies()
        walk.driver.switch_to.new_window("tab")
        walk.become("olivia")
        walk.go(f"/cases/{self.case}/goals/{goal}")
        walk.fill({"title": "As Olivia has it"})
        walk.send("Save the goal")
        walk.expect("The goal is saved")
        walk.driver.close()
        walk.driver.switch_to.window(first)
        self.return_as("hao")
        walk.send("Save the goal")
        walk.expect("Somebody else saved this", "As Olivia has it")
        if (walk.value("title"), walk.value("words")) != ("As Hao has it", WORDS):
            raise Fault("what was typed over somebody's change is gone")
        walk.send("Save the goal")
        walk.expect("The goal is saved", "As Hao has it")
        versions = self.service.sql("SELECT title FROM goals WHERE goal_id = ? ORDER BY from_change", goal)
        if [row[0] for row in versions] != ["A goal clicked twice", "As Olivia has it", "As Hao has it"]:
            raise Fault(f"the goal's versions are {versions}")

    def return_as(self, name):
        """Goes on as somebody without leaving the page that is open."""
        walk = self.walk
        walk.jars[walk.who] = walk.driver.get_cookies()
        walk.driver.delete_all_cookies()
        for cookie in walk.jars[name]:
            walk.driver.add_cookie({key: cookie[key] for key in ("name", "value", "path")})
        walk.who = name

    def expired(self):
        """The session ends while somebody writes: what they send is kept, and carried on with after signing in."""
        walk = self.walk
        walk.become("hao")
        self.write_note("Session over. " + WORDS)
        self.service.end_sessions_of("hao")
        walk.send("Save the note")
        walk.expect("Sign in")
        walk.sign_in_by_password("hao")
        walk.see()
        walk.expect_path("/kept")
        walk.expect("What you typed is kept")
        walk.send("Carry on")
        if walk.driver.find_elements(By.CSS_SELECTOR, "main [name=words]") and self.notes("Session over. " + WORDS) == 0:
            walk.send("Save the note")
        walk.expect("The note is saved")
        self.only("Session over. " + WORDS)
        walk.go("/kept")
        walk.expect("Nothing is kept")

    def two_tabs(self):
        """Two tabs of one person: both notes are recorded; signing out in one loses nothing in the other."""
        walk = self.walk
        self.write_note("First tab. " + WORDS)
        first = walk.driver.current_window_handle
        walk.driver.switch_to.new_window("tab")
        self.write_note("Second tab. " + WORDS)
        walk.send("Save the note")
        walk.expect("The note is saved")
        walk.driver.switch_to.window(first)
        walk.send("Save the note")
        walk.expect("The note is saved")
        self.only("First tab. " + WORDS)
        self.only("Second tab. " + WORDS)
        self.write_note("Signed out in the other tab. " + WORDS)
        walk.driver.switch_to.window(next(each for each in walk.driver.window_handles if each != first))
        walk.go("/account")
        walk.send("Sign out")
        walk.driver.close()
        walk.driver.switch_to.window(first)
        walk.send("Save the note")
        walk.expect("Sign in")
        walk.sign_in_by_password("hao")
        walk.see()
        walk.go("/kept")
        walk.expect("Signed out in the other tab")
        walk.send("Carry on")
        walk.expect("The note is saved")
        self.only("Signed out in the other tab. " + WORDS)

    def killed(self):
        """The service is killed while somebody writes, and started again."""
        walk = self.walk
        self.write_note("Killed meanwhile. " + WORDS)
        self.service.stop(signal.SIGKILL)
        self.service.start()
        walk.send("Save the note")
        if walk.value("words") != "Killed meanwhile. " + WORDS:
            raise Fault("what was typed is gone after the service was started again")
        walk.send("Save the note")
        walk.expect("The note is saved")
        self.only("Killed meanwhile. " + WORDS)

    def handed_over(self):
        """The case is handed over while its therapist writes: they may not save, and see what they typed."""
        walk = self.walk
        case = self.cases()[1]
        walk.become("hao")
        walk.go(f"/cases/{case}/notes")
        walk.fill({"purpose": "case_note", "words": "Handed over. " + WORDS})
        first = walk.driver.current_window_handle
        walk.jars["hao"] = walk.driver.get_cookies()
        walk.driver.switch_to.new_window("tab")
        walk.become("olivia")
        walk.go(f"/cases/{case}/allocation")
        walk.fill({"worker": "W007", "role": "therapist", "from": TODAY})
        walk.send("Allocate the case")
        walk.expect("The case is allocated")
        walk.driver.close()
        walk.driver.switch_to.window(first)
        self.return_as("hao")
        # It is held to the day before: from today on it is somebody else's.
        walk.send("Save the note")
        walk.expect("This was not recorded", "Handed over. " + WORDS)

    def closed(self):
        """Two people close one case: the second sees that it is closed, and the plan they typed."""
        walk = self.walk
        case = self.cases()[1]
        first = self.type_closure("hao", case, "As Hao has it. " + WORDS)
        walk.jars["hao"] = walk.driver.get_cookies()
        walk.driver.switch_to.new_window("tab")
        self.type_closure("olivia", case, "As Olivia has it. " + WORDS)
        walk.send("Close the case")
        if walk.driver.find_elements(By.CSS_SELECTOR, "main [name=knowing]"):
            walk.fill({"knowing": "yes"})
            walk.send("Close the case")
        walk.expect("The case is closed")
        walk.driver.close()
        walk.driver.switch_to.window(first)
        self.return_as("hao")
        walk.send("Close the case")
        walk.expect("As Hao has it. " + WORDS)

    def type_closure(self, name, case, plan):
        walk = self.walk
        walk.become(name)
        walk.go(f"/cases/{case}/closure")
        walk.fill({"reason": "completed", "destination": "school", "exit": plan})
        goals = [each.get_attribute("name") for each in walk.driver.find_elements(By.CSS_SELECTOR, "main select[name^=goal-]")]
        walk.fill({goal: "achieved" for goal in goals})
        if walk.driver.find_elements(By.CSS_SELECTOR, "main [name=drop-tasks]"):
            walk.fill({"drop-tasks": "yes"})
        return walk.driver.current_window_handle

    def partner(self):
        """A partner without an account: back, two tabs and a second click."""
        walk = self.walk
        link = self.service.run("referral-link", "--organisation", "O11", "--source", "school").strip()
        walk.become("anybody at a school")
        walk.go(link)
        walk.send("Start now", twice=True)
        page = walk.driver.current_url
        walk.fill({"family-agrees": "not_told"}) if walk.driver.find_elements(By.NAME, "family-agrees") else None
        walk.send("Save and continue", twice=True)
        walk.fill({"without-agreement": WORDS})
        walk.send("Save and continue")
        walk.driver.back()
        walk.see()
        if walk.value("without-agreement") != WORDS:
            raise Fault("an answer saved is gone after going back")
        walk.driver.switch_to.new_window("tab")
        walk.go(page)
        walk.fill({"family-agrees": "agrees"})
        walk.send("Save and continue")
        walk.driver.close()
        walk.driver.switch_to.window(walk.driver.window_handles[0])
        walk.fill({"without-agreement": "Changed. " + WORDS})
        walk.send("Save and continue")

    TRIED = [
        double_click, back, back_before_saving, wrong_then_right, lost_update, expired, two_tabs, killed, handed_over, closed,
        partner,
    ]


def try_all(walk, only=None):
    """Tries everything; a fault of one does not keep the others from being tried."""
    typed = Typed(walk)
    for tried in Typed.TRIED:
        if only not in (None, tried.__name__):
            continue
        print(f"--- {tried.__name__}")
        try:
            tried(typed)
        except Fault as fault:
            walk.fault(walk.driver.current_url, 1280, f"{tried.__name__}: {fault}")
        while len(walk.driver.window_handles) > 1:
            walk.driver.close()
            walk.driver.switch_to.window(walk.driver.window_handles[0])
