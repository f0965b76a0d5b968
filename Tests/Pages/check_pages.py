#!/usr/bin/env python3
"""Visits every page of a running Homeward in headless Chromium, at 1280 and 320 pixels.

Each page must pass axe with no violations, not scroll sideways, have one h1, a title of its own, a header for every
table column and an id behind every link of an error summary, send the safe headers, ask nobody else for anything, and
say the same without JavaScript. Somebody of each role of the demonstration signs in, and links are followed from their
home page, one of each kind; none may lead to a page that its reader may not open. Then come signing in itself with its
steps and errors (as the user given with --user, whose password is a temporary one), and the set-up page of a register
that nobody signs in to (--unclaimed). Pages that stand alone, such as a linking's, are given with --file; nothing serves
them, so they are not asked for headers.

    check_pages.py --axe axe.min.js [--shots FOLDER] [--file PAGE.html ...] [--user NAME:PASSWORD]
        [--unclaimed http://127.0.0.1:8081/] http://127.0.0.1:8080/
"""
import argparse
import base64
import hashlib
import hmac
import os
import pathlib
import re
import struct
import sys
import time
import urllib.error
import urllib.request
from collections import OrderedDict
from concurrent.futures import ThreadPoolExecutor
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

from selenium import webdriver
from selenium.common.exceptions import WebDriverException
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
AXE = """
var done = arguments[arguments.length - 1];
axe.run(document, {runOnly: {type: 'tag', values: arguments[0]}, resultTypes: ['violations']})
   .then(function (r) { done(r.violations); }, function (e) { done(String(e)); });
"""
LOOK = """
// Figures whose digits stand on two lines.
function parted() {
  var found = [];
  document.querySelectorAll('.govuk-table__cell--numeric').forEach(function (cell) {
    var walk = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT), node, match, range, digits = /\\d[\\d,.]*/g;
    while ((node = walk.nextNode())) {
      while ((match = digits.exec(node.data))) {
        range = document.createRange();
        range.setStart(node, match.index);
        range.setEnd(node, match.index + match[0].length);
        if (new Set(Array.from(range.getClientRects(), function (box) { return Math.round(box.top); })).size > 1) {
          found.push(match[0]);
        }
      }
    }
  });
  return found;
}
return {
  parted: parted(),
  sideways: document.documentElement.scrollWidth > document.documentElement.clientWidth,
  h1: document.querySelectorAll('h1').length,
  title: document.title,
  text: document.querySelector('main').innerText,
  links: Array.from(document.querySelectorAll('a[href]')).map(function (a) { return a.getAttribute('href'); }),
  heads: Array.from(document.querySelectorAll('th:not([scope])')).length,
  dead: Array.from(document.querySelectorAll('a[href^="#"]')).map(function (a) { return a.getAttribute('href').slice(1); })
             .filter(function (id) { return id && !document.getElementById(id); }),
  fields: Array.from(document.querySelectorAll('input:not([type=hidden]), select, textarea'))
             .filter(function (f) { return (!f.labels || !f.labels.length) && !f.hasAttribute('aria-label')
               && !f.hasAttribute('aria-labelledby'); }).length,
  strangers: performance.getEntriesByType('resource').map(function (e) { return e.name; })
             .filter(function (u) { return u.indexOf(location.origin) !== 0 && u.indexOf('data:') !== 0; })
};
"""
ROLES = ["administrator", "analyst", "gateway", "practitioner", "supervisor", "commissioner", "finance", "auditor",
         "investor", "referrer"]
HEADERS = {
    "content-security-policy": "default-src 'none'",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cache-control": "no-store",
}


def browser(width, scripts=True, trusting=False):
    """A browser of this width; one that is trusting takes a certificate that nobody vouches for."""
    options = Options()
    options.binary_location = "/usr/bin/chromium"
    for argument in ("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--hide-scrollbars"):
        options.add_argument(argument)
    options.accept_insecure_certs = trusting
    if not scripts:
        options.add_experimental_option("prefs", {"profile.managed_default_content_settings.javascript": 2})
    driver = webdriver.Chrome(service=Service("/usr/bin/chromedriver"), options=options)
    metrics = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False}
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
    driver.set_page_load_timeout(180)
    driver.set_script_timeout(180)
    return driver


