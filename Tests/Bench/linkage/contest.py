"""The contest in record linkage: Homeward and Splink on the same files in the same run, as tables in Markdown.

    contest.py [--records N ...] [--seeds S ...] [--runs 3] [--homeward PATH] [--folder FOLDER] [--parts speed accuracy]

Each program is a process of its own, from CSV to clusters, training included. For each made city both first run once with
their pairs written, which is what is scored; then, at the first seed, both run in turn as often as --runs says, with
clusters alone written, and the median is printed with the least and the most. The truth is used only to score.
FOLDER keeps the made cities; they are made where they are not there.
"""

import argparse
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

from score import Truth

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[2]
DATA = ROOT / "Tests/Fixtures/linkage"
AGENCIES = ["school", "youth_offending", "asb", "housing", "social_care", "dwp"]
PROGRAMS = ["homeward", "splink"]
SMALL = {  # what is linked: Homeward's model, Splink's arguments, the files
    "FEBRL3": ("febrl", ["3"], ["dataset3"]),
    "FEBRL3 without soc_sec_id": ("febrl-without-number", ["3", "--no-ssn"], ["dataset3"]),
    "FEBRL4": ("febrl", ["4"], ["dataset4a", "dataset4b"]),
    "FEBRL4 without soc_sec_id": ("febrl-without-number", ["4", "--no-ssn"], ["dataset4a", "dataset4b"]),
    "fake_1000": ("fake_1000", ["fake_1000"], ["fake_1000"]),
}


class Run:
    """One run of one command, and what it took."""

    def __init__(self, command, accepted=(0,)):
        with tempfile.TemporaryFile() as errors:
            start = time.perf_counter()
            process = subprocess.Popen([str(part) for part in command], stdout=subprocess.DEVNULL, stderr=errors)
            _, status, usage = os.wait4(process.pid, 0)
            self.wall = time.perf_counter() - start
            process.returncode = os.waitstatus_to_exitcode(status)
            errors.seek(0)
            said = errors.read().decode(errors="replace")
        self.cpu = usage.ru_utime + usage.ru_stime
        self.mebibytes = usage.ru_maxrss / 1024
        if process.returncode not in accepted:
            raise SystemExit(f"{process.args[0]} ended with status {process.returncode}:\n{said[-2000:]}")


