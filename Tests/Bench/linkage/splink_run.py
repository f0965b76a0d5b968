"""What every run of Splink in the contest does alike: levels in few words, phases timed, pairs and clusters written."""

import logging
import resource
import sys
import time
import warnings

import duckdb
from splink import DuckDBAPI, Linker, SettingsCreator
from splink.blocking_rule_library import CustomRule
from splink.comparison_level_library import CustomLevel
from splink.comparison_library import CustomComparison

THREADS = 2


def missing(condition):
    return CustomLevel(condition, "missing").configure(is_null_level=True)


def level(condition, label=None):
    return CustomLevel(condition, label)


def exact(column):
    """The same value, adjusted for how common it is."""
    return CustomLevel(f'"{column}_l" = "{column}_r"', f"{column} the same").configure(tf_adjustment_column=column)


def comparison(name, *levels):
    return CustomComparison([*levels, CustomLevel("ELSE", "anything else")], output_column_name=name)


def empty(*columns):
    """A pair in which one of the records lacks a value."""
    return missing(" AND ".join(f"({column}_l IS NULL OR {column}_r IS NULL)" for column in columns))


def rules(*texts):
    """Blocking rules, as `forename, surname` or, where the sides differ, as SQL with l and r."""
    return [CustomRule(text if "l." in text else on(text), sql_dialect="duckdb") for text in texts]


def on(columns):
    return " AND ".join(f"l.{column.strip()} = r.{column.strip()}" for column in columns.split(","))


class Run:
    """A connection, a model, and how long each phase took."""

    def __init__(self):
        logging.getLogger("splink").setLevel(logging.ERROR)
        warnings.filterwarnings("ignore")
        self.database = duckdb.connect()
        self.ask(f"SET threads = {THREADS}")
        self.phases = []
        self.since = time.perf_counter()

    def ask(self, sql):
        """Runs a statement to its end; DuckDB takes no other before."""
        return self.database.execute(sql).fetchall()

    def done(self, phase):
        now = time.perf_counter()
        self.phases.append((phase, now - self.since))
        self.since = now

    def model(self, tables, scope, comparisons, blocking, **settings):
        """A linker over tables that the database has; every record has a `unique_id`."""
        api = DuckDBAPI(self.database)
        registered = [api.register(self.database.table(name), dataset_display_name=f"the_{name}") for name in tables]
        settings = SettingsCreator(
            link_type=scope, comparisons=comparisons, blocking_rules_to_generate_predictions=blocking,
            retain_matching_columns=False, retain_intermediate_calculation_columns=False, **settings)
        self.linker = Linker(registered if len(registered) > 1 else registered[0], settings, log_level=logging.ERROR)
        return self.linker

    def train(self, deterministic, recall, sessions, random_pairs=1e6, seed=1, session_pairs=None, with_frequencies=None):
        """Prior, u and m. Term frequencies take part in the sessions named, in all of them where none is."""
        training = self.linker.training
        training.estimate_probability_two_random_records_match(deterministic, recall=recall)
        self.done("prior")
        training.estimate_u_using_random_sampling(max_pairs=random_pairs, seed=seed)
        self.done("u")
        for session in sessions:
            without = with_frequencies is not None and session not in with_frequencies
            training.estimate_parameters_using_expectation_maximisation(
                rules(session)[0], max_pairs=session_pairs, estimate_without_term_frequencies=without)
        self.done("m")

    def predict(self, least):
        whole = (1, 1)
        blocked = self.linker.inference.compute_blocked_pairs_for_predict_chunk(whole, whole)
        self.candidates = self.ask(f"SELECT count(*) FROM {blocked.physical_name}")[0][0]
        self.done("blocking")
        predicted = self.linker.inference.predict(threshold_match_probability=least)
        self.done("scoring")
        return predicted

    def report(self):
        """Phases, candidate pairs and peak memory, to standard error."""
        phases = ", ".join(f"{phase} {seconds:.2f}" for phase, seconds in self.phases)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"{phases}; {self.candidates:,} pairs compared; {peak:,.0f} MiB", file=sys.stderr)