class Reader(HTMLParser):
    """What a page says and where it leads, without a browser."""

    def __init__(self, page):
        super().__init__()
        self.title, self.words, self.links, self.within = "", [], [], []
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        if tag in ("title", "main", "script", "style"):
            self.within.append(tag)
        if tag == "a" and dict(attributes).get("href"):
            self.links.append(dict(attributes)["href"])

    def handle_endtag(self, tag):
        if self.within and self.within[-1] == tag:
            self.within.pop()

    def handle_data(self, data):
        if self.within == ["title"]:
            self.title += data
        elif self.within[-1:] == ["main"]:
            self.words += data.split()

    @property
    def seen(self):
        return {"title": self.title, "text": " ".join(self.words), "links": self.links}


def words_of(text):
    """The words of a page but for the time at which it was made."""
    return re.sub(r"\b\d{1,2}(:\d\d)?[ap]m\b", "", text).split()


def difference(one, other):
    """What each of two texts says from where they part, some words of it."""
    one, other = words_of(one), words_of(other)
    place = next((i for i, (a, b) in enumerate(zip(one, other)) if a != b), min(len(one), len(other)))
    return f"“{' '.join(one[max(0, place - 3):place + 5])}” and “{' '.join(other[max(0, place - 3):place + 5])}”"


def kind(url):
    """Pages that differ only in a reference or a day are of one kind."""
    parts = urlsplit(url)
    path = re.sub(r"/(?=[^/]*\d)[^/]+", "/*", parts.path)
    path = re.sub(r"^/figures/([^/]+)/.*", r"/figures/\1/*", path)
    # The measures of scorecards, the lines of plans and the parts of contracts are alike.
    path = re.sub(r"^/(scorecards|plans)/[^/]+/.+", r"/\1/*/*", path)
    path = re.sub(r"^/contracts/[^/]+/(.+)", r"/contracts/*/\1", path)
    names = sorted(p.split("=")[0] for p in parts.query.split("&") if p)
    return path + ("?" + "&".join(names) if names else "")


def screenshot(driver, path):
    size = driver.execute_cdp_cmd("Page.getLayoutMetrics", {})["cssContentSize"]
    clip = {"x": 0, "y": 0, "width": size["width"], "height": min(size["height"], 12000), "scale": 1}
    shot = driver.execute_cdp_cmd("Page.captureScreenshot", {"format": "png", "captureBeyondViewport": True, "clip": clip})
    with open(path, "wb") as file:
        file.write(base64.b64decode(shot["data"]))


