"""Compares 'retrogait evaluate' with pingouin and scipy to four digits, on random strides: agreement.py RETROGAIT FOLDER"""

import json
import pathlib
import subprocess
import sys
import warnings

import numpy as np
import pandas as pd
import pingouin
from scipy import stats

warnings.simplefilter("ignore")
program, folder = sys.argv[1], pathlib.Path(sys.argv[2])
failures = []
compared = 0


def close(found, wanted, what):
    global compared
    compared += 1
    if found is None or not np.isfinite(wanted) or abs(found - wanted) > 1e-4 * max(1e-2, abs(wanted)) + 1e-6:
        failures.append(f"{what}: found {found}, expected {wanted}")


def study(seed):
    """A walkway's strides, and what RetroGait might make of them."""
    rng = np.random.default_rng(seed)
    truth, found = [], []
    for person in range(int(rng.integers(2, 12))):
        bias, recording = rng.normal(0.01, 0.02), f"r{person}"
        length, end = rng.normal(1.1, 0.15), 1.0
        for k in range(int(rng.integers(1, 40))):
            foot, end = ("left", "right")[k % 2], end + rng.uniform(0.45, 0.7)
            direction = ("forward", "backward")[int(rng.random() < 0.3)]
            row = {"recording": recording, "foot": foot, "initial_contact_s": end, "direction": direction,
                   "length_m": length + rng.normal(0, 0.05)}
            if rng.random() > 0.04:
                truth.append(row)
            if rng.random() > 0.06 or k == 0:
                found.append({
                    "recording": recording, "subject": f"0{person}", "session": "s", "foot": foot, "stride": k + 1,
                    "start_s": end - 1.1, "final_contact_s": end - 0.4, "end_s": end + rng.normal(0, 0.02),
                    "direction": direction if rng.random() > 0.05 else "sideways", "direction_confidence": 0.9,
                    "length_m": row["length_m"] + bias + rng.normal(0, 0.03), "valid": "true"})
    return pd.DataFrame(truth), pd.DataFrame(found)


def pairs(truth, found):
    """One to one within 0.25 s, the nearest first."""
    rows, extra = [], 0
    for recording, references in truth.groupby("recording"):
        strides = found[found.recording == recording]
        if strides.empty:
            continue
        near = sorted(
            (abs(a.end_s - b.initial_contact_s), i, j) for i, a in strides.iterrows() for j, b in references.iterrows()
            if a.foot == b.foot and abs(a.end_s - b.initial_contact_s) <= 0.25)
        taken = (set(), set())
        for _, i, j in near:
            if i not in taken[0] and j not in taken[1]:
                taken[0].add(i)
                taken[1].add(j)
                rows.append({"person": strides.subject[i], "found": strides.length_m[i], "truth": references.length_m[j],
                             "direction": references.direction[j], "time": strides.end_s[i] - references.initial_contact_s[j],
                             "called": strides.direction[i]})
        first, last = references.initial_contact_s.min() - 0.25, references.initial_contact_s.max() + 0.25
        feet = set(references.foot)
        extra += sum(first <= s.end_s <= last and s.foot in feet for i, s in strides.iterrows() if i not in taken[0])
    return pd.DataFrame(rows), extra


def limits(frame):
    """Bland-Altman with several strides a person; intervals after Zou (2013)."""
    frame = frame.assign(d=frame.found - frame.truth)
    by = frame.groupby("person").d
    n, k = len(frame), by.ngroups
    means, counts = by.mean(), by.count()
    bias = means.mean()
    within = ((frame.d - frame.person.map(means)) ** 2).sum() / (n - k)
    between = means.var(ddof=1)
    share = (1 - 1 / stats.hmean(counts)) * within
    total = between + share
    sd, z = np.sqrt(total), stats.norm.ppf(0.975)
    half = stats.t.ppf(0.975, k - 1) * np.sqrt(between / k)
    low = np.sqrt(max(0, total - np.hypot(between * (1 - (k - 1) / stats.chi2.ppf(0.975, k - 1)),
                                          share * (1 - (n - k) / stats.chi2.ppf(0.975, n - k)))))
    high = np.sqrt(total + np.hypot(between * ((k - 1) / stats.chi2.ppf(0.025, k - 1) - 1),
                                    share * ((n - k) / stats.chi2.ppf(0.025, n - k) - 1)))
    near, far = np.hypot(half, z * (sd - low)), np.hypot(half, z * (high - sd))
    upper, lower = bias + z * sd, bias - z * sd
    return {"bias": bias, "sd": sd, "lower": lower, "upper": upper, "bias_ci95": [bias - half, bias + half],
            "upper_ci95": [upper - near, upper + far], "lower_ci95": [lower - far, lower + near]}


