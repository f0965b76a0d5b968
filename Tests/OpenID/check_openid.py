#!/usr/bin/env python3
"""Signs in to a running Homeward with a real OpenID Connect provider, glewlwyd, both on this machine.

The service stands behind TLS, as it does at a council. First in headless Chromium with the provider's own pages: there
and back, signing out, and each way in which nobody is signed in, every page of ours looked at by the same rules as all
others (Tests/Pages). Then by plain requests: the answer of another browser, an answer used twice, a sign-in name that
somebody else takes over, an account let go, a provider that is gone. At the end nothing secret may be in what the
service wrote.

    check_openid.py --homeward .build/debug/homeward --axe axe.min.js [--shots FOLDER]
"""
import argparse
import os
import pathlib
import signal
import socket
import subprocess
import sys
import tempfile
import time
from urllib.parse import parse_qs, urlsplit

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "Pages"))
import check_pages  # noqa: E402
import tls_proxy  # noqa: E402
from glewlwyd import Browser, Glewlwyd, local  # noqa: E402
from selenium.common.exceptions import WebDriverException  # noqa: E402
from selenium.webdriver.common.by import By  # noqa: E402

PASSWORD = "quiet amber kettle"
CLIENT = "homeward-westmere"
# Only characters that stand for themselves: this provider does not decode what RFC 6749, section 2.3.1 has clients encode.
SECRET = "blue-slate_lantern.9"
NAME = "Westmere sign-in"
COOKIE = "__Host-homeward"
JOURNEY = "__Host-homeward-provider"


def free_port():
    with socket.socket() as place:
        place.bind(("127.0.0.1", 0))
        return place.getsockname()[1]