class Checker:
    def __init__(self, arguments):
        self.axe = open(arguments.axe, encoding="utf-8").read()
        self.shots = arguments.shots
        self.faults = []
        self.titles = {}
        self.checked = 0

    def fault(self, url, width, text):
        self.faults.append(f"{url} at {width}: {text}")
        print(f"  FAULT {text}")

    def look(self, driver, url, width, name):
        """Checks the page the browser is on; gives what was seen on it."""
        print(f"{width}  {name}")
        self.checked += 1
        driver.execute_script(self.axe)
        violations = driver.execute_async_script(AXE, TAGS)
        if isinstance(violations, str):
            self.fault(url, width, f"axe failed: {violations}")
            violations = []
        for violation in violations:
            for node in violation["nodes"][:3]:
                where = " ".join(map(str, node["target"]))
                self.fault(url, width, f"axe {violation['id']}: {violation['help']} [{where}]")
        seen = driver.execute_script(LOOK)
        if seen["sideways"]:
            self.fault(url, width, "scrolls sideways")
        if seen["parted"]:
            self.fault(url, width, f"figures broken between digits: {seen['parted'][:5]}")
        if seen["h1"] != 1:
            self.fault(url, width, f"{seen['h1']} h1 headings")
        if seen["heads"]:
            self.fault(url, width, f"{seen['heads']} table headers without scope")
        if seen["fields"]:
            self.fault(url, width, f"{seen['fields']} fields without a label")
        if seen["dead"]:
            self.fault(url, width, f"links to ids that are not there: {seen['dead'][:5]}")
        if seen["strangers"]:
            self.fault(url, width, f"asks others: {seen['strangers'][:3]}")
        if self.shots:
            slug = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:80] or "home"
            screenshot(driver, os.path.join(self.shots, f"{slug}-{width}.png"))
        return seen

    def read(self, driver, url):
        """Asks for a page as whoever is signed in, checks its headers, and gives what it says; None for a file."""
        cookies = "; ".join(f"{c['name']}={c['value']}" for c in driver.get_cookies())
        try:
            answer = urllib.request.urlopen(urllib.request.Request(url, headers={"Cookie": cookies}), timeout=180)
        except urllib.error.HTTPError as error:
            answer = error
        with answer:
            got = {k.lower(): v for k, v in answer.headers.items()}
            page = answer.read().decode(errors="replace")
        for name, part in HEADERS.items():
            if part not in got.get(name, ""):
                self.fault(url, "-", f"header {name} is {got.get(name)!r}, not {part!r}")
        return Reader(page).seen if "<main" in page else None

    def crawl(self, driver, start, role, known):
        """Asks for one page of each kind as a role, and looks closely in the browser at those nobody has seen before."""
        queue, pages = [start], OrderedDict()
        while queue:
            url = queue.pop(0)
            if kind(url) in pages:
                continue
            seen = self.read(driver, url)
            for _ in range(240):
                if not seen or "being worked out" not in seen["text"]:
                    break
                time.sleep(0.5)
                seen = self.read(driver, url)
            if not seen:
                continue
            twin, words = self.titles.setdefault((role, seen["title"]), (url, seen["text"]))
            if words_of(words) != words_of(seen["text"]):
                self.fault(url, 1280, f"same title as {twin}: {seen['title']}; {difference(words, seen['text'])}")
            if url == start or kind(url) not in known:
                driver.get(url)
                seen = self.look(driver, url, 1280, f"{role} {kind(url)}")
            if seen["title"].startswith(("You may not open", "Page not found", "Sign in")):
                self.fault(url, 1280, f"a link leads {role} to: {seen['title']}")
            pages[kind(url)] = (url, seen["text"])
            for link in seen["links"]:
                target = urljoin(url, link).split("#")[0]
                same = urlsplit(target).netloc == urlsplit(start).netloc
                if same and kind(target) not in pages and "/download" not in target and "format=" not in target:
                    queue.append(target)
        return pages

    def settle(self, driver):
        """Loads a page again until what it shows is no longer being worked out."""
        for _ in range(240):
            if "being worked out" not in driver.execute_script("return (document.querySelector('main') || {}).innerText || ''"):
                return
            time.sleep(0.5)
            driver.refresh()

    def leave(self, driver, start):
        """Forgets who was signed in; cookies go only from the site that the browser is on."""
        driver.get(urljoin(start, "/cookies"))
        driver.delete_all_cookies()

    def enter(self, driver, start, role):
        """Signs in as somebody of the demonstration, whoever was signed in before."""
        self.leave(driver, start)
        driver.get(urljoin(start, "/sign-in"))
        self.click(driver, driver.find_element(By.XPATH, f"//main//button[normalize-space(.)='Sign in as {role}']"))
        if urlsplit(driver.current_url).path != "/":
            self.fault(driver.current_url, "-", f"{role} was not signed in")

    def type(self, driver, **values):
        for name, value in values.items():
            field = driver.find_element(By.CSS_SELECTOR, f"main [name={name.replace('_', '-')}]")
            field.clear()
            field.send_keys(value)

    def sign_in(self, driver, start, width, user):
        """Signing in with its steps and what can go wrong: a password to begin with, the second step, signing out."""
        name, given = user.split(":")
        own = "violet tractor nine"
        self.leave(driver, start)
        driver.get(urljoin(start, "/families/F0001"))
        self.look(driver, driver.current_url, width, "sign in")
        self.press(driver, "Sign in")
        self.look(driver, driver.current_url, width, "sign in, nothing entered")
        self.type(driver, sign_in_name=name, password="wrong password word")
        self.press(driver, "Sign in")
        self.look(driver, driver.current_url, width, "sign in, wrong")
        self.type(driver, sign_in_name=name, password=given)
        self.press(driver, "Sign in")
        self.look(driver, driver.current_url, width, "a password of one's own")
        self.type(driver, new_password="short", again="")
        self.press(driver, "Save and continue")
        self.look(driver, driver.current_url, width, "a password of one's own, too short")
        self.type(driver, new_password=own, again=own)
        self.press(driver, "Save and continue")
        self.look(driver, driver.current_url, width, "after signing in")
        if urlsplit(driver.current_url).path != "/families/F0001":
            self.fault(driver.current_url, width, "did not go back to what was asked for")
        driver.get(urljoin(start, "/account"))
        self.look(driver, driver.current_url, width, "account")
        self.press(driver, "Change password")
        self.look(driver, driver.current_url, width, "account, nothing entered")
        driver.get(urljoin(start, "/account/second-step"))
        self.look(driver, driver.current_url, width, "second step, off")
        self.press(driver, "Set up the second step")
        self.look(driver, driver.current_url, width, "second step, key")
        secret = driver.find_element(By.CSS_SELECTOR, "main dd").text.replace(" ", "")
        self.type(driver, code="000000")
        self.press(driver, "Turn on the second step")
        self.look(driver, driver.current_url, width, "second step, wrong code")
        self.type(driver, code=one_time_code(secret))
        self.press(driver, "Turn on the second step")
        self.look(driver, driver.current_url, width, "second step, recovery codes")
        recovery = driver.find_element(By.CSS_SELECTOR, "main ul li").text
        driver.get(urljoin(start, "/account"))
        self.press(driver, "Sign out")
        self.type(driver, sign_in_name=name, password=own)
        self.press(driver, "Sign in")
        self.look(driver, driver.current_url, width, "code")
        self.press(driver, "Continue")
        self.look(driver, driver.current_url, width, "code, nothing entered")
        self.type(driver, code=recovery)
        self.press(driver, "Continue")
        driver.get(urljoin(start, "/account/second-step"))
        self.look(driver, driver.current_url, width, "second step, on")
        self.type(driver, password=own)
        self.press(driver, "Turn off the second step")
        self.expect(driver, width, "Second step")
        driver.get(urljoin(start, "/kept"))
        self.look(driver, driver.current_url, width, "nothing kept")

    def keep_users(self, driver, start, width):
        """An administrator adds somebody and resets their password; a page that is not for administrators says so."""
        driver.get(urljoin(start, "/users/new"))
        self.look(driver, driver.current_url, width, "users, new")
        self.press(driver, "Add the user")
        self.look(driver, driver.current_url, width, "users, new, nothing entered")
        self.type(driver, name="Uma Invented", sign_in_name=f"uma-{width}-{int(time.time())}")
        self.press(driver, "Add the user")
        self.look(driver, driver.current_url, width, "users, password to hand over")
        driver.get(urljoin(start, "/users"))
        self.click(driver, driver.find_elements(By.CSS_SELECTOR, "main tbody a")[-1])
        self.look(driver, driver.current_url, width, "users, one")
        self.press(driver, "Disable the account")
        self.look(driver, driver.current_url, width, "users, disabled")
        driver.get(urljoin(start, "/families/F0001"))
        self.look(driver, driver.current_url, width, "not allowed")
        self.expect(driver, width, "What you may do follows from your role")

    def set_up(self, driver, unclaimed, width):
        """A register that nobody signs in to shows one page alone."""
        self.leave(driver, unclaimed)
        driver.get(urljoin(unclaimed, "/reports"))
        self.look(driver, driver.current_url, width, "set-up")
        self.press(driver, "Make the administrator")
        self.look(driver, driver.current_url, width, "set-up, nothing entered")
        if urlsplit(driver.current_url).path != "/set-up":
            self.fault(driver.current_url, width, "shows more than the set-up page")

    def search(self, driver, start, width):
        """A search finds someone, and an empty one says what to do."""
        for words, name in ((" ", "search, nothing entered"), ("zzzzqqq", "search, nobody found"), ("Smith", "search")):
            driver.get(urljoin(start, "/search"))
            field = driver.find_element(By.CSS_SELECTOR, "main input[name=q]")
            field.clear()
            field.send_keys(words)
            self.click(driver, driver.find_element(By.CSS_SELECTOR, "main form button"))
            self.look(driver, driver.current_url, width, name)
            if "Smith" in driver.current_url or "zzzz" in driver.current_url:
                self.fault(driver.current_url, width, "a name searched for is in the address")

    def click(self, driver, element):
        """Clicks what leads to another page, and waits until that is there."""
        page = driver.find_element(By.TAG_NAME, "html")
        element.click()
        for _ in range(600):
            try:
                page.is_enabled()
                time.sleep(0.05)
            except WebDriverException:
                break
        while driver.execute_script("return document.readyState") != "complete":
            time.sleep(0.05)

    def press(self, driver, words):
        self.click(driver, driver.find_element(By.XPATH, f"//main//button[contains(., '{words}')]"))

    def expect(self, driver, width, words):
        if words not in driver.find_element(By.TAG_NAME, "main").text:
            self.fault(driver.current_url, width, f"does not say: {words}")

    def nominate(self, driver, start, width):
        """Families are ticked, checked and nominated, once; what is left out is asked for."""
        driver.get(urljoin(start, "/identify"))
        self.press(driver, "Nominate the families ticked")
        self.look(driver, driver.current_url, width, "identify, nothing ticked")
        self.expect(driver, width, "Select the families to nominate")
        for box in driver.find_elements(By.CSS_SELECTOR, "main td input[type=checkbox]")[:3]:
            driver.execute_script("arguments[0].click()", box)
        self.press(driver, "Nominate the families ticked")
        self.look(driver, driver.current_url, width, "nominations, check")
        self.press(driver, "Nominate 3 families")
        self.look(driver, driver.current_url, width, "nominations, no programme")
        self.expect(driver, width, "Select a programme")
        driver.execute_script("arguments[0].click()", driver.find_element(By.CSS_SELECTOR, "main input[type=radio]"))
        self.press(driver, "Nominate 3 families")
        self.look(driver, driver.current_url, width, "nominations, done")
        if not re.search(r"/nominations/\d+$", driver.current_url):
            self.fault(driver.current_url, width, "did not go on to the nominations")
        self.click(driver, driver.find_element(By.CSS_SELECTOR, "main tbody a"))
        self.look(driver, driver.current_url, width, "identify, evidence of a nomination")

    def claim(self, driver, start, width):
        """A claim is entered by one person, checked and compared with the partners' feeds by another."""
        contract = urljoin(start, "/contracts/priority-families-demonstration")
        self.enter(driver, start, "analyst")
        driver.get(f"{contract}/claims")
        if driver.find_elements(By.XPATH, "//main//button[contains(., 'Enter a claim')]"):
            self.press(driver, "Enter a claim for all of these")
        else:
            driver.find_element(By.CSS_SELECTOR, "main tbody a").click()
        address = driver.current_url
        self.look(driver, address, width, "claims, entered")
        self.enter(driver, start, "auditor")
        driver.get(address)
        if "Compare" in driver.find_element(By.TAG_NAME, "main").text:
            self.press(driver, "Compare")
            self.look(driver, driver.current_url, width, "claims, compared")
        self.press(driver, "Take this step")
        self.look(driver, driver.current_url, width, "claims, nothing selected")
        self.expect(driver, width, "Select what happens next")
        for state in driver.find_elements(By.CSS_SELECTOR, "main input[value=checked]"):
            driver.execute_script("arguments[0].click()", state)
            self.press(driver, "Take this step")
            self.look(driver, driver.current_url, width, "claims, checked")
        if driver.find_elements(By.XPATH, "//main//button[contains(., 'Save the answer')]"):
            self.press(driver, "Save the answer")
            self.look(driver, driver.current_url, width, "claims, no answer")
            self.expect(driver, width, "Enter what the partner said")
        self.enter(driver, start, "finance")
        driver.get(address)
        self.look(driver, driver.current_url, width, "claims, for finance")
        driver.get(f"{contract}/simulation")
        self.settle(driver)
        self.type(driver, trials="2000", seed=f"{width}")
        self.press(driver, "Work them out")
        self.look(driver, driver.current_url, width, "simulation, being worked out")
        self.settle(driver)
        self.look(driver, driver.current_url, width, "simulation, worked out")

    def decide(self, driver, start, width):
        """Local discretion needs a name and a reason, is recorded, and can be withdrawn."""
        driver.get(urljoin(start, "/identify"))
        table = driver.find_element(By.XPATH, "//table[caption[contains(., 'one need short')]]")
        family = table.find_elements(By.CSS_SELECTOR, "tbody a")[0 if width > 600 else 1].get_attribute("href")
        driver.get(family)
        self.look(driver, driver.current_url, width, "identify, one need short")
        self.press(driver, "Record the decision")
        self.look(driver, driver.current_url, width, "discretion, nothing entered")
        self.expect(driver, width, "Enter the reason for the decision")
        driver.find_element(By.CSS_SELECTOR, "main input[name=decided-by]").send_keys("Ash Invented")
        driver.find_element(By.CSS_SELECTOR, "main textarea[name=reason]").send_keys("High cost to several services")
        self.press(driver, "Record the decision")
        self.look(driver, driver.current_url, width, "discretion, recorded")
        self.expect(driver, width, "By local discretion")
        self.press(driver, "Withdraw the decision")
        self.look(driver, driver.current_url, width, "discretion, withdrawn")
        self.expect(driver, width, "One need short")
        if "Invented" in driver.current_url:
            self.fault(driver.current_url, width, "a name is in the address")

    def review(self, driver, start, width):
        """A doubtful pair is looked at, needs an answer, and goes on the list of those asked; two who are one are merged."""
        driver.get(urljoin(start, "/matching/review"))
        self.look(driver, driver.current_url, width, "matching, pairs to look at")
        pair = driver.find_element(By.CSS_SELECTOR, "main tbody a").get_attribute("href")
        driver.get(pair)
        self.look(driver, driver.current_url, width, "matching, a pair")
        self.press(driver, "Record the decision")
        self.look(driver, driver.current_url, width, "matching, nothing selected")
        self.expect(driver, width, "Select whether the two records are of one person")
        driver.execute_script("arguments[0].click()", driver.find_element(By.CSS_SELECTOR, "main input[value=ask]"))
        driver.find_element(By.CSS_SELECTOR, "main textarea[name=reason]").send_keys("Ask the school")
        self.press(driver, "Record the decision")
        self.look(driver, driver.current_url, width, "matching, asked")
        self.expect(driver, width, "Ask the school")
        driver.get(urljoin(start, "/matching/review?show=asked"))
        self.look(driver, driver.current_url, width, "matching, pairs asked")
        driver.get(urljoin(start, "/matching/review?show=duplicates"))
        found = driver.find_elements(By.CSS_SELECTOR, "main tbody a")
        if not found:
            return
        driver.get(found[0].get_attribute("href"))
        driver.execute_script("arguments[0].click()", driver.find_element(By.CSS_SELECTOR, "main input[value=same]"))
        self.press(driver, "Record the decision")
        self.look(driver, driver.current_url, width, "matching, decided")
        driver.find_element(By.LINK_TEXT, "Merge these two people").click()
        self.look(driver, driver.current_url, width, "matching, merge to check")
        if not driver.find_elements(By.CSS_SELECTOR, "main form button"):
            self.expect(driver, width, "do not say the same")
            return
        self.press(driver, "Merge these two people")
        self.look(driver, driver.current_url, width, "matching, merged")
        self.press(driver, "Undo the merge")
        self.look(driver, driver.current_url, width, "matching, merge undone")
        self.expect(driver, width, "Undone")


