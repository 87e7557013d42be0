"""Estimators of a real tone's frequency in AR(1) noise against the exact bound. Seeded."""
import csv
import numpy as np
from crlb_ar1 import crlb_exact

N, A, a, f0, R = 100, 1.0, 0.8, 0.203, 2000
n = np.arange(N)
rng = np.random.default_rng(20261124)
T = np.eye(N) - a * np.eye(N, k=-1)
T[0, 0] = np.sqrt(1 - a * a)                     # whitening: T w has variance se
grid = np.arange(0.5, 4 * N) / (8 * N)           # 0 < f < 1/2, an eighth of a bin apart


def basis(W, f):
    return W @ np.column_stack([np.cos(2 * np.pi * f * n), np.sin(2 * np.pi * f * n)])


def maximise(W, X):
    """Largest energy of W x in the span of W cos, W sin: grid, then Newton on three points."""
    Y = W @ X
    Q = [np.linalg.qr(basis(W, f))[0] for f in grid]
    energy = np.array([((q.T @ Y) ** 2).sum(axis=0) for q in Q])
    best = grid[energy[3:-3].argmax(axis=0) + 3]
    out = np.empty(X.shape[1])
    for k, f in enumerate(best):
        y, h = Y[:, k], 1 / (8 * N)
        for _ in range(6):
            c, b, d = (((np.linalg.qr(basis(W, g))[0].T @ y) ** 2).sum() for g in (f - h, f, f + h))
            curve = c - 2 * b + d
            f = np.clip(f + (0.5 * h * (c - d) / curve if curve < 0 else 0.0), 0.002, 0.498)
            h = max(h / 4, 1e-4)
        out[k] = f
    return out


def coarse(X):
    return np.abs(np.fft.rfft(X, axis=0))[1:].argmax(axis=0) / N + 1 / N


print("%5s %9s %9s %9s %9s %9s" % ("SNR", "bound", "bin", "LS", "ML", "ML clip"))
rows = []
for snr in range(-16, 33, 4):                    # dB, A^2/2 over the total noise power
    sw = A * A / 2 / 10 ** (snr / 10)
    se = sw * (1 - a * a)
    phi = rng.uniform(0, 2 * np.pi, R)
    w = np.linalg.solve(T, rng.normal(0, np.sqrt(se), (N, R)))
    X = A * np.cos(2 * np.pi * f0 * n[:, None] + phi) + w
    bound = np.mean([crlb_exact(A, f0, p, N, a, se) for p in phi[:200]])
    ml = maximise(T, X)
    est = [coarse(X), maximise(np.eye(N), X), ml, np.clip(ml, f0 - 0.0015, f0 + 0.0015)]
    rmse = [np.sqrt(np.mean((x - f0) ** 2)) for x in est]
    rows.append([snr, np.sqrt(bound)] + rmse)
    print("%5d" % snr, *("%9.2e" % v for v in rows[-1][1:]))
with open("monte_carlo.csv", "w", newline="") as out:
    table = csv.writer(out, lineterminator="\n")
    table.writerow(["snr_db", "bound", "bin", "ls", "ml", "ml_clipped"])
    table.writerows([r[0]] + ["%.4e" % v for v in r[1:]] for r in rows)
