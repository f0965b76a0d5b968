"""Makes six agencies' extracts of one invented city, and beside them the truth of who is who.

    people.py --records N --seed S FOLDER

Writes school.csv, youth_offending.csv, asb.csv, housing.csv, social_care.csv and dwp.csv, and truth.csv (source,
record_id, person_id, household_id), which no program that links may see. The same seed gives the same bytes. Made in
batches of households, then shuffled as a whole, so that the order of the records tells nothing.
"""

import argparse
import pathlib

import numpy
import pyarrow
import pyarrow.csv

from appearances import AGENCIES, Appearances
from errors import Writing
from families import People

BATCH = 40_000
COLUMNS = ["forename", "middle_name", "surname", "dob", "sex", "house", "street", "town", "postcode", "uprn",
           "nhs_number", "date_recorded"]
PREFIXES = dict(zip(AGENCIES, ["SC", "YO", "AB", "HS", "CS", "DW"]))


def batch(seed, number, households):
    """The records of one batch as a table, with the numbers of person, household and agency."""
    random = numpy.random.default_rng([seed, number])
    people = People(random, households)
    records = Appearances(random, people, number * households * 3 // 2)
    writing = Writing(random, people, records)
    person = number * households * 10 + records.person
    writing.write_numbers(nhs_numbers(person))
    columns = {name: pyarrow.array(getattr(writing, name), pyarrow.string()) for name in COLUMNS}
    columns["agency"] = pyarrow.array(records.agency.astype(numpy.int8))
    columns["person"] = pyarrow.array(person)
    columns["household"] = pyarrow.array(number * households + people.household[records.person])
    return pyarrow.table(columns)


def nhs_numbers(person):
    """A number with a right check digit for each person, from a range that is given to nobody."""
    body = 900_000_000 + 2 * ((person * 7_919_003) % 50_000_000)
    check = check_digit(body)
    body = numpy.where(check == 10, body + 1, body)
    return (body * 10 + check_digit(body)).astype(str).astype(object)


def check_digit(body):
    total = sum((body // 10**place % 10) * (place + 2) for place in range(9))
    return (11 - total % 11) % 11


def made(records, seed):
    """So many records of all agencies together, shuffled."""
    households = min(BATCH, records * 3 // 10 + 10)
    tables, have, number = [], 0, 0
    while have < records:
        tables.append(batch(seed, number, households).slice(0, records - have))
        have += len(tables[-1])
        number += 1
    table = pyarrow.concat_tables(tables).combine_chunks()
    del tables
    return table.take(pyarrow.array(numpy.random.default_rng([seed]).permutation(records)))


def write(table, folder):
    folder.mkdir(parents=True, exist_ok=True)
    agencies = table.column("agency").to_numpy()
    people, households, sources, ids = [], [], [], []
    for number, agency in enumerate(AGENCIES):
        rows = table.take(pyarrow.array(numpy.flatnonzero(agencies == number)))
        record_ids = pyarrow.array([f"{PREFIXES[agency]}{place:08}" for place in range(1, len(rows) + 1)])
        name = pyarrow.array([agency]).take(pyarrow.array(numpy.zeros(len(rows), dtype=numpy.int64)))
        out = pyarrow.table({"agency": name, "record_id": record_ids} | {column: rows.column(column) for column in COLUMNS})
        save(out, folder / f"{agency}.csv")
        sources.append(name)
        ids.append(record_ids)
        people += rows.column("person").chunks
        households += rows.column("household").chunks
    truth = [pyarrow.chunked_array(part) for part in [sources, ids, people, households]]
    save(pyarrow.table(truth, names=["source", "record_id", "person_id", "household_id"]), folder / "truth.csv")


def save(table, path):
    pyarrow.csv.write_csv(table, path, pyarrow.csv.WriteOptions(quoting_style="none", quoting_header="none"))


def describe(table):
    """What was made, in the words of the description it follows."""
    agencies = numpy.bincount(table.column("agency").to_numpy(), minlength=6)
    people, sizes = numpy.unique(table.column("person").to_numpy(), return_counts=True)
    households = len(numpy.unique(table.column("household").to_numpy()))
    spread = numpy.bincount(numpy.minimum(sizes, 5), minlength=6)[1:]
    pairs = int((sizes * (sizes - 1) // 2).sum())
    print(f"{len(table):,} records, {len(people):,} people, {households:,} households, {pairs:,} true pairs")
    print("records: " + ", ".join(f"{name} {count:,}" for name, count in zip(AGENCIES, agencies)))
    print("people by number of records, 1 to 5 and more: " + ", ".join(f"{count:,}" for count in spread))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--records", type=int, required=True)
    parser.add_argument("--seed", type=int, required=True)
    arguments = parser.parse_args()
    table = made(arguments.records, arguments.seed)
    write(table, arguments.folder)
    describe(table)


if __name__ == "__main__":
    main()
