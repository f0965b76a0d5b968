"""Measures the service under load, over a register of 100,000 families, beside an empty handler of the same server.

    load.py HOMEWARD FOLDER [--families N] [--seconds N]

64 connections on loopback, as made by wrk: an empty handler (/health), the caseload page alone, and a mix of two fifths
caseload pages, a fifth case pages, a fifth lists of contacts and a fifth contacts recorded, by eight workers of eight
cases each. Then the mix again, with the service killed (SIGKILL) in the middle and started at once: every contact whose
recording was acknowledged must be in the register, and its chain must hold.

FOLDER keeps the register; it is made anew where it is not there.
"""

import argparse
import http.cookiejar
import pathlib
import random
import re
import signal
import sqlite3
import subprocess
import threading
import time
import urllib.parse
import urllib.request

HERE = pathlib.Path(__file__).resolve().parent
PASSWORD = "quiet amber kettle"
USERS = 8
CASES = 8
PORT = 18473
CONNECTIONS = 64


def day(back):
    return time.strftime("%Y-%m-%d", time.gmtime(time.time() - 86400 * back))


def write_package(folder, families):
    """Families with a parent and two children each; six in ten were worked with, one in fifty is now."""
    folder.mkdir(parents=True)
    lots = random.Random(7)
    workers = max(USERS, families // 50 // CASES)
    tables = {name: open(folder / f"{name}.csv", "w", encoding="utf-8") for name in (
        "organisations", "workers", "families", "people", "referrals", "cases", "allocations", "contacts")}
    heads = {
        "organisations": "organisation_id,name,kind",
        "workers": "worker_id,name,organisation_id,team,role,programme,wte",
        "families": "family_id,name,postcode",
        "people": "person_id,family_id,forename,surname,date_of_birth,sex,role",
        "referrals": "referral_id,family_id,person_id,received_on,source,route,decision,decided_on",
        "cases": "case_id,referral_id,family_id,person_id,programme,organisation_id,team,started_on,ended_on,end_reason",
        "allocations": "case_id,worker_id,role,from,to",
        "contacts": "contact_id,case_id,on,minutes,kind,direct,worker_id",
    }
    for name, head in heads.items():
        print(head, file=tables[name])
    print("P1,A provider,provider", file=tables["organisations"])
    for number in range(workers):
        print(f"W{number},Worker {number},P1,Team {number // 10},key_worker,priority-families,1", file=tables["workers"])
    contacts = 0
    for number in range(families):
        print(f"F{number},Made{number},", file=tables["families"])
        print(f"A{number},F{number},Robin,Made{number},198{number % 10}-05-01,F,parent_carer", file=tables["people"])
        for child, year in (("B", 2010), ("C", 2014)):
            print(f"{child}{number},F{number},Sam,Made{number},{year + number % 4}-03-0{1 + number % 9},M,child",
                  file=tables["people"])
        is_open = number < workers * CASES
        if not is_open and number % 10 >= 6:
            continue
        began = lots.randint(100, 250) if is_open else lots.randint(400, 1500)
        ended = "" if is_open else day(began - 180)
        worker = f"W{number % workers}"
        print(f"R{number},F{number},B{number},{day(began + 14)},school,nomination,accepted,{day(began + 7)}",
              file=tables["referrals"])
        print(f"K{number},R{number},F{number},B{number},priority-families,P1,Team {number % workers // 10},{day(began)},"
              f"{ended},{'' if is_open else 'completed'}", file=tables["cases"])
        print(f"K{number},{worker},key_worker,{day(began)},{'' if is_open else day(began - 179)}", file=tables["allocations"])
        for visit in range(20 if is_open else 2):
            contacts += 1
            print(f"V{contacts},K{number},{day(began - 4 * visit)},60,home_visit,true,{worker}", file=tables["contacts"])
    for file in tables.values():
        file.close()


class Service:
    def __init__(self, homeward, register):
        self.homeward, self.register = homeward, str(register)
        self.process = None

    def run(self, *arguments, given=None):
        done = subprocess.run([self.homeward, *arguments, "--register", self.register], input=given, text=True,
                              capture_output=True, check=False)
        if done.returncode not in (0, 1):
            raise SystemExit(f"homeward {' '.join(arguments)}: {done.stderr}")
        return done.stdout

    def start(self):
        self.process = subprocess.Popen([self.homeward, "serve", "--register", self.register, "--port", str(PORT)],
                                        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        began = time.perf_counter()
        for _ in range(3000):
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{PORT}/health", timeout=5).close()
                return time.perf_counter() - began
            except OSError:
                if self.process.poll() is not None:
                    raise SystemExit("the service stopped") from None
                time.sleep(0.02)
        raise SystemExit("the service does not answer")

    def stop(self, how=signal.SIGTERM):
        self.process.send_signal(how)
        self.process.wait()

    def enter(self, name):
        """Signs a user in; gives the session's cookie."""
        jar = http.cookiejar.CookieJar()
        opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar))
        address = f"http://127.0.0.1:{PORT}/sign-in"
        text = opener.open(address).read().decode()
        token = re.search(r'name="token" value="([^"]+)"', text).group(1)
        form = {"token": token, "sign-in-name": name, "password": PASSWORD}
        opener.open(address, urllib.parse.urlencode(form).encode()).close()
        return "; ".join(f"{cookie.name}={cookie.value}" for cookie in jar)


