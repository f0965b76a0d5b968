"""Days, months and ages, as the conventions of the figures have them."""

import calendar
from datetime import date, timedelta


def add_months(day, months):
    """Keeps the day of the month and falls back to the month's last day."""
    index = day.year * 12 + (day.month - 1) + months
    year, month = index // 12, index % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def plus(day, days):
    return day + timedelta(days=days)


def each_day(first, last):
    """Every day from first to last, both included; none if last is before first."""
    return [plus(first, n) for n in range((last - first).days + 1)]


def is_open(row, day):
    """Started by the day and not ended by it: the end is exclusive. Without a start it has always been."""
    return (row["started_on"] is None or row["started_on"] <= day) and not (
        row["ended_on"] is not None and row["ended_on"] <= day
    )


def is_running(row, day):
    """Within `from` and `to`, both included; without a `to` it goes on."""
    return row["from"] <= day and (row["to"] is None or row["to"] >= day)


def birth_day(text):
    """A partial date of birth is read as its latest possible day."""
    if text is None:
        return None
    parts = [int(part) for part in text.split("-")]
    year, month = parts[0], parts[1] if len(parts) > 1 else 12
    return date(year, month, parts[2] if len(parts) > 2 else calendar.monthrange(year, month)[1])


def age_on(person, day):
    """Whole years on the day; None if the date of birth is missing or the person not yet born.

    Born on 29 February, the birthday of other years is 1 March: (2, 28) is before (2, 29), and (3, 1) after.
    """
    born = birth_day(person["date_of_birth"])
    if born is None or born > day:
        return None
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def is_under_18(person, day):
    """Born by the day and not yet 18 on it."""
    age = age_on(person, day)
    return age is not None and age < 18
