"""Links the six agencies' extracts with Splink, modelled as a careful analyst would.

    splink_people.py FOLDER CLUSTERS.csv [--pairs PAIRS.csv] [--least 0.5] [--save-model MODEL.json]
        [--save-cleaned PEOPLE.csv]

From CSV to clusters at 0.95, training included. The program's own model, `uk-multi-agency`, is made apart from this one.
"""

import argparse
import pathlib

from splink_run import Run, comparison, empty, exact, level, rules

AGENCIES = ["school", "youth_offending", "asb", "housing", "social_care", "dwp"]

CLEAN = """
CREATE TABLE {table} AS
WITH read AS ({read}), tidy AS (
    SELECT source, record_id,
        nullif(replace(replace(upper(trim(forename)), '''', ''), '  ', ' '), '') AS forename,
        nullif(replace(replace(upper(trim(middle_name)), '''', ''), '  ', ' '), '') AS middle_name,
        nullif(replace(replace(replace(upper(trim(surname)), '''', ''), '-', ' '), '  ', ' '), '') AS surname,
        nullif(trim(dob), '') AS dob, nullif(sex, '') AS sex,
        nullif(trim(replace(upper(house), 'FLAT ', '')), '') AS house,
        nullif(replace(upper(postcode), ' ', ''), '') AS postcode,
        nullif(uprn, '') AS uprn, nullif(nhs_number, '') AS nhs_number
    FROM read
)
SELECT row_number() OVER () AS unique_id, *,
    split_part(surname, ' ', 1) AS surname_first, split_part(surname, ' ', -1) AS surname_last,
    substr(forename, 1, 1) AS initial, substr(middle_name, 1, 1) AS middle_initial,
    substr(dob, 1, 4) AS birth_year, substr(dob, 1, 7) AS birth_month, substr(dob, 6, 5) AS birth_day,
    substr(dob, 1, 4) || '-' || substr(dob, 9, 2) || '-' || substr(dob, 6, 2) AS dob_swapped,
    CASE WHEN length(postcode) > 4 THEN left(postcode, length(postcode) - 3) END AS outward
FROM tidy
"""

COMPARISONS = [
    comparison(
        "forename", empty("forename"), exact("forename"),
        level("jaro_winkler_similarity(forename_l, forename_r) >= 0.92"),
        level("forename_l = middle_name_r OR middle_name_l = forename_r"
              " OR forename_l = surname_r OR surname_l = forename_r"),
        level("jaro_winkler_similarity(forename_l, forename_r) >= 0.80"),
        level("initial_l = initial_r")),
    comparison(
        "surname", empty("surname"), exact("surname"),
        level("jaro_winkler_similarity(surname_l, surname_r) >= 0.92"),
        level("surname_first_l = surname_r OR surname_last_l = surname_r OR surname_l = surname_first_r"
              " OR surname_l = surname_last_r OR surname_l = forename_r OR forename_l = surname_r"),
        level("jaro_winkler_similarity(surname_l, surname_r) >= 0.80")),
    comparison(
        "middle_name", empty("middle_name"), level("middle_name_l = middle_name_r"),
        level("middle_initial_l = middle_initial_r")),
    comparison(
        "dob", empty("dob"), level("dob_l = dob_r"), level("dob_l = dob_swapped_r"),
        level("damerau_levenshtein(dob_l, dob_r) <= 1"),
        level("birth_month_l = birth_month_r OR birth_day_l = birth_day_r"
              " OR (birth_year_l = birth_year_r AND (right(dob_l, 2) = right(dob_r, 2)"
              " OR birth_day_l = '01-01' OR birth_day_r = '01-01'))"),
        level("birth_year_l = birth_year_r"),
        level("abs(CAST(birth_year_l AS INTEGER) - CAST(birth_year_r AS INTEGER)) >= 12")),
    comparison("sex", empty("sex"), level("sex_l = sex_r")),
    comparison(
        "address", empty("uprn", "postcode"),
        level("uprn_l = uprn_r OR (postcode_l = postcode_r AND house_l = house_r)"),
        level("postcode_l = postcode_r"),
        level("damerau_levenshtein(postcode_l, postcode_r) <= 1 AND house_l = house_r"),
        level("outward_l = outward_r")),
    comparison(
        "nhs_number", empty("nhs_number"), level("nhs_number_l = nhs_number_r"),
        level("damerau_levenshtein(nhs_number_l, nhs_number_r) <= 1")),
]

BLOCKING = rules(
    "nhs_number", "forename, surname, outward", "dob, initial", "dob, surname", "dob, postcode", "dob, surname_last",
    "postcode, forename", "uprn, forename", "uprn, birth_month", "surname, birth_month, initial",
    "postcode, surname_first, initial", "forename, surname_first, birth_year",
    "l.forename = r.surname AND l.surname = r.forename", "l.dob = r.dob_swapped AND l.surname = r.surname",
    "l.dob = r.dob AND l.forename = r.middle_name", "l.dob = r.dob AND l.middle_name = r.forename")

DETERMINISTIC = rules("nhs_number", "forename, surname, dob", "forename, dob, postcode", "forename, dob, uprn")
SESSIONS = ["forename, surname", "dob, postcode", "dob, surname"]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("clusters", type=pathlib.Path)
    parser.add_argument("--pairs", type=pathlib.Path)
    parser.add_argument("--least", type=float, default=0.5, help="probability from which pairs are kept")
    parser.add_argument("--save-model", type=pathlib.Path)
    parser.add_argument("--save-cleaned", type=pathlib.Path, help="the columns the model is over, for others to run it on")
    arguments = parser.parse_args()
    run = Run()
    read = " UNION ALL ".join(
        f"SELECT '{agency}' AS source, * FROM read_csv('{arguments.folder / agency}.csv', all_varchar = true)"
        for agency in AGENCIES)
    run.ask(CLEAN.format(table="people", read=read))
    run.done("reading")
    if arguments.save_cleaned:
        run.ask(f"COPY people TO '{arguments.save_cleaned}'")
    run.model(["people"], "dedupe_only", COMPARISONS, BLOCKING)
    # Only the second session trains a comparison with term frequencies; the others are faster, and the same, without.
    run.train(DETERMINISTIC, 0.72, SESSIONS, session_pairs=2e6, with_frequencies=["dob, postcode"])
    if arguments.save_model:
        run.linker.misc.save_model_to_json(str(arguments.save_model), overwrite=True)
    predicted = run.predict(arguments.least)
    clusters = run.linker.clustering.cluster_pairwise_predictions_at_threshold(predicted, 0.95)
    run.done("clusters")
    run.ask(
        f"COPY (SELECT source, record_id, cluster_id FROM {clusters.physical_name}) TO '{arguments.clusters}'")
    if arguments.pairs:
        run.ask(f"""COPY (SELECT l.source AS source_l, l.record_id AS record_id_l, r.source AS source_r,
            r.record_id AS record_id_r, match_weight, match_probability FROM {predicted.physical_name}
            JOIN people l ON l.unique_id = unique_id_l JOIN people r ON r.unique_id = unique_id_r)
            TO '{arguments.pairs}'""")
    run.done("writing")
    run.report()


if __name__ == "__main__":
    main()
