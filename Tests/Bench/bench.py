"""Runs the benchmark and prints its table: every job in a process of its own, with its time and peak memory.

    bench.py HOMEWARD FOLDER [--children N] [--markdown] [--contracts]

FOLDER keeps the made packages and the registers; it is made anew where it is not there. Answers are compared before any
time is printed: one that differs ends the run. A job is run as often as its row says, alternating with its peers, and
the median is printed; noise on a shared machine is large, so compare the ratios rather than the times.
"""

import argparse
import json
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[2]
HERE = pathlib.Path(__file__).resolve().parent
AS_AT = "2025-09-30"
RETURN = ROOT / "Tests/ExchangeTests/Fixtures/903"
QUESTIONS = {"care_days": "Care days by programme and quarter", "at_home": "At home at 0, 6, 12 and 18 months"}
PEERS = ["duckdb", "polars"]


class Run:
    """One run of one command: its output, and what it took."""

    def __init__(self, command, accepted=(0,)):
        with tempfile.TemporaryFile() as output:
            start = time.perf_counter()
            process = subprocess.Popen([str(part) for part in command], stdout=output, stderr=subprocess.DEVNULL)
            _, status, usage = os.wait4(process.pid, 0)
            self.wall = time.perf_counter() - start
            process.returncode = os.waitstatus_to_exitcode(status)
            self.cpu = usage.ru_utime + usage.ru_stime
            self.mebibytes = usage.ru_maxrss / 1024
            output.seek(0)
            self.output = output.read()
        if process.returncode not in accepted:
            raise SystemExit(f"{command[0]} {command[1]} ended with status {process.returncode}")


class Row:
    """A line of the table: the medians of some runs, and beside them what was aimed at and what a peer took."""

    def __init__(self, job, who, runs, seconds=None, aim="", note=""):
        self.job = job
        self.who = who
        self.runs = len(runs)
        self.seconds = seconds if seconds is not None else statistics.median(run.wall for run in runs)
        self.cpu = None if seconds is not None else statistics.median(run.cpu for run in runs)
        self.mebibytes = max(run.mebibytes for run in runs)
        self.aim = aim
        self.ratio = ""
        self.note = note

    def against(self, peers):
        """How many times the better peer's time ours is contained in; below 1 the peer is faster."""
        best = min(peers, key=lambda row: row.seconds)
        self.ratio = f"{best.seconds / self.seconds:.2g} x {best.who}"
        return self


