"""The tables of the exchange package, as its descriptor has them."""

import json
from pathlib import Path

DESCRIPTOR = json.loads((Path(__file__).parent.parent / "Fixtures" / "datapackage.json").read_text(encoding="utf-8"))
SCHEMA = {resource["name"]: resource["schema"] for resource in DESCRIPTOR["resources"]}


def types(table):
    """The type of each column of a table, in the order of the columns."""
    return {field["name"]: field["type"] for field in SCHEMA[table]["fields"]}


def key(table, row):
    return tuple(row.get(name) for name in SCHEMA[table]["primaryKey"])