def one_time_code(secret):
    """The code an authenticator app shows for a key in base 32 (RFC 6238)."""
    key = base64.b32decode(secret + "=" * (-len(secret) % 8))
    mac = hmac.new(key, struct.pack(">Q", int(time.time()) // 30), hashlib.sha1).digest()
    place = mac[-1] & 15
    return f"{(struct.unpack('>I', mac[place:place + 4])[0] & 0x7FFFFFFF) % 1000000:06d}"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("start")
    parser.add_argument("--axe", required=True)
    parser.add_argument("--shots")
    parser.add_argument("--file", action="append", default=[], help="a saved page that needs nothing beside it")
    parser.add_argument("--user", action="append", default=[], help="somebody with a temporary password, for each width")
    parser.add_argument("--unclaimed", help="a service over a register that nobody signs in to")
    arguments = parser.parse_args()
    if arguments.shots:
        os.makedirs(arguments.shots, exist_ok=True)
    checker = Checker(arguments)

    wide = browser(1280)
    plain = browser(1280, scripts=False)
    narrow = browser(320)

    def look_again(role, found):
        """The pages without scripts and on a narrow screen, while the next role's are looked for."""
        checker.enter(plain, arguments.start, role)
        for url, text in found.values():
            plain.get(url)
            # One's sessions differ, and so do those who have read a record meanwhile.
            if any(part in url for part in ("account", "readers", "break-glass")):
                continue
            said = plain.execute_script("return document.querySelector('main').innerText")
            if words_of(said) != words_of(text):
                checker.fault(url, "without JavaScript", f"says something else: {difference(text, said)}")
        checker.enter(narrow, arguments.start, role)
        for name, (url, _) in found.items():
            narrow.get(url)
            checker.look(narrow, url, 320, f"{role} {name}")

    # Pages by role: the role's home, and each kind that nobody before it could open.
    pages, looks = OrderedDict(), []
    with ThreadPoolExecutor(max_workers=1) as again:
        for role in ROLES:
            checker.enter(wide, arguments.start, role)
            found = checker.crawl(wide, arguments.start, role, pages)
            own = OrderedDict((k, v) for k, v in found.items() if k == "/" or k not in pages)
            pages.update(own)
            looks.append(again.submit(look_again, role, own))
        for look in looks:
            look.result()
    plain.quit()
    saved = [pathlib.Path(path).resolve().as_uri() for path in arguments.file]
    for url in saved:
        wide.get(url)
        checker.look(wide, url, 1280, os.path.basename(url))

    # From here on the register moves.
    for user in arguments.user[:1]:
        checker.sign_in(wide, arguments.start, 1280, user)
    if arguments.unclaimed:
        checker.set_up(wide, arguments.unclaimed, 1280)
    checker.enter(wide, arguments.start, "administrator")
    checker.keep_users(wide, arguments.start, 1280)
    checker.enter(wide, arguments.start, "gateway")
    checker.search(wide, arguments.start, 1280)
    checker.nominate(wide, arguments.start, 1280)
    checker.decide(wide, arguments.start, 1280)
    checker.review(wide, arguments.start, 1280)
    checker.claim(wide, arguments.start, 1280)
    wide.get(urljoin(arguments.start, "/no-such-page"))
    checker.look(wide, wide.current_url, 1280, "no such page")
    wide.quit()

    for url in saved:
        narrow.get(url)
        checker.look(narrow, url, 320, os.path.basename(url))
    for user in arguments.user[1:2]:
        checker.sign_in(narrow, arguments.start, 320, user)
    if arguments.unclaimed:
        checker.set_up(narrow, arguments.unclaimed, 320)
    checker.enter(narrow, arguments.start, "administrator")
    checker.keep_users(narrow, arguments.start, 320)
    checker.enter(narrow, arguments.start, "gateway")
    checker.search(narrow, arguments.start, 320)
    checker.nominate(narrow, arguments.start, 320)
    checker.decide(narrow, arguments.start, 320)
    checker.review(narrow, arguments.start, 320)
    checker.claim(narrow, arguments.start, 320)
    narrow.quit()

    print(f"\n{len(pages)} kinds of page, {checker.checked} looked at")
    print(f"{checker.checked - len({f.split(': ')[0] for f in checker.faults})} passed, {len(checker.faults)} failed")
    sys.exit(1 if checker.faults else 0)


if __name__ == "__main__":
    main()
