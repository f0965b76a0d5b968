"""A scorecard of 40 measures over 24 months for 100,000 families, and DuckDB doing five of the measures.

    scorecard.py HOMEWARD FOLDER [--children N]

Homeward works out all 40 from a snapshot in memory; DuckDB the five from tables in memory. Their answers are compared before
any time is printed. Then tables of counts are protected, and what is lost is compared with hiding the next smallest count where
one stands alone.
"""

import argparse
import json
import pathlib
import random
import statistics
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).resolve().parent
AS_AT = "2025-09-30"
SETS = ["all", "mst", "fft"]
NAMES = [
    "families.served", "children.served", "caseload", "referral_to_start.mean_days", "referral_to_start.median_days",
    "home.close.share", "home.6.share", "home.12.share", "home.18.share", "home.24.share", "home.close.unknown",
    "home.12.unknown", "completed.share",
]
COMPARED = ["all.families.served", "mst.families.served", "fft.completed.share", "all.home.close.share", "all.home.12.share"]
HEAD = """kind: scorecard
id: forty-measures
version: "1"
from: 2018-01-01
source:
  document: the benchmark
  section: all
evidence: stated
title: Forty measures
every: month
history: 24
measures:
"""


def run(*command):
    return subprocess.run([str(part) for part in command], check=True, capture_output=True).stdout


def definitions(folder):
    figures = [f"{part}.{name}" for part in SETS for name in NAMES] + ["reunified.children"]
    assert len(figures) == 40
    folder.mkdir(exist_ok=True)
    lines = [
        f"  - {{id: {figure.replace('.', '-').replace('_', '-')}, title: {figure}, report: performance, figure: {figure}, "
        "box: how_much, better: up}\n"
        for figure in figures
    ]
    (folder / "forty-measures.yml").write_text(HEAD + "".join(lines))
    return folder


class DuckDB:
    """Five of the measures by month; children under 18 with a child_id, as made_care.py makes them all."""

    MONTHS = """
        months AS (
            SELECT unnest(generate_series(DATE '2023-10-01', DATE '2025-09-01', INTERVAL 1 MONTH))::DATE AS month
        )
    """

    def __init__(self, folder):
        import duckdb

        self.db = duckdb.connect()
        for table, columns in [
            ("cases", "family_id, person_id, programme, started_on::DATE AS started_on, ended_on::DATE AS ended_on, end_reason"),
            ("placements", "person_id, started_on::DATE AS started_on, ended_on::DATE AS ended_on, legal_status"),
        ]:
            self.db.execute(f"CREATE TABLE {table} AS SELECT {columns} FROM read_csv('{folder / table}.csv')")

    def served(self, programme):
        return self.db.execute(
            f"""
            WITH {self.MONTHS}
            SELECT month::VARCHAR, COUNT(DISTINCT family_id) FROM months LEFT JOIN cases
                ON started_on < month + INTERVAL 1 MONTH AND (ended_on IS NULL OR ended_on > month)
                AND (ended_on IS NULL OR ended_on > started_on) {programme}
            GROUP BY month ORDER BY month
            """
        ).fetchall()

    def completed(self):
        return self.db.execute(
            f"""
            WITH {self.MONTHS}
            SELECT month::VARCHAR, COUNT(*) FILTER (end_reason = 'completed'), COUNT(end_reason) FROM months LEFT JOIN cases
                ON date_trunc('month', ended_on) = month AND programme = 'fft'
            GROUP BY month ORDER BY month
            """
        ).fetchall()

    def home(self, milestone):
        return self.db.execute(
            f"""
            WITH {self.MONTHS}, looks AS (
                SELECT person_id, (ended_on + to_months({milestone}))::DATE AS day FROM cases WHERE ended_on IS NOT NULL
            ), seen AS (
                SELECT date_trunc('month', day)::DATE AS month, EXISTS (
                    SELECT 1 FROM placements p WHERE p.person_id = l.person_id AND p.legal_status NOT IN ('V3', 'V4')
                    AND p.started_on <= l.day AND (p.ended_on IS NULL OR p.ended_on > l.day)
                ) AS away FROM looks l WHERE day BETWEEN DATE '2023-10-01' AND DATE '2025-09-30'
            )
            SELECT month::VARCHAR, COUNT(*) FILTER (NOT away), COUNT(away) FROM months LEFT JOIN seen USING (month)
            GROUP BY month ORDER BY month
            """
        ).fetchall()

    def answers(self):
        return {
            "all.families.served": self.served(""),
            "mst.families.served": self.served("AND programme = 'mst'"),
            "fft.completed.share": self.completed(),
            "all.home.close.share": self.home(0),
            "all.home.12.share": self.home(12),
        }


