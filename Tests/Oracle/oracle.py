#!/usr/bin/env python3
"""Works out a report from an exchange package by the plainest reading of the figures' definitions.

Prints JSON {id: {"value", "numerator"?, "denominator"?, "low"?, "high"?, "unknown"?}}.
"""

import argparse
import json
import sys
from datetime import date

from intelligence import intelligence
from key_information import key_information
from package import Package
from performance import performance


def figures(package, question):
    """The figures of a question: a report's name and its options."""
    if question["report"] == "key-information":
        return key_information(package, question["as_at"], question.get("programme"))
    if question["report"] == "performance":
        return performance(package, question["from"], question["to"])
    return intelligence(package, question["as_at"], question["criteria"])


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("package")
    reports = parser.add_subparsers(dest="report", required=True)
    for name in ("key-information", "performance", "intelligence"):
        report = reports.add_parser(name)
        for option in ("--from", "--to") if name == "performance" else ("--as-at",):
            report.add_argument(option, required=True, type=date.fromisoformat, metavar="DAY")
        if name == "key-information":
            report.add_argument("--programme")
        if name == "intelligence":
            report.add_argument("--criteria", required=True, choices=["troubled-families-2012"])
    return vars(parser.parse_args())


if __name__ == "__main__":
    question = arguments()
    json.dump(figures(Package(question["package"]), question), sys.stdout, indent=1)
    print()
