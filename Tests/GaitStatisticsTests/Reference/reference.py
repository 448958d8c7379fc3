"""Reference values for GaitStatistics from scipy, statsmodels and pymannkendall, on fixed data.

Run by Scripts/check-statistics; prints JSON, or compares with a file of it: reference.py --compare FILE.
"""

import itertools
import json
import pathlib
import sys
import warnings

import numpy as np
import pymannkendall
from scipy import stats
from statsmodels.regression.mixed_linear_model import MixedLM
from statsmodels.stats.multitest import multipletests


# Where the number of pairs is odd, two residuals of the Theil-Sen line are equal but for rounding: ranks must take them
# for equal, or the last digit decides.
pymannkendall.pymannkendall.rankdata = lambda x: stats.rankdata(np.round(x, 11))


def session_series():
    """Sessions of one measure: days, values."""
    rng = np.random.default_rng(6)
    series = []
    for n, slope, rho, digits in [
        (3, 0.01, 0.0, 4), (5, 0.01, 0.0, 4), (8, 0.004, 0.0, 4), (8, 0.0, 0.0, 1), (12, 0.003, 0.0, 4),
        (18, 0.0, 0.6, 4), (18, 0.002, 0.0, 2), (30, 0.0, 0.7, 4), (30, 0.001, -0.3, 4), (70, 0.0005, 0.3, 4),
    ]:
        days = np.cumsum(rng.integers(1, 6, n)).astype(float)
        noise = rng.normal(0, 0.05, n)
        for i in range(1, n):
            noise[i] = rho * noise[i - 1] + np.sqrt(1 - rho**2) * noise[i]
        series.append((days, np.round(0.7 + slope * days + noise, digits)))
    return series


def kept_slopes(days, values, level=0.95):
    """Sen's interval by inversion: the outermost slopes between which Kendall's exact test keeps chance, and their
    neighbors inside: lower, lower's neighbor, upper's neighbor, upper."""
    slopes = np.unique([(b[1] - a[1]) / (b[0] - a[0]) for a, b in itertools.combinations(zip(days, values), 2)])
    slopes = slopes[np.r_[True, np.diff(slopes) > 1e-12]]  # equal but for rounding
    middles = (slopes[1:] + slopes[:-1]) / 2
    kept = [stats.kendalltau(days, values - m * days, method="exact").pvalue > 1 - level for m in middles]
    outside = np.r_[slopes[0] - 1, slopes[-1] + 1]
    if any(stats.kendalltau(days, values - m * days, method="exact").pvalue > 1 - level for m in outside):
        return None
    first, last = np.flatnonzero(kept)[[0, -1]]
    return [slopes[first], slopes[first + 1], slopes[last], slopes[last + 1]]


def trends():
    result = []
    for days, values in session_series():
        n = len(values)
        tied = len(np.unique(values)) < n
        line = stats.theilslopes(values, days, method="joint")
        plain = pymannkendall.original_test(values)
        case = {
            "days": days, "values": values, "slope": line.slope, "intercept": line.intercept,
            "s": int(plain.s), "tau": plain.Tau, "variance": plain.var_s, "p_normal": plain.p,
            "p_exact": None if tied else stats.kendalltau(np.arange(n), values, method="exact").pvalue,
            "interval": None if tied or n > 30 else kept_slopes(days, values),
        }
        if n >= 5:
            corrected = pymannkendall.hamed_rao_modification_test(values)
            case["p_hamed_rao"] = corrected.p
            case["variance_ratio"] = corrected.var_s / plain.var_s
        moving = np.abs(np.diff(values)).mean()
        case["xmr"] = {"mean": values.mean(), "moving": moving,
                       "low": values.mean() - 2.66 * moving, "high": values.mean() + 2.66 * moving}
        result.append(case)
    return result


def holm():
    families = [[0.01, 0.04, 0.03, 0.005], [0.2], [0.9, 0.9, 0.001], [0.02, 0.02, 0.5, 0.04, 0.03]]
    return [{"p": p, "adjusted": multipletests(p, method="holm")[1]} for p in families]


def student():
    return [{"freedom": f, "t": t, "below": stats.t.cdf(t, f), "quantile975": stats.t.ppf(0.975, f)}
            for f in [1, 1.5, 2, 4, 9.3, 30, 250] for t in [-3.2, -0.4, 0.0, 1.1, 6.5]]


def welch():
    backward = [[0.61, 0.66, 0.63], [0.70, 0.68, 0.72], [0.58, 0.6, 0.62], [0.66, 0.65, 0.7]]
    forward = [[1.21, 1.25, 1.19], [1.3, 1.28, 1.27], [1.22, 1.18, 1.2], [1.25, 1.31, 1.24]]
    means = np.mean(backward, axis=1), np.mean(forward, axis=1)
    interval = stats.ttest_ind(*means, equal_var=False).confidence_interval()
    return {"low": interval.low, "high": interval.high}


def paired():
    backward, forward = np.array(
        [(0.61, 1.05), (0.72, 1.21), (0.55, 1.12), (0.80, 1.30), (0.66, 1.02), (0.49, 0.98)]).T
    interval = stats.ttest_rel(backward, forward).confidence_interval()
    ratio = stats.ttest_rel(np.log(backward), np.log(forward)).confidence_interval()
    return {"low": interval.low, "high": interval.high,
            "ratio_low": np.exp(ratio.low), "ratio_high": np.exp(ratio.high)}