class Bench:
    def __init__(self, homeward, folder, children):
        self.homeward = homeward
        self.folder = folder
        self.children = children
        self.rows = []

    def package(self, name):
        """The made package of this name, made where it is not there yet."""
        folder = self.folder / name
        if not (folder / "placements.csv").exists():
            say(f"making the package {name}")
            size = ["--children", self.children] if self.children else []
            Run([sys.executable, HERE / "made_care.py", name, folder, *size])
        return folder

    def peer(self, engine, question, repeat=0):
        command = [sys.executable, HERE / "peers.py", engine, question, self.package("figures"), "--as-at", AS_AT]
        return Run([*command, "--repeat", repeat])

    def our(self, register, runs=0):
        return Run([self.homeward, "bench", "--register", register, "--as-at", AS_AT, "--runs", runs])

    # What is measured.

    def importing(self):
        package = self.package("import")
        register = fresh(self.folder / "import.db")
        say("importing")
        imported = Run([self.homeward, "import", package, "--register", register, "--format", "json"])
        rows = {table["table"]: table["rows"] for table in json.loads(imported.output)["tables"]}
        title = f"Import of {rows['placements']:,} placements, {rows['people']:,} children"
        aim = "20 s, 1,024 MiB"
        self.rows.append(Row(title, "homeward", [imported], aim=aim, note="validated, versioned, chained"))
        say("verifying")
        verified = Run([self.homeward, "verify", "--register", register])
        self.rows.append(Row("Verify of that register", "homeward", [verified], note="every hash and reference"))

    def figures(self):
        package = self.package("figures")
        register = fresh(self.folder / "figures.db")
        say("importing the larger package")
        imported = Run([self.homeward, "import", package, "--register", register, "--format", "json"])
        rows = {table["table"]: table["rows"] for table in json.loads(imported.output)["tables"]}
        size = f"{rows['people']:,} children, {rows['placements']:,} placements"
        self.rows.append(Row(f"Import of {size}", "homeward", [imported]))
        self.compare(register)
        say("timing the figures")
        whole, asked, peers = [], [], {(peer, question): [] for peer in PEERS for question in QUESTIONS}
        for _ in range(3):
            whole.append(self.our(register))
            asked.append(self.our(register, runs=7))
            for peer, question in peers:
                peers[peer, question].append((self.peer(peer, question), self.peer(peer, question, repeat=7)))
        loads = [json.loads(run.output) for run in whole]
        for key, title, aim in [("snapshot_ms", "Snapshot from the register", "5 s"), ("history_ms", "Care history", "")]:
            seconds = statistics.median(load[key] for load in loads) / 1000
            self.rows.append(Row(f"{title}, {size}", "homeward", whole, seconds=seconds, aim=aim))
        for question, title in QUESTIONS.items():
            self.question(question, title, whole, asked, peers)

    def question(self, question, title, whole, asked, peers):
        """The question alone, its data in memory, and the whole process from start to exit."""
        aim = {"care_days": "50 ms", "at_home": "100 ms"}[question]
        alone = [
            Row(title, peer, [r for _, r in peers[peer, question]], seconds=median_of(r["median_ms"] for r in [
                json.loads(run.output) for _, run in peers[peer, question]]), note="data in memory")
            for peer in PEERS
        ]
        ours = median_of(json.loads(run.output)[question]["median_ms"] for run in asked)
        note = "snapshot in memory, care history built"
        self.rows.append(Row(title, "homeward", asked, seconds=ours, aim=aim, note=note).against(alone))
        self.rows += alone
        processes = [
            Row(f"{title}, whole process", peer, [run for run, _ in peers[peer, question]], note="from CSV")
            for peer in PEERS
        ]
        row = Row(f"{title}, whole process", "homeward", whole, note="from the register; both questions")
        self.rows.append(row.against(processes))
        self.rows += processes

    def compare(self, register):
        """Ends the run where an answer is not the same in all three."""
        say("comparing the answers")
        ours = json.loads(self.our(register).output)
        for question, title in QUESTIONS.items():
            answers = {peer: json.loads(self.peer(peer, question).output)["answer"] for peer in PEERS}
            for peer, answer in answers.items():
                if sorted(answer) != sorted(ours[question]["answer"]):
                    raise SystemExit(f"{title}: {peer} and homeward differ, so nothing is timed.")
        cells = sum(len(ours[question]["answer"]) for question in QUESTIONS)
        say(f"{cells} rows of answers are the same in homeward, DuckDB and polars")

    def contracts(self):
        """Simulated lives of a contract beside numpy's, and a whole contract priced again from a picture in memory."""
        trials = 100_000 if self.children is None else 2_000
        say(f"simulating {trials:,} lives of a contract")
        simulate = ["contract", "simulate", "--contract", "essex-care-days", "--format", "json"]
        ours, theirs = [], []
        for _ in range(3):
            ours.append(Run([self.homeward, *simulate, "--trials", trials]))
            theirs.append(Run([sys.executable, HERE / "simulated_lives.py", "--trials", trials]))
        same_but_for_chance(ours[0], theirs[0])
        # Nearly every course reaches the cap, so what is paid is compared without it too.
        folder = self.folder / "definitions"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        text = (ROOT / "Definitions/contracts/essex-care-days.yml").read_text()
        (folder / "uncapped.yml").write_text(text.replace("amount: 7210000", "amount: 90000000"))
        some = trials // 5
        same_but_for_chance(
            Run([self.homeward, *simulate, "--trials", some, "--definitions", folder]),
            Run([sys.executable, HERE / "simulated_lives.py", "--trials", some, "--cap", 90_000_000]),
        )
        (folder / "uncapped.yml").unlink()
        title = f"{trials:,} simulated lives of a contract of 400 children"
        peer = Row(title, "numpy", theirs, note="vectorised; whole process")
        self.rows += [Row(title, "homeward", ours, aim="seconds", note="whole process").against([peer]), peer]
        register = self.folder / "figures.db"
        if not register.exists():
            say("importing the larger package")
            Run([self.homeward, "import", self.package("figures"), "--register", register, "--format", "json"])
        for old, new in [
            ("id: essex-care-days", "id: priced-again"), ("from: 2013-04-01\n  to: 2018-07-31", "from: 2018-01-01\n  to: 2025-06-30"),
            ("last_claim: 2021-01-31", "last_claim: 2027-12-31"), ("from: 2013-04-01", "from: 2018-01-01"),
            ("programmes: [mst]", "programmes: [mst, fft]"), ("  from_age: 11\n  to_age: 17\n", ""), ("amount: 7210000", "amount: 90000000"),
        ]:
            text = text.replace(old, new)
        (folder / "priced-again.yml").write_text(text)
        say("pricing a contract again")
        run = Run([self.homeward, "bench", "--register", register, "--as-at", AS_AT, "--runs", 7,
                   "--contract", "priced-again", "--definitions", folder])
        found = json.loads(run.output)
        title = f"A contract of {found['members']:,} children priced again"
        self.rows.append(Row(title, "homeward", [run], seconds=(found["facts_ms"] + found["price_ms"]) / 1000, aim="1 s",
                             note="facts and every line, from the snapshot in memory"))

    def checking(self):
        say("checking a return")
        command = [self.homeward, "check", *sorted(RETURN.glob("*.csv")), "--collection-year", "2018", "--format", "json"]
        command += ["--register", self.folder / "none.db"]
        runs = [Run(command, accepted=(0, 1)) for _ in range(5)]
        rows = {table["table"]: table["rows"] for table in json.loads(runs[0].output)["tables"]}
        row = Row("Check of an SSDA903 return, all rules", "homeward", runs, aim="0.475 s")
        row.ratio = f"{9.5 / row.seconds:.2g} x the incumbent"
        row.note = f"{rows.get('Episodes', max(rows.values())):,} episodes; the incumbent's 9.5 s is stated, not measured here"
        self.rows.append(row)

    def serving(self):
        register = fresh(self.folder / "demonstration.db")
        Run([self.homeward, "demo", fresh(self.folder / "demonstration")])
        Run([self.homeward, "import", self.folder / "demonstration", "--register", register], accepted=(0, 1))
        say("starting to serve")
        runs = [FirstPage(self.homeward, register) for _ in range(5)]
        row = Row("Start to first page, demonstration register", "homeward", runs, aim="1 s, 150 MiB")
        row.note = "2,000 families"
        self.rows.append(row)