def correlations(truth, found):
    """ICC(2,1) and ICC(3,1) of pingouin, which rounds intervals to two digits; four digits of these come from scipy."""
    long = pd.DataFrame({
        "target": list(range(len(truth))) * 2, "rater": ["a"] * len(truth) + ["b"] * len(truth),
        "value": list(truth) + list(found)})
    table = pingouin.intraclass_corr(data=long, targets="target", raters="rater", ratings="value").set_index("Type")
    values = table.loc[["ICC(A,1)", "ICC(C,1)"]]
    n, matrix = len(truth), np.column_stack([truth, found])
    rows, columns = matrix.mean(axis=1, keepdims=True), matrix.mean(axis=0, keepdims=True)
    between, raters = 2 * rows.var(ddof=1), n * columns.var(ddof=1)
    error = ((matrix - rows - columns + matrix.mean()) ** 2).sum() / (n - 1)
    icc = values.ICC.iloc[0]
    v = (n - 1) * (2 * icc * raters / error + n * (1 + icc) - 2 * icc) ** 2 / (
        (n - 1) * 4 * icc**2 * (raters / error) ** 2 + (n * (1 + icc) - 2 * icc) ** 2)
    above, below = stats.f.ppf(0.975, n - 1, v), stats.f.ppf(0.975, v, n - 1)
    spread = 2 * raters + (n - 2) * error
    f, quantile = between / error, stats.f.ppf(0.975, n - 1, n - 1)
    intervals = [
        (n * (between - above * error) / (above * spread + n * between),
         n * (below * between - error) / (spread + n * below * between)),
        ((f / quantile - 1) / (f / quantile + 1), (f * quantile - 1) / (f * quantile + 1))]
    for interval, rounded in zip(intervals, values["CI95"]):
        if np.abs(np.subtract(interval, rounded)).max() > 0.00501:
            failures.append(f"interval by scipy {interval}, by pingouin {rounded}")
    return list(zip(values.ICC, intervals))


for seed in range(40):
    truth, found = study(seed)
    paths = folder / f"truth{seed}.csv", folder / f"strides{seed}.csv"
    truth.to_csv(paths[0], index=False)
    found.to_csv(paths[1], index=False)
    # What was written is what is compared, to the last digit.
    result = subprocess.run(
        [program, "evaluate", "--reference", paths[0], "--strides", paths[1], "--by", "direction", "--json"],
        check=True, stdout=subprocess.PIPE, text=True)
    document = json.loads(result.stdout)
    matched, extra = pairs(truth, found)
    known = truth[truth.recording.isin(found.recording)]
    everything = document["groups"][0]
    close(everything["sensitivity"], len(matched) / len(known), f"{seed} sensitivity")
    close(everything["precision"], len(matched) / (len(matched) + extra), f"{seed} precision")
    close(everything["f1"], 2 * len(matched) / (len(known) + len(matched) + extra), f"{seed} F1")
    close(everything["initial_contact_s"]["mean"], matched.time.mean(), f"{seed} time")
    close(everything["initial_contact_s"]["sd"], matched.time.std(), f"{seed} time SD")
    for (direction, called), count in matched.groupby(["direction", "called"]).size().items():
        close(everything["directions"][direction][called], count, f"{seed} {direction} called {called}")
    for group in document["groups"]:
        part = matched[matched.direction == group["by"]["direction"]] if group["by"] else matched
        if part.empty:
            if group["measures"]:
                failures.append(f"{seed} {group['by']}: measures of no pairs")
            continue
        measure = group["measures"]["length_m"]
        what = f"{seed} {group['by']}"
        close(measure["rmse"], np.sqrt(((part.found - part.truth) ** 2).mean()), f"{what} RMSE")
        if part.person.nunique() > 1 and len(part) > part.person.nunique():
            for name, value in limits(part).items():
                for a, b in zip(np.atleast_1d(measure[name]), np.atleast_1d(value)):
                    close(a, b, f"{what} {name}")
        means = part.groupby("person")[["truth", "found"]].mean()
        for name, frame, has_interval in [
            ("icc_of_strides", part, False), ("icc_of_people", means, True)]:
            if len(frame) < 5:
                continue
            for key, (value, interval) in zip(("icc_2_1", "icc_3_1"), correlations(frame.truth, frame.found)):
                close(measure[name][key], value, f"{what} {name} {key}")
                if has_interval:
                    for a, b in zip(measure[name][key + "_ci95"], interval):
                        close(a, b, f"{what} {name} {key} interval")
print("\n".join(failures[:20]) or f"evaluate: {compared} figures as in pingouin, scipy and pandas, to four digits")
sys.exit(1 if failures else 0)
