"""One peer, one question, one process: the figures' two questions in DuckDB or polars over the exchange package.

Prints one JSON object: the answer, and the milliseconds of the query alone, its data in memory, when asked to repeat it.

The questions (figures.md). Care days: the nights in care in the 30 months from the start of each case, cut after the
day, by programme and quarter of start. At home: of the children of cases closed by the day, those not in care 0, 6, 12
and 18 months after it, milestones after the day left out, by month of closure. Short breaks (V3, V4) are no care.

Every child of this package has a child_id, was under 18 at closure, has no follow-up, one case, and never two placements
on one night. So the peers may take the index child for the family, need neither people nor families, and may count rows
where children are meant; the program looks all of that up.
"""

import argparse
import datetime
import json
import pathlib
import statistics
import time

MILESTONES = [0, 6, 12, 18]


class DuckDB:
    def __init__(self, folder, day):
        import duckdb

        self.db = duckdb.connect()
        self.day = day
        self.tables = {
            "cases": f"read_csv('{folder / 'cases.csv'}')",
            "placements": f"read_csv('{folder / 'placements.csv'}')",
        }
        self.columns = {
            "cases": "person_id, programme, started_on::DATE AS started_on, ended_on::DATE AS ended_on",
            "placements": "person_id, started_on::DATE AS started_on, ended_on::DATE AS ended_on, legal_status",
        }

    def load(self):
        for table, source in self.tables.items():
            self.db.execute(f"CREATE TABLE {table} AS SELECT {self.columns[table]} FROM {source}")

    def care_days(self):
        return self.db.execute(
            """
            WITH windows AS (
                SELECT person_id, programme, started_on AS start, date_trunc('quarter', started_on)::DATE AS quarter,
                    least(started_on + INTERVAL 30 MONTH, ?::DATE + 1)::DATE AS finish
                FROM cases WHERE started_on <= ?::DATE
            ), care AS (
                SELECT w.programme, w.quarter,
                    SUM(greatest(0, least(coalesce(p.ended_on, DATE '9999-12-31'), w.finish)
                        - greatest(p.started_on, w.start))) AS care_days
                FROM windows w JOIN placements p USING (person_id)
                WHERE p.legal_status NOT IN ('V3', 'V4') GROUP BY ALL
            ), nights AS (
                SELECT programme, quarter, SUM(finish - start) AS child_days FROM windows GROUP BY ALL
            )
            SELECT programme, quarter::VARCHAR, coalesce(care_days, 0)::BIGINT, child_days::BIGINT
            FROM nights LEFT JOIN care USING (programme, quarter) ORDER BY ALL
            """,
            [self.day, self.day],
        ).fetchall()

    def at_home(self):
        return self.db.execute(
            """
            WITH looks AS (
                SELECT person_id, date_trunc('month', ended_on)::DATE AS month, milestone,
                    (ended_on + to_months(milestone))::DATE AS anniversary
                FROM cases, (SELECT unnest([0, 6, 12, 18]) AS milestone)
                WHERE ended_on <= ?::DATE AND ended_on + to_months(milestone) <= ?::DATE
            ), away AS (
                SELECT month, milestone, COUNT(*) AS away
                FROM looks l JOIN placements p USING (person_id)
                WHERE p.legal_status NOT IN ('V3', 'V4') AND p.started_on <= l.anniversary
                    AND (p.ended_on IS NULL OR p.ended_on > l.anniversary)
                GROUP BY ALL
            ), counted AS (SELECT month, milestone, COUNT(*) AS children FROM looks GROUP BY ALL)
            SELECT month::VARCHAR, milestone::BIGINT, (children - coalesce(away, 0))::BIGINT, children::BIGINT
            FROM counted LEFT JOIN away USING (month, milestone) ORDER BY ALL
            """,
            [self.day, self.day],
        ).fetchall()


