"""The parent SDQ: its total from the items, its bands, and the pairs of baseline and closure."""

DIFFICULTIES = {
    "emotional": (3, 8, 13, 16, 24),
    "conduct": (5, 7, 12, 18, 22),
    "hyperactivity": (2, 10, 15, 21, 25),
    "peer": (6, 11, 14, 19, 23),
}
REVERSED = {7, 11, 14, 21, 25}
BANDS = {"close": (0, 13), "slightly_raised": (14, 16), "high": (17, 19), "very_high": (20, 40)}


def total(scores):
    """The total that is written, or else the one scored from the items; None if neither can be had."""
    if "total" in scores:
        return scores["total"]
    subscales = [subscale(scores, items) for items in DIFFICULTIES.values()]
    return None if None in subscales else sum(subscales)


def subscale(scores, items):
    """Five times the mean of the answered items, a half rounded up; needs three of the five."""
    answers = [
        2 - scores[str(item)] if item in REVERSED else scores[str(item)] for item in items if str(item) in scores
    ]
    if len(answers) < 3:
        return None
    return int((2 * 5 * sum(answers) + len(answers)) // (2 * len(answers)))


def last_total(package, case, occasion, as_at):
    """The last completed of the parent totals about the index child on an occasion of the case."""
    found = [
        (row["completed_on"], total(package.scores_of[row["assessment_id"]]))
        for row in package.assessments_of[case["case_id"]]
        if row["instrument"] == "sdq"
        and row["informant"] == "parent"
        and row["occasion"] == occasion
        and row["completed_on"] <= as_at
        and row["person_id"] in (None, case["person_id"])
    ]
    found = [(day, value) for day, value in found if value is not None]
    return max(found)[1] if found else None


def pairs(package, cases, as_at):
    both = [
        (last_total(package, case, "baseline", as_at), last_total(package, case, "closure", as_at))
        for case in cases
        if case["person_id"] is not None
    ]
    return [(pre, post) for pre, post in both if pre is not None and post is not None]
