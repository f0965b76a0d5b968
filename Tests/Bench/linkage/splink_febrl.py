"""Links FEBRL's people, or Splink's fake_1000, with Splink, modelled as a careful analyst would.

    splink_febrl.py 3|4|fake_1000 FOLDER CLUSTERS.csv [--no-ssn] [--pairs PAIRS.csv] [--least 0.01] [--save-model MODEL.json]

FOLDER holds dataset3.csv, dataset4a.csv, dataset4b.csv and fake_1000.csv. Clusters are at 0.95. The levels for swapped
columns follow the errors FEBRL's generator is known to make.
"""

import argparse
import pathlib

from splink_run import Run, comparison, empty, exact, level, rules

FILES = {"3": ["dataset3"], "4": ["dataset4a", "dataset4b"], "fake_1000": ["fake_1000"]}
FEBRL = ["given_name", "surname", "street_number", "address_1", "address_2", "suburb", "postcode", "state", "date_of_birth",
         "soc_sec_id"]
FAKE = ["first_name", "surname", "dob", "city", "email"]


def near(column, *least):
    return [level(f"jaro_winkler_similarity({column}_l, {column}_r) >= {bound}") for bound in least]


def typed(column, *most):
    return [level(f"damerau_levenshtein({column}_l, {column}_r) <= {bound}") for bound in most]


def swapped(one, other):
    return level(f"{one}_l = {other}_r OR {other}_l = {one}_r")


def febrl(with_number):
    """Comparisons, blocking, deterministic rules and sessions; with or without the number that is nearly an identifier."""
    comparisons = [
        comparison("given_name", empty("given_name"), exact("given_name"), *near("given_name", 0.92, 0.80),
                   swapped("given_name", "surname")),
        comparison("surname", empty("surname"), exact("surname"), *near("surname", 0.92, 0.80),
                   swapped("surname", "given_name")),
        comparison("date_of_birth", empty("date_of_birth"), exact("date_of_birth"), *typed("date_of_birth", 1, 2),
                   level("left(date_of_birth_l, 4) = left(date_of_birth_r, 4)"
                         " OR right(date_of_birth_l, 4) = right(date_of_birth_r, 4)")),
        comparison("address_1", empty("address_1"), exact("address_1"), *near("address_1", 0.92, 0.82),
                   swapped("address_1", "address_2")),
        comparison("address_2", empty("address_2"), exact("address_2"), *near("address_2", 0.92, 0.82),
                   swapped("address_2", "address_1")),
        comparison("suburb", empty("suburb"), exact("suburb"), *near("suburb", 0.92, 0.82)),
        comparison("postcode", empty("postcode"), exact("postcode"), *typed("postcode", 1, 2)),
        comparison("street_number", empty("street_number"), level("street_number_l = street_number_r"),
                   *typed("street_number", 1)),
        comparison("state", empty("state"), level("state_l = state_r")),
    ]
    blocking = ["date_of_birth", "postcode", "given_name", "surname", "address_1", "address_2", "suburb",
                "l.given_name = r.surname", "l.surname = r.given_name", "l.address_1 = r.address_2",
                "l.address_2 = r.address_1", "street_number, state"]
    certain = ["given_name, surname, date_of_birth", "surname, date_of_birth, postcode", "given_name, surname, address_1"]
    sessions = ["date_of_birth", "postcode", "given_name, surname"]
    if with_number:
        comparisons.append(comparison(
            "soc_sec_id", empty("soc_sec_id"), level("soc_sec_id_l = soc_sec_id_r"), *typed("soc_sec_id", 1, 2)))
        blocking.append("soc_sec_id")
        certain.append("soc_sec_id")
        sessions.append("soc_sec_id")
    return comparisons, rules(*blocking), rules(*certain), 0.9 if with_number else 0.7, sessions


def fake_1000():
    comparisons = [
        comparison("first_name", empty("first_name"), exact("first_name"), *near("first_name", 0.92, 0.80),
                   swapped("first_name", "surname")),
        comparison("surname", empty("surname"), exact("surname"), *near("surname", 0.92, 0.80),
                   swapped("surname", "first_name")),
        comparison("dob", empty("dob"), level("dob_l = dob_r"), *typed("dob", 1, 2),
                   level("left(dob_l, 4) = left(dob_r, 4)")),
        comparison("city", empty("city"), exact("city"), *near("city", 0.85)),
        comparison("email", empty("email"), level("email_l = email_r"),
                   level("split_part(email_l, '@', 1) = split_part(email_r, '@', 1)"), *near("email", 0.88)),
    ]
    blocking = rules("first_name", "surname", "dob", "email",
                     "l.city = r.city AND left(l.first_name, 1) = left(r.first_name, 1)",
                     "l.first_name = r.surname")
    sessions = ["dob", "email", "first_name, surname"]
    return comparisons, blocking, rules("first_name, surname, dob", "email"), 0.6, sessions


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", choices=FILES)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("clusters", type=pathlib.Path)
    parser.add_argument("--no-ssn", action="store_true", help="without soc_sec_id")
    parser.add_argument("--pairs", type=pathlib.Path)
    parser.add_argument("--least", type=float, default=0.01, help="probability from which pairs are kept")
    parser.add_argument("--save-model", type=pathlib.Path)
    arguments = parser.parse_args()
    run = Run()
    fake = arguments.data == "fake_1000"
    identity, columns = ("unique_id", FAKE) if fake else ("rec_id", FEBRL)
    names = FILES[arguments.data]
    for name in names:
        values = ", ".join(f"nullif(trim({column}), '') AS {column}" for column in columns)
        run.ask(f"""CREATE TABLE {name} AS SELECT '{name}:' || {identity} AS unique_id, '{name}' AS source,
            {identity} AS record_id, {values}
            FROM read_csv('{arguments.folder / name}.csv', all_varchar = true, normalize_names = true)""")
    run.done("reading")
    comparisons, blocking, certain, recall, sessions = fake_1000() if fake else febrl(not arguments.no_ssn)
    run.model(names, "link_only" if len(names) > 1 else "dedupe_only", comparisons, blocking)
    run.train(certain, recall, sessions)
    if arguments.save_model:
        run.linker.misc.save_model_to_json(str(arguments.save_model), overwrite=True)
    predicted = run.predict(arguments.least)
    clusters = run.linker.clustering.cluster_pairwise_predictions_at_threshold(predicted, 0.95)
    run.done("clusters")
    run.ask(f"""COPY (SELECT split_part(unique_id, ':', 1) AS source, split_part(unique_id, ':', 2) AS record_id,
        cluster_id FROM {clusters.physical_name}) TO '{arguments.clusters}'""")
    if arguments.pairs:
        sides = ", ".join(
            f"split_part(unique_id_{side}, ':', {part}) AS {name}_{side}"
            for side in "lr" for part, name in [(1, "source"), (2, "record_id")])
        run.ask(f"""COPY (SELECT {sides}, match_weight, match_probability FROM {predicted.physical_name})
            TO '{arguments.pairs}'""")
    run.done("writing")
    run.report()


if __name__ == "__main__":
    main()