class Contest:
    def __init__(self, homeward, programs, folder, runs):
        self.homeward = homeward
        self.programs = programs
        self.folder = folder
        self.runs = runs
        self.speed = []
        self.accuracy = []

    def city(self, records, seed):
        folder = self.folder / f"{records}_{seed}"
        if not (folder / "truth.csv").exists():
            say(f"making a city of {records:,} records, seed {seed}")
            Run([sys.executable, HERE / "people.py", folder, "--records", records, "--seed", seed])
        return folder

    def link_city(self, program, city, clusters, pairs=None):
        if program == "splink":
            command = [sys.executable, HERE / "splink_people.py", city, clusters]
        else:
            files = [city / f"{agency}.csv" for agency in AGENCIES]
            command = [self.homeward, "link", *files, "--model", "uk-multi-agency", "--train", "--out", clusters]
        return self.link(program, command, pairs)

    def link_small(self, program, name, clusters, pairs):
        model, arguments, files = SMALL[name]
        if program == "splink":
            command = [sys.executable, HERE / "splink_febrl.py", arguments[0], DATA, clusters, *arguments[1:]]
        else:
            paths = [DATA / f"{file}.csv" for file in files]
            command = [self.homeward, "link", *paths, "--model", model, "--train", "--out", clusters]
        return self.link(program, command, pairs)

    def link(self, program, command, pairs):
        """Nothing of an earlier run is left to be scored; Homeward's 1 says that some records had problems."""
        for path in self.outputs(program):
            path.unlink(missing_ok=True)
        return Run(command + (["--pairs", pairs] if pairs else []), accepted=(0, 1) if program == "homeward" else (0,))

    def run_city(self, records, seed, timed):
        city = self.city(records, seed)
        truth = Truth([city / "truth.csv"])
        title = f"made city, {records:,} records, seed {seed}"
        for program in self.programs:
            say(f"{title}: {program}")
            clusters, pairs = self.outputs(program)
            self.link_city(program, city, clusters, pairs)
            self.score(title, program, truth, clusters, pairs)
        if not timed:
            return
        runs = {program: [] for program in self.programs}
        for number in range(self.runs):
            for program in self.programs:
                say(f"{title}: {program}, timed run {number + 1}")
                runs[program].append(self.link_city(program, city, self.outputs(program)[0]))
        for program in self.programs:
            self.speed.append((f"{records:,}", program, runs[program], runs.get("splink") if program != "splink" else None))

    def run_small(self, name):
        truth = Truth([DATA / f"{file}.csv" for file in SMALL[name][2]])
        for program in self.programs:
            say(f"{name}: {program}")
            clusters, pairs = self.outputs(program)
            self.link_small(program, name, clusters, pairs)
            self.score(name, program, truth, clusters, pairs)

    def outputs(self, program):
        return self.folder / f"{program}_clusters.csv", self.folder / f"{program}_pairs.csv"

    def score(self, title, program, truth, clusters, pairs):
        result = truth.of_pairs(pairs, [0.95]) | {"clusters": truth.of_clusters(clusters)}
        self.accuracy.append((title, program, result))

    def tables(self):
        rows = [["records", "program", "runs", "wall, s", "processor, s", "peak, MiB", "against Splink"]]
        for records, program, runs, peer in self.speed:
            rows.append([records, program, f"{len(runs)}", spread([run.wall for run in runs]),
                         spread([run.cpu for run in runs]), f"{max(run.mebibytes for run in runs):,.0f}", ratio(runs, peer)])
        columns = ["data", "program", "best F1", "P / R / F1 at 0.95", "clusters P / R / F1", "people whole and pure",
                   "false pairs of one household"]
        scores = [columns]
        for title, program, result in self.accuracy:
            at, clusters = result["at_0.95"], result["clusters"]
            kin = at.get("of_one_household")
            scores.append([title, program, f"{result['best']['f1']:.4f} at {result['best']['probability']:.3g}", three(at),
                           three(clusters), f"{clusters['whole_and_pure']:.4f}", "" if kin is None else f"{kin:.0%}"])
        return "\n\n".join(markdown(table) for table in [rows, scores] if len(table) > 1)


def ratio(runs, peer):
    if not peer:
        return ""
    faster = statistics.median(run.wall for run in peer) / statistics.median(run.wall for run in runs)
    leaner = max(run.mebibytes for run in peer) / max(run.mebibytes for run in runs)
    return f"{faster:.1f} times as fast, {leaner:.1f} times as lean"


def spread(values):
    return f"{statistics.median(values):.2f} [{min(values):.2f}-{max(values):.2f}]"


def three(rates):
    return f"{rates['precision']:.4f} / {rates['recall']:.4f} / {rates['f1']:.4f}"


def markdown(rows):
    lines = [rows[0], ["---"] * len(rows[0]), *rows[1:]]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def say(words):
    print(words, file=sys.stderr, flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--records", type=int, nargs="+", default=[100_000, 1_000_000])
    parser.add_argument("--seeds", type=int, nargs="+", default=[7, 8])
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--homeward", type=pathlib.Path, default=ROOT / ".build/release/homeward")
    parser.add_argument("--programs", nargs="+", choices=PROGRAMS, default=PROGRAMS)
    parser.add_argument("--parts", nargs="+", choices=["speed", "accuracy"], default=["speed", "accuracy"])
    parser.add_argument("--folder", type=pathlib.Path)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = arguments.folder or pathlib.Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        contest = Contest(arguments.homeward.resolve(), arguments.programs, folder, arguments.runs)
        if "speed" in arguments.parts:
            for records in arguments.records:
                for seed in arguments.seeds:
                    contest.run_city(records, seed, timed=seed == arguments.seeds[0])
        if "accuracy" in arguments.parts:
            for name in SMALL:
                contest.run_small(name)
        print(contest.tables())


if __name__ == "__main__":
    main()