class Polars:
    def __init__(self, folder, day):
        import polars

        self.pl = polars
        self.folder = folder
        self.day = day

    def load(self):
        pl = self.pl
        columns = {
            "cases": ["person_id", "programme", "started_on", "ended_on"],
            "placements": ["person_id", "started_on", "ended_on", "legal_status"],
        }
        for table, names in columns.items():
            rows = pl.scan_csv(self.folder / f"{table}.csv", try_parse_dates=True).select(names).collect()
            setattr(self, table, rows)

    def care(self):
        pl = self.pl
        return (
            self.placements.lazy()
            .filter(~pl.col("legal_status").is_in(["V3", "V4"]))
            .select("person_id", pl.col("started_on").alias("from"), pl.col("ended_on").alias("until"))
        )

    def care_days(self):
        pl = self.pl
        end = self.day + datetime.timedelta(days=1)
        windows = (
            self.cases.lazy()
            .filter(pl.col("started_on") <= self.day)
            .select(
                "person_id",
                "programme",
                pl.col("started_on").alias("start"),
                pl.col("started_on").dt.truncate("1q").alias("quarter"),
                pl.min_horizontal(pl.col("started_on").dt.offset_by("30mo"), pl.lit(end)).alias("finish"),
            )
        )
        nights = windows.group_by("programme", "quarter").agg(
            (pl.col("finish") - pl.col("start")).dt.total_days().sum().alias("child_days")
        )
        care = (
            windows.join(self.care(), on="person_id")
            .select(
                "programme",
                "quarter",
                (
                    pl.min_horizontal(pl.col("until").fill_null(datetime.date(9999, 12, 31)), "finish")
                    - pl.max_horizontal("from", "start")
                )
                .dt.total_days()
                .clip(lower_bound=0)
                .alias("nights"),
            )
            .group_by("programme", "quarter")
            .agg(pl.col("nights").sum().alias("care_days"))
        )
        answer = nights.join(care, on=["programme", "quarter"], how="left").select(
            "programme", pl.col("quarter").cast(pl.String), pl.col("care_days").fill_null(0), "child_days"
        )
        return answer.sort("programme", "quarter").collect().rows()

    def at_home(self):
        pl = self.pl
        closed = (
            self.cases.lazy()
            .filter(pl.col("ended_on") <= self.day)
            .select(
                "person_id",
                pl.col("ended_on").dt.truncate("1mo").alias("month"),
                *[pl.col("ended_on").dt.offset_by(f"{months}mo").alias(f"{months}") for months in MILESTONES],
            )
            .collect()
        )
        children = closed.lazy().group_by("month").agg(
            *[(pl.col(f"{months}") <= self.day).sum().alias(f"children {months}") for months in MILESTONES]
        )
        away = (
            closed.lazy()
            .join(self.care(), on="person_id")
            .group_by("month")
            .agg(
                *[
                    (
                        (pl.col(f"{months}") <= self.day)
                        & (pl.col("from") <= pl.col(f"{months}"))
                        & (pl.col("until").is_null() | (pl.col("until") > pl.col(f"{months}")))
                    )
                    .sum()
                    .alias(f"away {months}")
                    for months in MILESTONES
                ]
            )
        )
        table = children.join(away, on="month", how="left").with_columns(pl.col("month").cast(pl.String)).collect()
        rows = []
        for row in table.iter_rows(named=True):
            for months in MILESTONES:
                total = row[f"children {months}"]
                if total:
                    rows.append((row["month"], months, total - (row[f"away {months}"] or 0), total))
        return sorted(rows)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("engine", choices=["duckdb", "polars"])
    parser.add_argument("question", choices=["care_days", "at_home"])
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--as-at", type=datetime.date.fromisoformat, required=True)
    parser.add_argument("--repeat", type=int, default=0)
    arguments = parser.parse_args()
    engine = {"duckdb": DuckDB, "polars": Polars}[arguments.engine](arguments.folder, arguments.as_at)
    engine.load()
    ask = getattr(engine, arguments.question)
    answer = ask()
    milliseconds = []
    for _ in range(arguments.repeat):
        start = time.perf_counter()
        ask()
        milliseconds.append((time.perf_counter() - start) * 1000)
    print(
        json.dumps(
            {
                "answer": [list(row) for row in answer],
                "median_ms": statistics.median(milliseconds) if milliseconds else None,
            }
        )
    )


if __name__ == "__main__":
    main()
