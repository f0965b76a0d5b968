"""Holds a model that Homeward wrote in Splink's settings against the settings it was read from.

    python3 splink_roundtrip.py SPLINK.json HOMEWARD.json RECORDS.csv

Splink loads both, and must score the same pairs with the same match weights. Needs splink 5 and pandas.
"""

import logging
import sys

import pandas as pd
from splink import DuckDBAPI, Linker, SettingsCreator

TOLERANCE = 1e-9


def scores(settings, records):
    """The match weight of every pair that the settings' rules bring together."""
    database = DuckDBAPI()
    table = database.register(records, dataset_display_name="records")
    linker = Linker(table, SettingsCreator.from_path_or_dict(settings), log_level=logging.ERROR)
    pairs = linker.inference.predict().as_pandas_dataframe()
    identifier = linker._settings_obj.column_info_settings.unique_id_column_name
    keys = zip(pairs[f"{identifier}_l"], pairs[f"{identifier}_r"])
    return {frozenset(pair): weight for pair, weight in zip(keys, pairs["match_weight"])}


def main(theirs, ours, path):
    records = pd.read_csv(path, dtype=str)
    expected, found = scores(theirs, records), scores(ours, records)
    missing = expected.keys() - found.keys()
    added = found.keys() - expected.keys()
    apart = max((abs(expected[pair] - found[pair]) for pair in expected.keys() & found.keys()), default=0)
    print(f"{len(expected)} pairs, {len(missing)} missing, {len(added)} added, weights at most {apart:.3g} apart")
    return 1 if missing or added or apart > TOLERANCE or not expected else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
