"""The shapes of a figure: a count, a share with its interval, a quotient, a plain number; and the t distribution."""

import math
from fractions import Fraction
from statistics import NormalDist

Z = NormalDist().inv_cdf(0.975)


def count(members, unknown=0):
    figure = {"value": members}
    if unknown:
        figure["unknown"] = unknown
    return figure


def number(value):
    return {"value": None if value is None else float(value)}


def share(numerator, denominator, unknown=0):
    """A share with its 95 % Wilson interval; null, with a null interval, if the denominator is nought."""
    figure = {"value": None, "numerator": numerator, "denominator": denominator, "low": None, "high": None}
    if denominator:
        x, n, z = numerator, denominator, Z
        middle, reach = 2 * x + z * z, z * math.sqrt(z * z + 4 * x * (1 - x / n))
        figure["value"] = x / n
        figure["low"] = max(0.0, (middle - reach) / (2 * (n + z * z)))
        figure["high"] = min(1.0, (middle + reach) / (2 * (n + z * z)))
    figure["unknown"] = unknown
    return figure


def quotient(numerator, denominator):
    """A quotient of days or money: no interval."""
    value = float(Fraction(numerator) / Fraction(denominator)) if denominator else None
    return {"value": value, "numerator": plain(numerator), "denominator": plain(denominator)}


def plain(value):
    value = Fraction(value)
    return int(value) if value.denominator == 1 else float(value)


def mean(values):
    """The exact mean, or None of nothing."""
    return sum(map(Fraction, values)) / len(values) if values else None


def median(values):
    ordered, half = sorted(values), len(values) // 2
    if not ordered:
        return None
    return ordered[half] if len(ordered) % 2 else Fraction(ordered[half - 1] + ordered[half]) / 2


def variance(values):
    """With n - 1; None for fewer than two values."""
    if len(values) < 2:
        return None
    middle = mean(values)
    return sum((value - middle) ** 2 for value in values) / (len(values) - 1)


def deviation(values):
    """None unless there are two values that vary."""
    spread = variance(values)
    return math.sqrt(spread) if spread else None


def t_two_sided(t, df):
    """The chance of a t at least so far from 0: the incomplete beta function at df / (df + t^2)."""
    return incomplete_beta(df / 2, 0.5, df / (df + t * t), t * t / (df + t * t))


def t_quantile(df):
    """The t with 2.5 % above it, by halving."""
    low, high = 0.0, 1e3
    for _ in range(200):
        middle = (low + high) / 2
        low, high = (middle, high) if t_two_sided(middle, df) > 0.05 else (low, middle)
    return (low + high) / 2


def incomplete_beta(a, b, x, y):
    """Regularised, by its continued fraction; y is 1 - x, given so that it need not be rounded."""
    if x <= 0 or y <= 0:
        return 0.0 if x <= 0 else 1.0
    if x > (a + 1) / (a + b + 2):
        return 1 - incomplete_beta(b, a, y, x)
    front = math.exp(math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) + a * math.log(x) + b * math.log(y)) / a
    fraction = 0.0
    for step in range(600, 0, -1):
        m = step // 2
        if step % 2:
            term = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        else:
            term = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        fraction = term / (1 + fraction)
    return front / (1 + fraction)
