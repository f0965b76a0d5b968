"""Scores pairs and clusters against the truth.

    score.py --truth TRUTH.csv ... [--clusters CLUSTERS.csv] [--pairs PAIRS.csv] [--threshold P ...] [--json]

The truth has source, record_id, person_id and, where it is known, household_id; or it is FEBRL's data, whose rec_id tells
the person, or fake_1000, whose column cluster does, and the source is the file's name. All true pairs count, also
those that were never compared. Pairs are counted at each threshold and at the one that gives the best F1; clusters by the pairs they
imply, and by the people whose records are all in one cluster that holds nobody else's.
"""

import argparse
import json
import pathlib

import numpy
import pyarrow
import pyarrow.compute
import pyarrow.csv

THRESHOLDS = [0.90, 0.95, 0.99]


def read(path, texts):
    """A table of which the named columns are read as text, whatever they look like."""
    types = {name: pyarrow.string() for name in texts}
    return pyarrow.csv.read_csv(path, convert_options=pyarrow.csv.ConvertOptions(column_types=types))


def truth_in(path):
    """The truth, in the same columns whichever file it is read from."""
    table = read(path, ["source", "record_id", "rec_id", "unique_id"])
    if "person_id" in table.column_names:
        return table
    of_febrl = "rec_id" in table.column_names
    records = table.column("rec_id" if of_febrl else "unique_id")
    person = [int(text.split("-")[1]) for text in records.to_pylist()] if of_febrl else table.column("cluster")
    columns = [[path.stem] * len(table), records, person]
    return pyarrow.table(columns, names=["source", "record_id", "person_id"])


def keys(table, source, record):
    return pyarrow.compute.binary_join_element_wise(table.column(source), table.column(record), "\x1f").combine_chunks()


def pairs_in(sizes):
    return int((sizes * (sizes - 1) // 2).sum())


class Truth:
    """Who each record is of, and in which household."""

    def __init__(self, paths):
        table = pyarrow.concat_tables([truth_in(path) for path in paths])
        self.keys = keys(table, "source", "record_id")
        self.person = numpy.unique(table.column("person_id").to_numpy(), return_inverse=True)[1]
        has_household = "household_id" in table.column_names
        self.household = table.column("household_id").to_numpy() if has_household else None
        self.sizes = numpy.bincount(self.person)
        self.pairs = pairs_in(self.sizes)

    def places(self, found):
        where = pyarrow.compute.index_in(found, value_set=self.keys)
        if where.null_count:
            raise SystemExit(f"{where.null_count} records are not in the truth")
        return where.to_numpy()

    def rates(self, right, claimed):
        precision = right / claimed if claimed else 1.0
        recall = right / self.pairs
        f1 = 2 * precision * recall / (precision + recall) if right else 0.0
        return {"precision": precision, "recall": recall, "f1": f1}

    def of_pairs(self, path, thresholds):
        table = read(path, ["source_l", "record_id_l", "source_r", "record_id_r"])
        left = self.places(keys(table, "source_l", "record_id_l"))
        right = self.places(keys(table, "source_r", "record_id_r"))
        probability = table.column("match_probability").to_numpy()
        low, high = numpy.minimum(left, right), numpy.maximum(left, right)
        kept = numpy.unique(low * len(self.person) + high, return_index=True)[1]  # a pair given twice counts once
        left, right, probability = left[kept], right[kept], probability[kept]
        order = numpy.argsort(-probability, kind="stable")
        left, right, probability = left[order], right[order], probability[order]
        true = self.person[left] == self.person[right]
        result = {"reached": self.rates(int(true.sum()), len(true))["recall"]}
        for threshold in thresholds:
            count = int(numpy.searchsorted(-probability, -threshold, side="right"))
            rates = self.rates(int(true[:count].sum()), count)
            if self.household is not None:
                false = ~true[:count]
                one = self.household[left[:count]] == self.household[right[:count]]
                rates["false_pairs"] = int(false.sum())
                rates["of_one_household"] = float(one[false].mean()) if false.any() else None
            result[f"at_{threshold:.2f}"] = rates
        result["best"] = self.best(true, probability)
        return result

    def best(self, true, probability):
        """The threshold, among the probabilities given, that makes F1 greatest."""
        last = numpy.append(probability[1:] != probability[:-1], True)
        right = numpy.cumsum(true)[last]
        claimed = numpy.arange(1, len(true) + 1)[last]
        f1 = 2 * right / (claimed + self.pairs)
        place = int(numpy.argmax(f1))
        return self.rates(int(right[place]), int(claimed[place])) | {"probability": float(probability[last][place])}

    def of_clusters(self, path):
        table = read(path, ["source", "record_id", "cluster_id"])
        where = self.places(keys(table, "source", "record_id"))
        cluster = numpy.arange(len(self.person)) + len(table)  # a record that is not named stands alone
        cluster[where] = table.column("cluster_id").combine_chunks().dictionary_encode().indices.to_numpy()
        cluster = numpy.unique(cluster, return_inverse=True)[1]
        both = numpy.unique(cluster * len(self.sizes) + self.person, return_counts=True)
        sizes = numpy.bincount(cluster)
        whole = both[1] == self.sizes[both[0] % len(self.sizes)]
        pure = both[1] == sizes[both[0] // len(self.sizes)]
        result = self.rates(pairs_in(both[1]), pairs_in(sizes))
        return result | {"whole_and_pure": float((whole & pure).sum() / len(self.sizes)), "largest": int(sizes.max())}


def words(result):
    lines = []
    for name, rates in result.items():
        if isinstance(rates, dict):
            cells = [f"{key} {value:.4f}" if isinstance(value, float) else f"{key} {value}" for key, value in rates.items()]
            lines.append(f"{name:10} " + "  ".join(cells))
        else:
            lines.append(f"{name:10} {rates:.4f}")
    return "\n".join(lines)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--truth", type=pathlib.Path, nargs="+", required=True)
    parser.add_argument("--clusters", type=pathlib.Path)
    parser.add_argument("--pairs", type=pathlib.Path)
    parser.add_argument("--threshold", type=float, nargs="*", default=THRESHOLDS)
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    truth = Truth(arguments.truth)
    result = truth.of_pairs(arguments.pairs, arguments.threshold) if arguments.pairs else {}
    if arguments.clusters:
        result["clusters"] = truth.of_clusters(arguments.clusters)
    print(json.dumps(result, indent=2) if arguments.json else words(result))


if __name__ == "__main__":
    main()