def cases_of(register, worker):
    connection = sqlite3.connect(register)
    rows = connection.execute(
        "SELECT c.case_id FROM cases c JOIN allocations a ON a.case_id = c.case_id WHERE c.to_change IS NULL"
        " AND a.to_change IS NULL AND c.ended_on IS NULL AND a.worker_id = ?", (worker,)).fetchall()
    connection.close()
    return [row[0] for row in rows]


def prepare(service, folder, families):
    """The register with its users, and a file that tells wrk who they are."""
    register = pathlib.Path(service.register)
    if not register.exists():
        write_package(folder / "package", families)
        began = time.perf_counter()
        service.run("import", str(folder / "package"))
        print(f"imported in {time.perf_counter() - began:.0f} s")
        for number in range(USERS):
            service.run("user", "add", f"user{number}", "--name", f"User {number}", "--worker", f"W{number}", "--own-password",
                        "--role", f"practitioner:team:Team {number // 10}", given=PASSWORD + "\n")
    tokens = [service.run("user", "token", f"user{number}", "--name", "load").split() for number in range(USERS)]
    return [max(token, key=len) for token in tokens]


def wrk(folder, mix, seconds, path="/", killing=None):
    log = folder / f"written-{mix}-{'killed' if killing else 'calm'}-"
    for old in folder.glob(log.name + "*"):
        old.unlink()
    command = ["wrk", "-t2", f"-c{CONNECTIONS}", f"-d{seconds}s", "--timeout", "20s", "--latency"]
    if mix != "empty":
        command += ["-s", str(HERE / "load.lua")]
    command.append(f"http://127.0.0.1:{PORT}{path}")
    if mix != "empty":
        command += ["--", mix, str(folder / "users.tsv"), str(log)]
    killer = threading.Timer(seconds / 2, killing) if killing else None
    if killer:
        killer.start()
    text = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    if killer:
        killer.join()
    written, refused = [], 0
    for part in folder.glob(log.name + "*"):
        for line in part.read_text().splitlines():
            if line.startswith("!"):
                refused += 1
            else:
                written.append(line)
    return text, written, refused


def milliseconds(text):
    number, unit = re.match(r"([\d.]+)(us|ms|s|m)", text).groups()
    return float(number) * {"us": 0.001, "ms": 1, "s": 1000, "m": 60000}[unit]


def row(name, text, refused):
    """A line of the table, from what wrk prints."""
    found = re.search(r"RESULT (\d+) (\d+) ([\d.]+) ([\d.]+) (\d+) (\d+)", text)
    if found:
        requests, duration, p50, p99, broken, _ = (float(part) for part in found.groups())
        rate = requests / (duration / 1e6)
    else:
        rate = float(re.search(r"Requests/sec:\s+([\d.]+)", text).group(1))
        p50, p99 = (milliseconds(re.search(rf"(?m)^ +{part}% +(\S+)", text).group(1)) for part in (50, 99))
        broken = 0
    print(f"| {name} | {rate:,.0f} | {p50:,.1f} ms | {p99:,.1f} ms | {broken + refused:,.0f} |", flush=True)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("homeward")
    parser.add_argument("folder")
    parser.add_argument("--families", type=int, default=100_000)
    parser.add_argument("--seconds", type=int, default=20)
    arguments = parser.parse_args()
    folder = pathlib.Path(arguments.folder)
    folder.mkdir(parents=True, exist_ok=True)
    service = Service(arguments.homeward, folder / "load.db")
    tokens = prepare(service, folder, arguments.families)
    try:
        print(f"from start to the first answer: {service.start():.1f} s")
        with open(folder / "users.tsv", "w", encoding="utf-8") as file:
            for number, token in enumerate(tokens):
                cases = cases_of(service.register, f"W{number}")
                print(service.enter(f"user{number}"), token, ",".join(cases), sep="\t", file=file)

        print(f"| {CONNECTIONS} connections, {arguments.families:,} families | answers a second | median | 99th percentile | errors |")
        print("|---|---|---|---|---|")
        row("an empty handler", *wrk(folder, "empty", arguments.seconds // 2, "/health")[::2])
        text, _, refused = wrk(folder, "caseload", arguments.seconds // 2)
        row("the caseload page", text, refused)
        text, written, refused = wrk(folder, "mixed", arguments.seconds)
        row(f"reading and writing, {len(written):,} contacts recorded", text, refused)

        again = []

        def kill():
            service.stop(signal.SIGKILL)
            again.append(service.start())

        text, killed, refused = wrk(folder, "mixed", arguments.seconds, killing=kill)
        row(f"the same, killed in the middle, {len(killed):,} recorded", text, refused)
    finally:
        service.stop()
    connection = sqlite3.connect(service.register)
    kept = {found[0] for found in connection.execute("SELECT contact_id FROM contacts WHERE to_change IS NULL")}
    connection.close()
    missing = [each for each in written + killed if each not in kept]
    print(f"\n{len(written) + len(killed):,} writes were acknowledged, {len(missing)} are missing;"
          f" it answered again {again[0]:.1f} s after it was killed")
    print(service.run("verify").strip())
    raise SystemExit(1 if missing else 0)


if __name__ == "__main__":
    main()
