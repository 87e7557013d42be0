"""Variance of w(n) = 0.8 w(n-1) + e(n) after four ways to start it. Seeded."""
import csv
import numpy as np

a, se, N, R = 0.8, 0.5, 25, 200_000
rng = np.random.default_rng(20261124)
e = rng.normal(0.0, se**0.5, (R, N))
starts = {
    "sqrt(se)*randn": se,                # the published snippet
    "zero": 0.0,                         # an array of zeros, first value left
    "randn": 1.0,                        # unit variance, whatever se is
    "stationary": se / (1 - a * a),
}
exact, measured = {}, {}
for name, v0 in starts.items():
    w = rng.normal(0.0, 1.0, R) * v0**0.5
    v, ve, vm = v0, [], []
    for n in range(N):
        if n > 0:
            w = a * w + e[:, n]
            v = a * a * v + se           # exact recursion of the variance
        ve.append(v)
        vm.append(w.var())
    exact[name], measured[name] = ve, vm
print("%-15s %8s %8s %8s %8s %8s" % ("start", "n=0", "n=1", "n=2", "n=5", "n=20"))
for name in starts:
    print("%-15s" % name, *("%8.4f" % exact[name][n] for n in (0, 1, 2, 5, 20)))
    print("%-15s" % "   measured", *("%8.4f" % measured[name][n] for n in (0, 1, 2, 5, 20)))
with open("noise_start.csv", "w", newline="") as out:
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow(["n", "snippet", "zero", "randn", "stationary", "snippet_measured", "stationary_measured"])
    for n in range(N):
        rows.writerow([n] + ["%.4f" % exact[k][n] for k in starts]
                      + ["%.4f" % measured[k][n] for k in ("sqrt(se)*randn", "stationary")])
