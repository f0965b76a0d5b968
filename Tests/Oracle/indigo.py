#!/usr/bin/env python3
"""Holds what `homeward contract export` publishes against the INDIGO schema, and against the record it hides.

Every shipped contract is exported on the demonstration register, as at several days. jsonschema tries each project against
the standard's own schema, and against the same schema with nothing allowed that it does not name: the standard ignores
names it does not know, and a misspelt one would pass. What one part calls another by must be there. Counts must be
multiples of five, within half of that of what `homeward contract claims` lists, and neither tell of fewer than six
members nor leave fewer than six.
"""

import argparse
import copy
import json
import subprocess
import sys
import tempfile
from pathlib import Path

from jsonschema import Draft7Validator

SCHEMA = Path(__file__).resolve().parents[1] / "Fixtures/indigo/project.schema.json"
DAYS = ["2023-12-31", "2024-12-31", "2025-12-31", "2026-10-15"]
THRESHOLD = 5


def closed(schema):
    """The same schema, refusing every name that it does not give."""
    schema = copy.deepcopy(schema)

    def close(node):
        if isinstance(node, dict):
            if node.get("type") == "object" and "properties" in node:
                node["additionalProperties"] = False
            for child in node.values():
                close(child)
        elif isinstance(node, list):
            for child in node:
                close(child)

    close(schema)
    return schema


def references(schema, value):
    """What a project calls its own parts by: pairs of the list and the id."""
    if "references-data-list" in schema and isinstance(value, str):
        for name in value.split(","):
            yield schema["references-data-list"].strip("/"), name.strip()
    if isinstance(value, dict):
        for name, child in value.items():
            yield from references(schema.get("properties", {}).get(name, {}), child)
    elif isinstance(value, list):
        for child in value:
            yield from references(schema.get("items", {}), child)


def identifier(item):
    found = item.get("id")
    return found.get("value") if isinstance(found, dict) else found


def faults_of_form(schema, strict, project):
    for validator in (Draft7Validator(schema), Draft7Validator(strict)):
        for error in validator.iter_errors(project):
            yield f"{'/'.join(map(str, error.absolute_path))}: {error.message}"
    for name, named in references(schema, project):
        ids = [identifier(item) for item in project.get(name, [])]
        if named not in ids:
            yield f"{named} is not among {name}"
    for name, items in project.items():
        if isinstance(items, list):
            ids = [identifier(item) for item in items if isinstance(item, dict) and identifier(item)]
            if len(ids) != len(set(ids)):
                yield f"{name} has two items of one id"


def is_small(count, most=None):
    return 0 < count <= THRESHOLD or (most is not None and count > 0 and most - count <= THRESHOLD)


def faults_of_counts(project, started, reached):
    """A published count against the true one."""
    for result in project.get("results", []):
        name = result["outcome_metric_id"]["value"]
        pairs = [("number_engaged_in_impact_bond", started, None), ("number_with_positive_social_outcomes",
                                                                  reached.get(name, 0), started)]
        for field, true, most in pairs:
            shown = result.get(field, {}).get("value")
            if shown is None:
                if not is_small(true, most):
                    yield f"{name} {field}: {true} is hidden without need"
                continue
            if shown % 5 or abs(shown - true) > 2.5:
                yield f"{name} {field}: {shown} shown for {true}"
            if is_small(true, most):
                yield f"{name} {field}: {true} of {most} is small and shown"


class Program:
    def __init__(self, path, folder):
        self.path, self.register = path, folder / "indigo.db"
        package = folder / "package"
        subprocess.run([path, "demo", package], check=True, stdout=subprocess.DEVNULL)
        self.run("import", package, accepted=(0, 1))

    def run(self, *command, accepted=(0,)):
        done = subprocess.run([self.path, *command, "--register", self.register], capture_output=True)
        if done.returncode not in accepted:
            sys.exit(f"homeward {' '.join(map(str, command))} ended with {done.returncode}: {done.stderr.decode()}")
        return done.stdout

    def contracts(self):
        listed = subprocess.run([self.path, "contract", "list"], capture_output=True, check=True).stdout.decode()
        return [line.split()[0] for line in listed.splitlines() if line.strip()]

    def asked(self, command, contract, day):
        return json.loads(self.run("contract", command, "--contract", contract, "--as-at", day, "--format", "json"))


def quarter_before(day):
    """The end of the last quarter that is over, of which results are published."""
    year, month, _ = map(int, day.split("-"))
    last = (month - 1) // 3 * 3
    return f"{year - 1}-12-31" if last == 0 else f"{year}-{last:02d}-{[31, 30, 30][last // 3 - 1]}"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--homeward", type=Path, required=True)
    arguments = parser.parse_args()
    schema = json.loads(SCHEMA.read_text())
    Draft7Validator.check_schema(schema)
    strict = closed(schema)
    faults, projects, shown = [], 0, 0
    with tempfile.TemporaryDirectory() as folder:
        program = Program(arguments.homeward.resolve(), Path(folder))
        for contract in program.contracts():
            for day in DAYS:
                project = program.asked("export", contract, day)
                end = quarter_before(day)
                true = program.asked("claims", contract, end)
                reached = {item["outcome"]: item["members"] for item in true["outcomes"]}
                found = [*faults_of_form(schema, strict, project), *faults_of_counts(project, true["members"], reached)]
                faults += [f"{contract} {day}: {fault}" for fault in found]
                projects += 1
                shown += sum("number_with_positive_social_outcomes" in item for item in project.get("results", []))
    for fault in faults:
        print(fault)
    print(f"{projects} projects are valid by the INDIGO schema, with {shown} counts shown" if not faults else "")
    return 1 if faults or not shown else 0


if __name__ == "__main__":
    sys.exit(main())
