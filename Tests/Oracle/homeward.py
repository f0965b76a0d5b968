"""Runs the program under test. What its command line and its output look like is known here and nowhere else."""

import json
import subprocess


class Refused(Exception):
    """The program refused, or printed something that is not what was asked for."""


class Homeward:
    def __init__(self, program, register):
        self.program, self.register = str(program), str(register)

    def run(self, *arguments):
        """The JSON that a command prints. Exit status 1 says that problems were found in the data."""
        command = [self.program, *arguments, "--register", self.register, "--format", "json"]
        done = subprocess.run(command, capture_output=True, text=True, timeout=120)
        if done.returncode not in (0, 1):
            raise Refused(f"{' '.join(arguments[:2])}: exit {done.returncode}: {done.stderr.strip()[:500]}")
        try:
            return json.loads(done.stdout)
        except json.JSONDecodeError:
            raise Refused(f"{' '.join(arguments[:2])}: not JSON: {(done.stdout + done.stderr).strip()[:500]}") from None

    def take_in(self, directory):
        """Imports a package. A package without a change was refused."""
        printed = self.run("import", str(directory))
        if printed.get("change") is None:
            blocking = [problem for problem in printed["problems"] if problem.get("severity") != "warning"]
            raise Refused("; ".join(message(problem) for problem in blocking[:5]) or "nothing was imported")

    def report(self, question):
        """The figures of a report by id, in the order printed; an id printed twice is an error."""
        figures = self.run("report", question["report"], *options(question))["figures"]
        by_id = {figure["id"]: figure for figure in figures}
        if len(by_id) != len(figures):
            raise Refused(f"{question['report']}: an id is printed twice")
        return by_id

    def explained(self, figure_id, question):
        """How many records `explain` lists as counted, which is in the numerator, and how many as unknown."""
        printed = self.run("explain", figure_id, "--report", question["report"], *options(question))
        standings = [member["standing"] for member in printed["members"]]
        return {"numerator": standings.count("counted"), "unknown": standings.count("unknown")}


def options(question):
    named = ((name.replace("_", "-"), value) for name, value in question.items() if name != "report")
    return [word for name, value in named for word in (f"--{name}", str(value))]


def message(problem):
    return " ".join(str(problem[name]) for name in ("table", "row", "field", "rule", "message") if name in problem)
