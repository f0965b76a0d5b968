"""Checks pairs and match weights of a model in Splink's settings against Splink itself.

    splink_weights.py MODEL.json PAIRS.csv FILE.csv ... [--id COLUMN] [--least P] [--tolerance 1e-6]

MODEL.json is a trained model, PAIRS.csv what `homeward link FILE.csv ... --model MODEL.json --pairs PAIRS.csv` wrote. The
model runs in Splink on the same files: every column as text, trimmed, empty as missing. Then both must have the same
pairs, and every pair the same weight. With --least only pairs of at least that probability are expected; a pair nearer to
it than the tolerance may be in either. Prints how many pairs there are and the largest difference; ends with 1 where they
differ. Runs in the benchmark's Python (scripts/install.sh bench).
"""

import argparse
import json
import logging
import pathlib
import warnings

import duckdb
from splink import DuckDBAPI, Linker


class Splink:
    """The pairs Splink finds, in the table `theirs`."""

    def __init__(self, model, files, identity, least):
        logging.getLogger("splink").setLevel(logging.ERROR)
        warnings.filterwarnings("ignore")
        self.database = duckdb.connect()
        self.settings = json.loads(model.read_text())
        self.identity = identity or self.settings.get("unique_id_column_name", "unique_id")
        self.settings |= {
            "unique_id_column_name": "record_key", "retain_matching_columns": False, "additional_columns_to_retain": [],
            "retain_intermediate_calculation_columns": False}
        parts = [self.read(file) for file in files]
        if self.settings["link_type"] == "dedupe_only":
            parts = [" UNION ALL ".join(parts)]
        names = [f"input_{number}" for number in range(len(parts))]
        for name, part in zip(names, parts):
            self.ask(f"CREATE TABLE {name} AS {part}")
        api = DuckDBAPI(self.database)
        tables = [api.register(self.database.table(name), dataset_display_name=f"the_{name}") for name in names]
        linker = Linker(tables if len(tables) > 1 else tables[0], self.settings, log_level=logging.ERROR)
        found = linker.inference.predict(threshold_match_probability=least)
        self.ask(f"""CREATE TABLE theirs AS SELECT least(record_key_l, record_key_r) AS one,
            greatest(record_key_l, record_key_r) AS other, match_weight AS weight, match_probability AS probability
            FROM {found.physical_name}""")

    def ask(self, sql):
        return self.database.execute(sql).fetchall()

    def read(self, file):
        """A file's columns and the key of each record: the file's name without its ending, and the record's identity."""
        source = f"read_csv('{file}', all_varchar = true, normalize_names = true)"
        columns = [row[0] for row in self.ask(f"DESCRIBE SELECT * FROM {source}")]
        values = ", ".join(f"nullif(trim(\"{column}\"), '') AS \"{column}\"" for column in columns)
        return f"SELECT '{file.stem}' || ':' || \"{self.identity}\" AS record_key, {values} FROM {source}"

    def load_ours(self, pairs):
        self.ask(f"""CREATE TABLE ours AS SELECT least(l, r) AS one, greatest(l, r) AS other, weight, probability FROM (
            SELECT source_l || ':' || record_id_l AS l, source_r || ':' || record_id_r AS r,
                CAST(match_weight AS DOUBLE) AS weight, CAST(match_probability AS DOUBLE) AS probability
            FROM read_csv('{pairs}', all_varchar = true))""")


def compare(splink, least, tolerance):
    """Counts of pairs in both and in one only, and the largest differences."""
    edge = f"WHERE abs(probability - {least}) > {tolerance}" if least else ""
    both, weight, probability = splink.ask("""SELECT count(*), max(abs(ours.weight - theirs.weight)),
        max(abs(ours.probability - theirs.probability)) FROM ours JOIN theirs USING (one, other)""")[0]
    ours, theirs = [
        splink.ask(f"SELECT count(*) FROM (SELECT * FROM {a} {edge}) ANTI JOIN {b} USING (one, other)")[0][0]
        for a, b in [("ours", "theirs"), ("theirs", "ours")]]
    twice = splink.ask("SELECT count(*) - count(DISTINCT (one, other)) FROM ours")[0][0]
    return {"both": both, "ours alone": ours, "Splink's alone": theirs, "given twice": twice}, weight, probability


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model", type=pathlib.Path)
    parser.add_argument("pairs", type=pathlib.Path)
    parser.add_argument("files", type=pathlib.Path, nargs="+")
    parser.add_argument("--id", help="column that names the record; the model's own where this is not given")
    parser.add_argument("--least", type=float)
    parser.add_argument("--tolerance", type=float, default=1e-6)
    arguments = parser.parse_args()
    splink = Splink(arguments.model, arguments.files, arguments.id, arguments.least)
    splink.load_ours(arguments.pairs)
    counts, weight, probability = compare(splink, arguments.least, arguments.tolerance)
    print(", ".join(f"{name} {count:,}" for name, count in counts.items()))
    if not counts["both"]:
        raise SystemExit("no pair is in both")
    print(f"largest difference: weight {weight:.2g}, probability {probability:.2g}")
    wrong = counts["ours alone"] + counts["Splink's alone"] + counts["given twice"]
    raise SystemExit(1 if wrong or weight > arguments.tolerance else 0)


if __name__ == "__main__":
    main()
