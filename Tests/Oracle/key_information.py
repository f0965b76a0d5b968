"""The report `key-information`: what the Essex pack prints."""

import math
from collections import Counter
from fractions import Fraction

import sdq
from days import add_months, age_on, each_day, is_open, plus
from values import count, deviation, mean, number, quotient, share, t_quantile, t_two_sided, variance


def key_information(package, as_at, programme=None):
    def kept(row):
        return programme is None or row["programme"] == programme

    cases = [case for case in package.cases if case["started_on"] <= as_at and kept(case)]
    referrals = [row for row in package.referrals if row["received_on"] <= as_at and kept(row)]
    staff = [row for row in package.workers if is_open(row, as_at) and kept(row)]
    return {
        "referrals.received": count(len(referrals)),
        **cases_figures(cases, as_at),
        **care_figures(package, cases, as_at),
        **offending_figures(package, cases, as_at),
        **sdq_figures(sdq.pairs(package, cases, as_at)),
        **satisfaction_figures(package, cases, as_at, programme),
        **profile_figures(package, cases, as_at),
        **staff_figures(staff),
    }


def is_closed(case, as_at):
    return case["ended_on"] is not None and case["ended_on"] <= as_at


def cases_figures(cases, as_at):
    closed = [case for case in cases if is_closed(case, as_at)]
    completed = [case for case in closed if case["end_reason"] == "completed"]
    months = [Fraction((case["ended_on"] - case["started_on"]).days) / Fraction("30.4375") for case in completed]
    return {
        "cases.opened": count(len(cases)),
        "cases.closed": count(len(closed)),
        "cases.completed": count(len(completed)),
        "cases.not_completed": count(len(closed) - len(completed)),
        "cases.mean_length_months": number(mean(months)),
    }


def care_figures(package, cases, as_at):
    with_child = [case for case in cases if case["person_id"] is not None]
    unknown = len(cases) - len(with_child)
    home, entered, left = 0, 0, 0
    child_days, care_days = 0, 0
    for case in with_child:
        child = case["person_id"]
        end = add_months(case["started_on"], 30)
        in_care = {night for night in each_day(plus(case["started_on"], -1), as_at) if package.in_care(child, night)}
        window = [night for night in each_day(case["started_on"], as_at) if night < end]
        enters = any(night in in_care and plus(night, -1) not in in_care for night in window)
        home += as_at not in in_care
        entered += enters
        left += enters and as_at not in in_care
        child_days += len(window)
        care_days += sum(night in in_care for night in window)
    return {
        "home.now": share(home, len(with_child), unknown),
        "care.entered": count(entered, unknown),
        "care.left": count(left, unknown),
        "care.in_care": count(entered - left, unknown),
        "care.child_days": count(child_days, unknown),
        "care.days": count(care_days, unknown),
        "care.proportion": quotient(care_days, child_days),
        "care.never_entered": share(len(with_child) - entered, len(with_child), unknown),
    }


def offending_figures(package, cases, as_at):
    before, during, after = 0, 0, 0
    with_child = [case for case in cases if case["person_id"] is not None]
    for case in with_child:
        offences = [
            event["on"]
            for event in package.events_of[case["person_id"]]
            if event["kind"] == "offence" and event["on"] <= as_at
        ]
        start, end = case["started_on"], case["ended_on"]
        before += any(add_months(start, -6) <= day < start for day in offences)
        if is_closed(case, as_at):
            during += any(start <= day < end for day in offences)
            after += any(end <= day < add_months(end, 4) for day in offences)
        else:
            during += any(start <= day <= as_at for day in offences)
    unknown = len(cases) - len(with_child)
    return {
        "offending.before": count(before, unknown),
        "offending.during": count(during, unknown),
        "offending.after": count(after, unknown),
    }


def sdq_figures(pairs):
    pre, post = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
    change = [first - last for first, last in pairs]
    figures = {"sdq.pairs": count(len(pairs))}
    for name, totals in (("pre", pre), ("post", post)):
        figures[f"sdq.{name}.mean"] = number(mean(totals))
        figures[f"sdq.{name}.sd"] = number(deviation(totals))
        for band, (low, high) in sdq.BANDS.items():
            figures[f"sdq.{name}.band.{band}"] = count(sum(low <= total <= high for total in totals))
    middle, sd = mean(change), deviation(change)
    low = high = t = p = None
    if sd is not None:
        error, df = sd / math.sqrt(len(change)), len(change) - 1
        t = float(middle) / error
        p = t_two_sided(t, df)
        low, high = float(middle) - t_quantile(df) * error, float(middle) + t_quantile(df) * error
    spread = (variance(pre) + variance(post)) / 2 if len(pairs) > 1 else 0
    figures["sdq.change.mean"] = number(middle)
    figures["sdq.change.sd"] = number(sd)
    figures["sdq.change.low"] = number(low)
    figures["sdq.change.high"] = number(high)
    figures["sdq.change.t"] = number(t)
    figures["sdq.change.p"] = number(p)
    figures["sdq.change.d_av"] = number(float(middle) / math.sqrt(spread) if spread else None)
    figures["sdq.reliable.improved"] = count(sum(value >= 7 for value in change))
    figures["sdq.reliable.worse"] = count(sum(value <= -7 for value in change))
    return figures


def satisfaction_figures(package, cases, as_at, programme):
    case_ids = {case["case_id"] for case in cases}
    assessments = [
        row
        for row in package.assessments
        if row["instrument"] == "mst-satisfaction"
        and row["occasion"] == "closure"
        and row["completed_on"] <= as_at
        and (row["case_id"] in case_ids or (row["case_id"] is None and programme is None))
    ]
    figures = {}
    for item in ("1", "2", "3"):
        scores = [package.scores_of[row["assessment_id"]] for row in assessments]
        answers = [score[item] for score in scores if item in score]
        times = Counter(answers)
        modes = [answer for answer in times if times[answer] == max(times.values())]
        figures[f"satisfaction.q{item}.mean"] = number(mean(answers))
        figures[f"satisfaction.q{item}.mode"] = number(min(modes) if modes else None)
        figures[f"satisfaction.q{item}.n"] = count(len(answers))
    return figures


def profile_figures(package, cases, as_at):
    times = Counter()
    for case in cases:
        child = package.person.get(case["person_id"])
        referral = package.referral.get(case["referral_id"])
        received = referral and referral["received_on"] <= as_at and referral["received_on"]
        age = age_on(child, received) if child and received else None
        times["age", age] += 1
        times["sex", child and child["sex"]] += 1
        times["ethnicity", child and child["ethnicity"]] += 1
    return {
        f"profile.{kind}.{'unknown' if value is None else value}": count(n) for (kind, value), n in times.items()
    }


def staff_figures(staff):
    return {
        f"staff.wte.{role}": number(sum(row["wte"] or 0 for row in staff if row["role"] == role))
        for role in {row["role"] for row in staff}
    }