class Check:
    def __init__(self, arguments, folder):
        self.homeward = arguments.homeward
        self.folder = pathlib.Path(folder)
        self.register = str(self.folder / "openid.db")
        self.pages = check_pages.Checker(arguments)
        self.behind, self.port = free_port(), free_port()
        self.start = f"https://localhost:{self.port}"
        self.provider = Glewlwyd(folder, free_port())
        self.service = None
        self.passed = 0

    # What must hold

    def hold(self, what, holds, seen=""):
        if holds:
            self.passed += 1
            print(f"  holds  {what}")
        else:
            self.pages.fault(self.start, "-", f"does not hold: {what} {seen}")

    # What runs

    def run(self, *arguments, typed=None):
        done = subprocess.run([self.homeward, *arguments, "--register", self.register], input=typed, text=True,
                              capture_output=True)
        if done.returncode != 0:
            raise SystemExit(f"homeward {arguments[0]} {arguments[1]}: {done.stderr}")

    def begin(self, *more):
        """Starts the service behind the proxy."""
        self.log = open(self.folder / "homeward.log", "ab")
        self.service = subprocess.Popen(
            [self.homeward, "serve", "--register", self.register, "--demonstration", "--port", str(self.behind),
             "--public-address", self.start, "--openid-issuer", self.provider.issuer, "--openid-client", CLIENT,
             "--openid-secret-file", str(self.folder / "secret"), "--openid-name", NAME, *more],
            stdout=self.log, stderr=self.log)
        for _ in range(480):
            with socket.socket() as place:
                if place.connect_ex(("127.0.0.1", self.behind)) == 0:
                    return
            if self.service.poll() is not None:
                break
            time.sleep(0.25)
        raise SystemExit("homeward did not start\n" + (self.folder / "homeward.log").read_text())

    def end(self):
        if self.service is not None:
            self.service.send_signal(signal.SIGTERM)
            self.service.wait()
            self.log.close()
            self.service = None

    # The browser

    def look(self, driver, name, width=1280):
        return self.pages.look(driver, driver.current_url.split("?")[0], width, f"openid, {name}")

    def wait(self, driver, what):
        for _ in range(200):
            try:
                found = what()
                if found:
                    return found
            except WebDriverException:
                pass
            time.sleep(0.1)
        raise SystemExit(f"the browser waits in vain at {driver.current_url.split('?')[0]}: {driver.title}")

    def to_provider(self, driver):
        self.wait(driver, lambda: driver.find_element(By.LINK_TEXT, f"Sign in with {NAME}")).click()
        self.wait(driver, lambda: driver.current_url.startswith(self.provider.address))

    def at_provider(self, driver, name):
        """Signs in on the provider's own page and goes on from it."""
        field = self.wait(driver, lambda: driver.find_element(By.ID, "username"))
        field.send_keys(name)
        driver.find_element(By.ID, "password").send_keys(PASSWORD + "\n")
        # The button may be drawn anew under the pointer.
        self.wait(driver, lambda: driver.find_element(By.CSS_SELECTOR, "button.btn-success").click() or True)
        # The browser tells the address it is going to before it shows the page there: the page itself is asked.
        self.wait(driver, lambda: driver.execute_script(
            "return location.href.indexOf(arguments[0]) === 0 && document.readyState === 'complete'"
            " && !!document.querySelector('main h1')", self.start))

    def said(self, driver, words):
        heading = driver.find_element(By.TAG_NAME, "h1").text
        self.hold(f"a page says: {words}", heading == words, heading)

    def forget(self, driver):
        for address in (self.provider.address + "/config", self.start + "/cookies"):
            driver.get(address)
            driver.delete_all_cookies()

    def in_browser(self, width):
        driver = check_pages.browser(width, trusting=True)
        try:
            self.there_and_back(driver, width)
            self.forget(driver)
            driver.get(self.start + "/sign-in")
            self.to_provider(driver)
            self.at_provider(driver, "nobody.invented")
            self.said(driver, "You have no account here")
            self.look(driver, "no account", width)
            self.forget(driver)
            driver.get(self.start + "/sign-in")
            self.to_provider(driver)
            # Asked to sign in without a word to anybody, a provider that does not know the browser says no.
            back = parse_qs(urlsplit(driver.current_url).query)["callback_url"][0]
            driver.get(back + "&prompt=none")
            self.said(driver, "You did not sign in")
            self.look(driver, "cancelled", width)
            driver.get(self.start + "/sign-in/provider/answer?code=c&state=s")
            self.said(driver, "Start again to sign in")
            self.look(driver, "stale", width)
        finally:
            driver.quit()

    def there_and_back(self, driver, width):
        driver.get(self.start + "/reports/key-information")
        self.look(driver, "sign in", width)
        self.to_provider(driver)
        journey = driver.get_cookies()
        self.hold("no cookie of ours is shown to the provider", all(not c["name"].startswith(COOKIE) for c in journey))
        self.at_provider(driver, "wren.invented")
        self.hold("the browser is back at what was asked for", local(driver.current_url) == "/reports/key-information",
                  local(driver.current_url))
        cookies = {c["name"]: c for c in driver.get_cookies()}
        self.hold("there is one cookie, the session's", list(cookies) == [COOKIE], list(cookies))
        kept = cookies.get(COOKIE, {})
        self.hold("it is of TLS alone, out of reach of scripts, and not sent with others' forms",
                  kept.get("secure") and kept.get("httpOnly") and kept.get("sameSite") == "Lax", kept)
        driver.get(self.start + "/account")
        self.hold("it is they", "wren.invented" in driver.find_element(By.TAG_NAME, "main").text)
        self.pages.press(driver, "Sign out")
        self.look(driver, "signed out", width)
        driver.find_element(By.LINK_TEXT, f"Sign out at {NAME} too").click()
        self.wait(driver, lambda: driver.current_url.startswith(f"{self.provider.address}/"))
        self.hold("the way out there is the provider's own", "end_session" in driver.page_source
                  or "/login.html" in driver.current_url or "end_session" in driver.current_url, driver.title)

    # Plain requests

    def sent(self, browser):
        """Where the service sends a browser to sign in."""
        status, headers, _ = browser.ask(self.start + "/sign-in/provider")
        address = headers.get("Location") or ""
        asked = parse_qs(urlsplit(address).query)
        if status != 303 or not address.startswith(self.provider.issuer):
            raise SystemExit(f"the service answers {status} and not the way to the provider")
        self.hold("it asks for a code by PKCE", asked["response_type"] == ["code"] and "code_verifier" not in asked
                  and asked["code_challenge_method"] == ["S256"] and len(asked["code_challenge"][0]) == 43)
        return address

    def answered(self, browser, address, name):
        """The address that the provider sends a browser back to, once somebody has signed in there."""
        self.provider.enter(browser, name, PASSWORD)
        self.provider.agree(browser, CLIENT)
        status, headers, _ = browser.ask(address + "&g_continue")
        back = headers.get("Location") or ""
        if status != 302 or not back.startswith(self.start + "/sign-in/provider/answer?"):
            raise SystemExit(f"glewlwyd answers {status} and not the way back")
        return back

    def whole(self, name):
        """A whole sign-in; gives the status of what answers, where it leads, and what it says."""
        browser = Browser()
        status, headers, text = browser.ask(self.answered(browser, self.sent(browser), name))
        return status, headers.get("Location"), text, browser

    def by_requests(self):
        mine, other = Browser(), Browser()
        address = self.sent(mine)
        back = self.answered(mine, address, "wren.invented")
        self.sent(other)
        status, _, text = other.ask(back)
        self.hold("another browser's answer is refused", status == 400 and "Start again to sign in" in text, status)
        carried = "; ".join(f"{c.name}={c.value}" for c in mine.jar if c.name == JOURNEY)
        status, headers, _ = mine.ask(back)
        told = headers.get_all("Set-Cookie") or []
        self.hold("one's own is taken", status == 303 and headers.get("Location") == "/", status)
        self.hold("the session begins, and what was carried is forgotten",
                  any(c.startswith(f"{COOKIE}=") for c in told)
                  and any(c.startswith(f"{JOURNEY}=; Max-Age=0") for c in told), len(told))
        status, _, text = other.ask(back, cookies=carried)
        self.hold("and not twice", status == 400 and "Start again to sign in" in text, status)
        self.secrets = [parse_qs(urlsplit(back).query)["code"][0], parse_qs(urlsplit(back).query)["state"][0],
                        carried.split("=", 1)[1], *[c.split("=", 1)[1].split(";")[0] for c in told]]
        self.standing(mine)
        # The only way in, but for administrators: a page says how.
        self.end()
        self.begin("--openid-only")
        self.hold("where passwords are for administrators alone the page says so",
                  "Administrators can use a password" in Browser().ask(self.start + "/sign-in")[2])

    def standing(self, signed_in):
        """Accounts that are disabled, taken over, and let go."""
        self.run("user", "disable", "wren.invented")
        status, _, text, _ = self.whole("wren.invented")
        self.hold("a disabled account is refused", status == 403 and "Your account is disabled" in text, status)
        self.hold("and its session has ended", signed_in.ask(self.start + "/account")[0] == 303)
        self.run("user", "enable", "wren.invented")
        # Somebody else is given the name there: glewlwyd calls them by another subject.
        self.provider.remove("wren.invented")
        self.provider.add("wren.invented", PASSWORD)
        status, _, text, _ = self.whole("wren.invented")
        self.hold("a name that somebody else now has there opens nothing",
                  status == 403 and "is known under another account" in text, status)
        self.run("user", "unbind", "wren.invented")
        status, where, _, browser = self.whole("wren.invented")
        self.hold("until an administrator lets go", status == 303 and where == "/", status)
        self.hold("and then it is they", "wren.invented" in browser.ask(self.start + "/account")[2])

    def without_provider(self):
        browser = Browser()
        back = self.answered(browser, self.sent(browser), "wren.invented")
        self.provider.stop()
        status, _, text = browser.ask(back)
        self.hold("a provider that is gone is said to be", status == 502 and "is not working" in text, status)
        self.hold("and passwords work on", Browser().ask(self.start + "/sign-in")[0] == 200)

    def silence(self):
        written = (self.folder / "homeward.log").read_text(encoding="utf-8")
        told = [s for s in [*self.secrets, SECRET, "wren.invented", "eyJ"] if s and s in written]
        self.hold("nothing of it is in what the service wrote", not told, len(told))

    def all(self):
        answer, after = self.start + "/sign-in/provider/answer", self.start + "/sign-in"
        self.provider.start()
        self.provider.set_up(CLIENT, SECRET, answer, after)
        for name in ("wren.invented", "nobody.invented"):
            self.provider.add(name, PASSWORD)
            there = Browser()
            self.provider.enter(there, name, PASSWORD)
            self.provider.agree(there, CLIENT)
        secret = self.folder / "secret"
        secret.write_text(SECRET + "\n", encoding="utf-8")
        os.chmod(secret, 0o600)
        tls_proxy.start(self.folder, self.port, self.behind)
        self.begin()
        self.run("user", "add", "wren.invented", "--name", "Wren Invented", "--role", "analyst", typed=PASSWORD + "\n")
        for width in (1280, 320):
            self.in_browser(width)
        self.by_requests()
        self.without_provider()
        self.silence()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--homeward", required=True)
    parser.add_argument("--axe", required=True)
    parser.add_argument("--shots")
    arguments = parser.parse_args()
    if arguments.shots:
        os.makedirs(arguments.shots, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        check = Check(arguments, folder)
        try:
            check.all()
        finally:
            check.end()
            check.provider.stop()
    for fault in check.pages.faults:
        print(f"FAULT {fault}", file=sys.stderr)
    print(f"{check.passed} hold, {check.pages.checked} pages looked at, {len(check.pages.faults)} faults")
    sys.exit(1 if check.pages.faults else 0)


if __name__ == "__main__":
    main()
