"""Writes distributions.csv: golden values for the tests of Statistics, at 50 digits with mpmath, checked with scipy.

python3 distributions.py > distributions.csv
"""

from mpmath import betainc, erfc, findroot, mp, mpf, sqrt, log
from scipy import stats

mp.dps = 50


def tail(z):
    return erfc(z / sqrt(2)) / 2


def two_sided(t, df):
    return betainc(df / 2, mpf(1) / 2, 0, df / (df + t * t), regularized=True)


def near(one, other):
    assert abs(one - other) <= 1e-9 * abs(other), (one, other)


print("function,argument,degrees_of_freedom,value")
for p in [1e-300, 1e-20, 1e-8, 0.001, 0.025, 0.1, 0.3, 0.5, 0.6, 0.75, 0.9, 0.95, 0.975, 0.995, 0.999]:
    value = mpf(0) if p == 0.5 else findroot(lambda z: log(tail(-z)) - log(mpf(p)), stats.norm.ppf(p))
    near(value + 1, stats.norm.ppf(p) + 1)
    print(f"normal.quantile,{p!r},,{float(value)!r}")
for z in [0.0, 0.5, 1.0, 1.96, 3.0, 6.0, 10.0, 30.0]:
    near(tail(mpf(z)), stats.norm.sf(z))
    print(f"normal.upper_tail,{z!r},,{float(tail(mpf(z)))!r}")
for df in [1, 2, 2.5, 3, 5, 9, 10, 30, 39, 41, 100, 170, 999, 100000]:
    for t in [0.001, 0.1, 0.5, 1.0, 1.5, 1.96, 2.5, 5.0, 9.961667208708528, 30.0]:
        value = two_sided(mpf(t), mpf(df))
        near(value, 2 * stats.t.sf(t, df))
        if value > mpf("1e-300"):
            print(f"t.two_sided,{t!r},{df},{float(value)!r}")
    for p in [0.6, 0.75, 0.9, 0.975, 0.995, 0.9995]:
        outside = 2 * (1 - mpf(p))
        value = findroot(lambda t: log(two_sided(t, mpf(df))) - log(outside), stats.t.ppf(p, df))
        near(value, stats.t.ppf(p, df))
        print(f"t.quantile,{p!r},{df},{float(value)!r}")
