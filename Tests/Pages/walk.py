"""A demonstration of Homeward that serves while somebody walks through it in a real browser as several people.

The walk starts and stops the service itself, moves the day of the demonstration on, and looks at every page it meets: axe,
headings, labels, width. Anything that is not as it should be is a Fault.
"""
import json
import os
import random
import re
import shutil
import signal
import sqlite3
import subprocess
import tempfile
import time
import urllib.request
from datetime import date
from urllib.parse import urljoin, urlsplit

from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import Select

from check_pages import Checker, browser, kind

PASSWORD = "quiet amber kettle"


class Fault(Exception):
    """Something that is not as it should be, with what the browser shows."""


class Service:
    """A demonstration register in a folder of its own, and the service over it."""

    def __init__(self, homeward, made=None):
        """Over a copy of a demonstration register where one is given; makes its own otherwise."""
        self.homeward = homeward
        self.folder = tempfile.mkdtemp(prefix="homeward-walk-")
        self.register = os.path.join(self.folder, "walk.db")
        self.port = random.randint(20000, 40000)
        self.address = f"http://127.0.0.1:{self.port}/"
        self.process = None
        for part in ("", ".key") if made else ():
            shutil.copy(made + part, self.register + part)

    def start(self):
        log = open(os.path.join(self.folder, "log"), "a", encoding="utf-8")
        command = [self.homeward, "serve", "--register", self.register, "--demonstration", "--port", str(self.port)]
        self.process = subprocess.Popen(command, stdout=log, stderr=log)
        for _ in range(480):
            try:
                urllib.request.urlopen(self.address, timeout=5).close()
                return
            except OSError:
                if self.process.poll() is not None:
                    raise Fault(f"the service stopped: see {log.name}") from None
                time.sleep(0.25)
        raise Fault("the service does not answer")

    def stop(self, how=signal.SIGTERM):
        self.process.send_signal(how)
        self.process.wait(timeout=60)

    def run(self, *arguments, given=None):
        """A command over the register; gives what it printed."""
        command = [self.homeward, *arguments, "--register", self.register]
        done = subprocess.run(command, input=given, capture_output=True, text=True, timeout=300, check=False)
        if done.returncode not in (0, 1):
            raise Fault(f"{' '.join(arguments)}: {done.stderr}")
        return done.stdout

    def add_user(self, name, full_name, worker, *roles):
        options = [part for role in roles for part in ("--role", role)]
        options += ["--worker", worker] if worker else []
        self.run("user", "add", name, "--name", full_name, "--own-password", *options, given=PASSWORD + "\n")

    def sql(self, text, *values):
        connection = sqlite3.connect(self.register, timeout=30)
        try:
            with connection:
                return connection.execute(text, values).fetchall()
        finally:
            connection.close()

    def day(self, day):
        """Moves the day of the demonstration on."""
        self.sql("UPDATE settings SET value = ? WHERE name = 'demonstration_until'", day.isoformat())

    def end_sessions_of(self, name):
        """Lets a user's sessions run out, as an hour without a click does."""
        self.sql(
            "UPDATE sessions SET seen_at = '2001-01-01T00:00:00Z', started_at = '2001-01-01T00:00:00Z' WHERE user_id ="
            " (SELECT user_id FROM users WHERE sign_in_name = ? AND to_change IS NULL)",
            name,
        )

    def report(self, name, *options):
        return json.loads(self.run("report", name, "--format", "json", *options))

    def members(self, figure, *options):
        return json.loads(self.run("explain", figure, "--format", "json", *options))["members"]