def scorecards(homeward, folder, children):
    package = folder / "package"
    if not (package / "cases.csv").exists():
        run(sys.executable, HERE / "made_care.py", "figures", package, "--children", children)
    register = folder / "scorecard.db"
    if not register.exists():
        run(homeward, "import", package, "--register", register, "--format", "json")
    command = [homeward, "bench", "--register", register, "--as-at", AS_AT, "--scorecard", "forty-measures"]
    command += ["--definitions", definitions(folder / "definitions"), "--runs", 7]
    ours = json.loads(run(*command))
    duck = DuckDB(package)
    theirs = duck.answers()
    for figure in COMPARED:
        places = ours["measures"][figure.replace(".", "-").replace("_", "-")]
        own = [tuple(place) if len(theirs[figure][0]) == 3 else (place[0], place[2]) for place in places]
        if own != [tuple(row) for row in theirs[figure]]:
            raise SystemExit(f"{figure}: DuckDB and homeward differ, so nothing is timed.")
    times = []
    for _ in range(7):
        start = time.perf_counter()
        duck.answers()
        times.append((time.perf_counter() - start) * 1000)
    print(f"{children:,} families, 24 months; the five measures are the same to the last number")
    print(f"homeward, 40 measures: {ours['median_ms']:.0f} ms")
    print(f"DuckDB, five of them:  {statistics.median(times):.0f} ms")


def protection(homeward, folder):
    """Random tables with their sums, protected by one run of the whole program, beside hiding the next smallest."""
    drawn = random.Random(50)
    print("\nrows x columns  whole run  hidden  people lost  of them unsafe  next smallest: hidden  people lost  unsafe")
    for size in [10, 20, 50]:
        table = [[drawn.choice([0, drawn.randint(1, 9), drawn.randint(6, 80), drawn.randint(6, 400)]) for _ in range(size)]
                 for _ in range(size)]
        counts = [{"id": f"{r},{c}", "value": value} for r, row in enumerate(table) for c, value in enumerate(row)]
        counts += [{"id": f"{r},all", "value": sum(row)} for r, row in enumerate(table)]
        counts += [{"id": f"all,{c}", "value": sum(row[c] for row in table)} for c in range(size)]
        counts += [{"id": "all", "value": sum(map(sum, table))}]
        sums = [{"total": f"{r},all", "parts": [f"{r},{c}" for c in range(size)]} for r in range(size)]
        sums += [{"total": f"all,{c}", "parts": [f"{r},{c}" for r in range(size)]} for c in range(size)]
        sums += [{"total": "all", "parts": [f"{r},all" for r in range(size)]},
                 {"total": "all", "parts": [f"all,{c}" for c in range(size)]}]
        file = folder / f"table-{size}.json"
        file.write_text(json.dumps({"counts": counts, "sums": sums}))
        start = time.perf_counter()
        answer = json.loads(run(homeward, "protect", file, "--format", "json"))
        taken = time.perf_counter() - start
        ours, rule, people = answer["lost"], answer["next_smallest"], sum(map(sum, table))
        print(f"{size:>4} x {size:<7} {taken:>8.2f} s {ours['counts']:>7} {ours['people'] / people:>12.1%} {ours['unsafe']:>15} "
              f"{rule['counts']:>22} {rule['people'] / people:>12.1%} {rule['unsafe']:>7}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("homeward", type=pathlib.Path)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--children", type=int, default=100_000)
    arguments = parser.parse_args()
    arguments.folder.mkdir(parents=True, exist_ok=True)
    scorecards(arguments.homeward.resolve(), arguments.folder, arguments.children)
    protection(arguments.homeward.resolve(), arguments.folder)


if __name__ == "__main__":
    main()
