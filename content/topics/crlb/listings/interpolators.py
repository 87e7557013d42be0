"""Complex tone in white noise: mean square error over the bound, by place between two bins. Seeded."""
import csv
import numpy as np

N, R, snr = 16, 4000, 30.0                       # SNR = A^2 / total noise variance, A = 1
rng = np.random.default_rng(20261124)
n = np.arange(N)
s2 = 10 ** (-snr / 10)
bound = 6 * s2 / ((2 * np.pi) ** 2 * N * (N**2 - 1))


def newton(x, f):                                # maximum of |sum x e^(-j 2 pi f n)|^2
    for _ in range(5):
        e = x * np.exp(-2j * np.pi * n * f[:, None])
        g0, g1, g2 = (np.sum(e * (-2j * np.pi * n) ** k, axis=1) for k in range(3))
        d1 = 2 * (g0.conj() * g1).real
        d2 = 2 * (np.abs(g1) ** 2 + (g0.conj() * g2).real)
        f = f - d1 / d2
    return f


print("%6s %9s %9s %9s %9s" % ("offset", "bin", "Jacobsen", "Candan", "ML"))
rows = []
for delta in np.arange(0, 0.501, 0.05):
    f0 = (3 + delta) / N
    noise = rng.normal(0, np.sqrt(s2 / 2), (2, R, N))
    x = np.exp(2j * np.pi * (f0 * n + rng.uniform(0, 1, (R, 1)))) + noise[0] + 1j * noise[1]
    X = np.fft.fft(x, axis=1)
    k = np.abs(X).argmax(axis=1)
    i = np.arange(R)
    b, c, d = X[i, k - 1], X[i, k], X[i, (k + 1) % N]
    j = ((b - d) / (2 * c - b - d)).real
    est = [k / N, (k + j) / N, (k + j * np.tan(np.pi / N) / (np.pi / N)) / N]
    est.append(newton(x, est[1]))
    ratio = [np.mean((v - f0) ** 2) / bound for v in est]
    rows.append([delta] + ratio)
    print("%6.2f" % delta, *("%9.3f" % r for r in ratio))
with open("interpolators.csv", "w", newline="") as out:
    table = csv.writer(out, lineterminator="\n")
    table.writerow(["offset", "bin", "jacobsen", "candan", "ml"])
    table.writerows(["%.2f" % r[0]] + ["%.4f" % v for v in r[1:]] for r in rows)