class Walk(Checker):
    """A browser in which people take turns, each with a session of their own."""

    def __init__(self, service, axe, shots=None):
        self.axe = open(axe, encoding="utf-8").read()
        self.shots = shots
        self.faults, self.open, self.titles, self.checked = [], [], {}, 0
        self.service = service
        self.driver = browser(1280)
        self.jars = {}
        self.who = None
        self.seen = set()
        self.pages = 0
        self.fields = 0

    def fault(self, url, width, text):
        self.faults.append(f"{self.who}: {url} at {width}: {text}")
        print(f"  FAULT {text}")

    # People

    def become(self, name):
        """Goes on as somebody: of the demonstration by their role, with a password by their name, or nobody at all."""
        if self.who is not None and self.driver.current_url.startswith(self.service.address):
            self.jars[self.who] = self.driver.get_cookies()
        self.leave(self.driver, self.service.address)
        self.who = name
        for cookie in self.jars.get(name, []):
            self.driver.add_cookie({key: cookie[key] for key in ("name", "value", "path")})
        if name in self.jars or name.startswith("anybody"):
            return
        self.go("/sign-in")
        if name in ("gateway", "analyst", "practitioner", "supervisor"):
            self.press(self.driver, f"Sign in as {name}")
        else:
            self.sign_in_by_password(name)
        self.expect_path("/")

    def sign_in_by_password(self, name):
        self.fill({"sign-in-name": name, "password": PASSWORD})
        self.press(self.driver, "Sign in")

    # Pages

    def main(self):
        return self.driver.find_element(By.TAG_NAME, "main").text

    def see(self):
        """Looks at the page that is shown, where none like it was looked at yet."""
        self.pages += 1
        url = self.driver.current_url
        title = re.sub(r"\S*\d\S*", "*", self.driver.title)
        key = (kind(url), title, bool(self.driver.find_elements(By.CSS_SELECTOR, "[role=alert]")))
        if key in self.seen:
            return
        self.seen.add(key)
        self.look(self.driver, url, 1280, f"{self.who} {title}")

    def go(self, path):
        self.driver.get(urljoin(self.service.address, path))
        self.see()

    def follow(self, words):
        self.click(self.driver, self.driver.find_element(By.XPATH, f"//main//a[contains(., '{words}')]"))
        self.see()

    def send(self, words, twice=False):
        """Presses a button, once or by a double click, and looks at what comes of it."""
        found = self.driver.find_elements(By.XPATH, f"//main//button[contains(normalize-space(.), '{words}')]")
        if not found:
            raise Fault(f"{self.who}: no button {words} at {self.driver.current_url}\n{self.main()[:2000]}")
        button = found[0]
        self.reveal(button)
        if twice:
            page = self.driver.find_element(By.TAG_NAME, "html")
            ActionChains(self.driver).double_click(button).perform()
            self.settle(page)
        else:
            self.click(self.driver, button)
        self.see()

    def settle(self, page):
        """Waits until another page than this one stands still."""
        for _ in range(200):
            try:
                page.is_enabled()
                time.sleep(0.05)
            except Exception:  # the page is gone
                break
        still = 0
        for _ in range(200):
            ready = self.driver.execute_script("return document.readyState") == "complete"
            still = still + 1 if ready else 0
            if still > 6:
                return
            time.sleep(0.05)

    def reveal(self, element):
        """Opens what hides an element, as a click on its summary does."""
        self.driver.execute_script(
            "for (var e = arguments[0]; e; e = e.parentElement) { if (e.tagName === 'DETAILS') e.open = true; }", element
        )

    def fill(self, values, form=None):
        """Types into fields by their names; a day fills three of them. Gives how many fields were filled in."""
        scope = f"main form[action='{form}'] " if form else "main "
        for name, value in values.items():
            if isinstance(value, date):
                boxes = {f"{name}-day": value.day, f"{name}-month": value.month, f"{name}-year": value.year}
                self.fill({box: str(number) for box, number in boxes.items()}, form)
                self.fields -= 2
                continue
            self.fields += 1
            self.fill_one(scope, name, value)

    def fill_one(self, scope, name, value):
        fields = self.driver.find_elements(By.CSS_SELECTOR, f"{scope}[name='{name}']")
        if not fields:
            raise Fault(f"{self.who}: no field {name} at {self.driver.current_url}\n{self.main()[:1500]}")
        field = fields[0]
        self.reveal(field)
        what = field.get_attribute("type")
        if field.tag_name == "select":
            Select(field).select_by_value(value)
        elif what in ("radio", "checkbox"):
            one = next((each for each in fields if each.get_attribute("value") == value), None)
            if one is None:
                raise Fault(f"{self.who}: {name} cannot be {value} at {self.driver.current_url}")
            self.driver.execute_script("arguments[0].click()", one)
        else:
            field.clear()
            field.send_keys(value)

    def value(self, name):
        """What stands in a field."""
        return self.driver.find_element(By.CSS_SELECTOR, f"main [name='{name}']").get_attribute("value")

    def expect(self, *words):
        text = self.main()
        for each in words:
            if each not in text:
                raise Fault(f"{self.who}: {self.driver.current_url} does not say: {each}\n{text[:1500]}")

    def expect_not(self, *words):
        text = self.main()
        for each in words:
            if each in text:
                raise Fault(f"{self.who}: {self.driver.current_url} says: {each}\n{text[:1500]}")

    def expect_path(self, pattern):
        path = urlsplit(self.driver.current_url).path
        found = re.fullmatch(pattern, path)
        if not found:
            raise Fault(f"{self.who}: is at {path}, not {pattern}\n{self.main()[:2000]}")
        return found.group(1) if found.groups() else path

    def done(self):
        self.driver.quit()
        print(f"\n{self.pages} pages visited, {self.checked} kinds looked at, {len(self.faults)} faults")
        for fault in self.faults:
            print(fault)
        return 1 if self.faults else 0