def sleep_study():
    """Reaction times of Belenky et al. 2003, doi 10.1046/j.1365-2869.2003.00337.x, the example of lme4."""
    table = np.genfromtxt(pathlib.Path(__file__).with_name("sleepstudy.csv"), delimiter=",", skip_header=1)
    rows = [(str(int(row[0])), day, row[1 + day]) for row in table for day in range(10)]
    persons, days, values = map(list, zip(*rows))
    return {"persons": persons, "values": values, "fixed": [["1", np.ones(len(days))], ["day", days]],
            "random": [["1", np.ones(len(days))], ["day", days]]}


def programme(seed, missing):
    """Backward and forward speed of persons over weeks; some persons walked in one direction only."""
    rng = np.random.default_rng(seed)
    persons, backward, week, values = [], [], [], []
    for person in range(14):
        level, slope = rng.multivariate_normal([0, 0], [[0.02, 0.0012], [0.0012, 0.0004]])
        for w in range(int(rng.integers(4, 9))):
            for direction in [0, 1]:
                if missing and (person < 3 and direction == 0 or rng.random() < 0.15):
                    continue
                persons.append(f"P{person}")
                backward.append(direction)
                week.append(w)
                mean = 1.15 - 0.4 * direction + 0.005 * w + 0.015 * w * direction
                values.append(round(mean + level + slope * w + rng.normal(0, 0.06), 4))
    ones, backward, week = np.ones(len(week)), np.array(backward), np.array(week)
    return {"persons": persons, "values": values,
            "fixed": [["1", ones], ["backward", backward], ["week", week], ["backward:week", backward * week]],
            "random": [["1", ones], ["week", week]]}


def mixed_models():
    result = []
    for case in [sleep_study(), programme(1, False), programme(4, True)]:
        columns = lambda kind: np.column_stack([values for _, values in case[kind]])
        model = MixedLM(case["values"], columns("fixed"), case["persons"], exog_re=columns("random"))
        with warnings.catch_warnings():
            # Where its first optimizer stops short of the minimum, the second is tried, with a warning of each.
            warnings.simplefilter("ignore")
            fit = model.fit(reml=True, method=["lbfgs", "powell"])
        covariance = np.asarray(fit.cov_re)
        # statsmodels inverts the curvature in coefficients and variances together; lme4's standard errors are those of
        # generalized least squares with the variances as they are.
        information = 0
        for person in dict.fromkeys(case["persons"]):
            rows = np.array(case["persons"]) == person
            x, z = columns("fixed")[rows], columns("random")[rows]
            information = information + x.T @ np.linalg.solve(z @ covariance @ z.T + fit.scale * np.eye(rows.sum()), x)
        result.append(case | {
            "beta": fit.fe_params, "error": np.sqrt(np.diag(np.linalg.inv(information))),
            "random_sd": np.sqrt(np.diag(covariance)),
            "correlation": covariance[0, 1] / np.sqrt(covariance[0, 0] * covariance[1, 1]),
            "residual": np.sqrt(fit.scale), "criterion": -2 * fit.llf,
            "effects": [np.asarray(fit.random_effects[p]) for p in dict.fromkeys(case["persons"])],
        })
    return result


def plain(value):
    if isinstance(value, np.ndarray):
        return value.tolist()
    if isinstance(value, np.generic):
        return value.item()
    raise TypeError(type(value))


def differences(a, b, place=""):
    """Places at which two references differ by more than optimizers and rounding do."""
    if type(a) is not type(b) and not (isinstance(a, (int, float)) and isinstance(b, (int, float))):
        return [f"{place}: {a} and {b}"]
    if isinstance(a, dict):
        return [d for key in a.keys() | b.keys() for d in differences(a.get(key), b.get(key), f"{place}.{key}")]
    if isinstance(a, list):
        if len(a) != len(b):
            return [f"{place}: {len(a)} and {len(b)} values"]
        return [d for i, (x, y) in enumerate(zip(a, b)) for d in differences(x, y, f"{place}[{i}]")]
    if isinstance(a, (int, float)) and not isinstance(a, bool):
        tolerance = 1e-4 if "mixed_models" in place else 1e-9
        return [] if abs(a - b) <= tolerance * max(abs(a), abs(b), 1e-3) else [f"{place}: {a} and {b}"]
    return [] if a == b else [f"{place}: {a} and {b}"]


if __name__ == "__main__":
    reference = {
        "trends": trends(), "holm": holm(), "student": student(), "welch": welch(), "paired": paired(),
        "mixed_models": mixed_models(),
    }
    text = json.dumps(reference, default=plain, indent=1)
    if len(sys.argv) == 3 and sys.argv[1] == "--compare":
        found = differences(json.loads(text), json.loads(pathlib.Path(sys.argv[2]).read_text()))
        for line in found:
            print("differs " + line)
        print(f"{len(found)} reference values differ")
        sys.exit(1 if found else 0)
    print(text)
