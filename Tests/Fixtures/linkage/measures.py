"""Writes measures.csv: pairs of invented names and dates, and what DuckDB's string functions give for them."""

import csv
import random
import sys

import duckdb

NAMES = """
OLIVER GEORGE NOAH ARTHUR HARRY LEO MUHAMMAD JACK CHARLIE OSCAR JACOB HENRY THOMAS FREDDIE ALFIE THEO WILLIAM
THEODORE ARCHIE JOSHUA ALEXANDER JAMES ISAAC EDWARD LUCAS TOMMY FINLEY MAX LOGAN ETHAN MOHAMMED TEDDY BENJAMIN
ARLO JOSEPH SEBASTIAN HARRISON ELIJAH ADAM DANIEL SAMUEL LOUIE MASON REUBEN ALBIE RORY JAXON HUGO LUCA ZACHARY
OLIVIA AMELIA ISLA AVA MIA IVY LILY ISABELLA ROSIE SOPHIA GRACE WILLOW FREYA FLORENCE EMILY ELLA POPPY EVIE
ELSIE CHARLOTTE EVELYN SIENNA SOFIA DAISY PHOEBE SOPHIE ALICE HARPER MATILDA RUBY EMMA MAYA MILLIE ISABELLE
EVA LUNA JESSICA ADA ARIA ARABELLA MAISIE ESME ERIN ELIZA PENELOPE ORLA CATHERINE KATHRYN KATHARINE SMITH
JONES TAYLOR BROWN WILLIAMS WILSON JOHNSON DAVIES ROBINSON WRIGHT THOMPSON EVANS WALKER WHITE ROBERTS GREEN
HALL WOOD JACKSON CLARKE CLARK O'BRIEN SMITH-JONES PATEL KHAN HUSSAIN BEGUM SZCZEPANSKI DE-LA-CRUZ MCDONALD
MACDONALD
""".split()
FIXED = [
    ("CA", "ABC"), ("A", "A"), ("A", "B"), ("AB", "BA"), ("DWAYNE", "DUANE"), ("MARTHA", "MARHTA"),
    ("DIXON", "DICKSONX"), ("X" * 32, "X" * 31 + "Y"), ("X" * 33, "X" * 32 + "Y"), ("AB" * 32, "BA" * 32),
    ("AB" * 33, "BA" * 33), ("ABC" * 30, "BCA" * 31),
]
FUNCTIONS = ["jaro_similarity", "jaro_winkler_similarity", "levenshtein", "damerau_levenshtein", "jaccard"]
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ -'"
draw = random.Random(5)


def value():
    kind = draw.random()
    if kind < 0.55:
        return draw.choice(NAMES)
    if kind < 0.7:
        return " ".join(draw.choice(NAMES) for _ in range(draw.randrange(2, 5)))
    if kind < 0.8:
        return " ".join(draw.choice(NAMES) for _ in range(draw.randrange(5, 15)))
    if kind < 0.95:
        return f"{draw.randrange(1940, 2024)}-{draw.randrange(1, 13):02}-{draw.randrange(1, 29):02}"
    if kind < 0.98:
        return "".join(draw.choice("AB") for _ in range(draw.randrange(1, 40)))
    return "".join(draw.choice("éüñŁa") for _ in range(draw.randrange(1, 9)))


def altered(text):
    letters = list(text)
    for _ in range(draw.choice([0, 1, 1, 1, 2, 2, 3, 5])):
        kind = draw.randrange(5)
        place = draw.randrange(len(letters) + 1)
        last = len(letters) - 1
        if kind == 0:
            letters.insert(place, draw.choice(LETTERS))
        elif kind == 1 and letters:
            letters.pop(min(place, last))
        elif kind == 2 and letters:
            letters[min(place, last)] = draw.choice(LETTERS)
        elif kind == 3 and len(letters) > 1:
            place = min(place, last - 1)
            letters[place], letters[place + 1] = letters[place + 1], letters[place]
        elif kind == 4 and len(letters) > 1:
            other, place = draw.randrange(len(letters)), min(place, last)
            letters[place], letters[other] = letters[other], letters[place]
    return "".join(letters)


def pair():
    one = value()
    return one, altered(one) if draw.random() < 0.6 else value()


def main(count, path):
    pairs = FIXED + [made for made in (pair() for _ in range(count)) if all(made)]
    calls = ", ".join(f"{name}(?, ?)" for name in FUNCTIONS)
    with open(path, "w", encoding="utf-8") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(["a", "b", "jaro", "jaro_winkler", "levenshtein", "damerau_levenshtein", "jaccard"])
        database = duckdb.connect()
        for one in pairs:
            figures = database.execute(f"select {calls}", list(one) * len(FUNCTIONS)).fetchone()
            rows.writerow([*one, *map(repr, figures)])


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2])