class FirstPage:
    """A start of the server until its home page has come, and what it took."""

    PORT = 18_467

    def __init__(self, homeward, register):
        start = time.perf_counter()
        command = [str(homeward), "serve", "--register", str(register), "--port", str(self.PORT)]
        server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            while True:
                if server.poll() is not None:
                    raise SystemExit("homeward serve ended before its first page")
                try:
                    urllib.request.urlopen(f"http://127.0.0.1:{self.PORT}/", timeout=60).read()
                    break
                except OSError:
                    time.sleep(0.005)
            self.wall = time.perf_counter() - start
        finally:
            server.terminate()
            _, status, usage = os.wait4(server.pid, 0)
            server.returncode = os.waitstatus_to_exitcode(status)
        self.cpu = usage.ru_utime + usage.ru_stime
        self.mebibytes = usage.ru_maxrss / 1024




def same_but_for_chance(ours, theirs):
    """Ends the run where a percentile lies further from numpy's than chance puts two samples of one model apart."""
    one, other = json.loads(ours.output), json.loads(theirs.output)
    for name in ["payment_pence", "saving_pence"]:
        for mark, (low, value, high) in other[name].items():
            say(f"{name} {mark}: homeward {one[name][mark] / 100:,.0f}, numpy {value / 100:,.0f} "
                f"({low / 100:,.0f} to {high / 100:,.0f})")
            if not low - 1 <= one[name][mark] <= high + 1:
                raise SystemExit(f"The simulated {name} {mark} differ by more than chance, so nothing is timed.")


def median_of(milliseconds):
    return statistics.median(milliseconds) / 1000


def fresh(path):
    """The path with nothing there."""
    for old in [path, *path.parent.glob(f"{path.name}-*")]:
        if old.is_dir():
            shutil.rmtree(old)
        else:
            old.unlink(missing_ok=True)
    return path


def say(words):
    print(words, file=sys.stderr, flush=True)


def time_text(seconds):
    if seconds is None:
        return ""
    return f"{seconds * 1000:.0f} ms" if seconds < 1 else f"{seconds:.2f} s"


def table(rows, markdown):
    columns = ["Job", "Program", "Runs", "Wall", "CPU", "Peak MiB", "Against the better peer", "Aim", "Note"]
    lines = [
        [r.job, r.who, f"{r.runs}", time_text(r.seconds), time_text(r.cpu), f"{r.mebibytes:,.0f}", r.ratio, r.aim, r.note]
        for r in rows
    ]
    if markdown:
        cells = [columns, ["---"] * len(columns), *lines]
        return "\n".join("| " + " | ".join(line) + " |" for line in cells)
    widths = [max(len(line[column]) for line in [columns, *lines]) for column in range(len(columns))]
    return "\n".join("  ".join(cell.ljust(w) for cell, w in zip(line, widths)).rstrip() for line in [columns, *lines])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("homeward", type=pathlib.Path)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--children", type=int, help="smaller packages than the real ones, to try the benchmark itself")
    parser.add_argument("--markdown", action="store_true", help="the table as docs/benchmarks.md has it")
    parser.add_argument("--contracts", action="store_true", help="simulated lives and a contract priced again alone")
    arguments = parser.parse_args()
    arguments.folder.mkdir(parents=True, exist_ok=True)
    bench = Bench(arguments.homeward.resolve(), arguments.folder, arguments.children)
    jobs = [bench.importing, bench.figures, bench.contracts, bench.checking, bench.serving]
    for job in [bench.contracts] if arguments.contracts else jobs:
        job()
    print(table(bench.rows, arguments.markdown))


if __name__ == "__main__":
    main()
