"""How much each detail changes the bound: N = 100, A = 1, a = 0.8, se = 0.5."""
import numpy as np
from scipy.linalg import toeplitz

N, A, a, se = 100, 1.0, 0.8, 0.5
n = np.arange(N)


def derivatives(f, phi):
    t = 2 * np.pi * f * n + phi
    return np.column_stack([np.cos(t), -2 * np.pi * A * n * np.sin(t), -A * np.sin(t)])


def cov(a, se):
    return toeplitz(se / (1 - a * a) * a**n)


def bound(f, phi, C, keep=(0, 1, 2)):
    D = derivatives(f, phi)[:, keep]
    return np.linalg.inv(D.T @ np.linalg.solve(C, D))[keep.index(1), keep.index(1)]


C = cov(a, se)
b = bound(0.2, 0.0, C)
print("exact bound, f=0.2, phi=0      %.4e" % b)

T = np.eye(N) - a * np.eye(N, k=-1)                # the snippet's noise: w(0) has variance se
Cw = se * np.linalg.inv(T.T @ T)
for phi in (0.0, np.pi / 2):
    print("wrong start, phi=%-13.4f %+.4f %%" % (phi, 100 * (bound(0.2, phi, Cw) / bound(0.2, phi, C) - 1)))
print("phase known at n=0             %.3f of it" % (bound(0.2, 0.0, C, (0, 1)) / b))
print("amplitude known                %.3f of it" % (bound(0.2, 0.0, C, (1, 2)) / b))

D = derivatives(0.2, 0.0)                          # least squares that ignores the colour
G = np.linalg.inv(D.T @ D) @ D.T
print("ignoring the colour            %.3f of it" % ((G @ C @ G.T)[1, 1] / b))
n = np.arange(1000)
D, C = derivatives(0.2, 0.0), cov(a, se)
G = np.linalg.inv(D.T @ D) @ D.T
print("the same for N=1000            %.3f of it" % ((G @ C @ G.T)[1, 1] / bound(0.2, 0.0, C)))
n = np.arange(N)
C = cov(a, se)
m = n - (N - 1) / 2                                # peak of a windowed spectrum, white noise
for name, c in (("Hann", 0.5), ("Hamming", 0.54)):
    v = c - (1 - c) * np.cos(2 * np.pi * (n + 0.5) / N)
    print("%-7s window, white noise   %.3f of it" % (name, (v**2 @ m**2) * (m @ m) / (v @ m**2) ** 2))

phis = np.linspace(0, np.pi, 181)
for f in (0.2, 0.05, 0.01, 0.005):
    v = [bound(f, p, C) for p in phis]
    print("phase sweep, f=%-5g            max/min %.3f" % (f, max(v) / min(v)))

C1 = cov(0.0, 1.0)                                 # white noise, close to f = 0
w = 2 * np.pi * 0.0005
mid = w * (N - 1) / 2                              # phase at the middle is phi + mid
for name, pm, law in (("peak at the middle", 0.0, 180 / ((2 * np.pi) ** 2 * w**2 * N**5)),
                      ("zero at the middle", np.pi / 2, 9 * 2800 / ((2 * np.pi) ** 2 * w**4 * N**7))):
    print("f=0.0005, %s  bound/law %.4f" % (name, bound(0.0005, pm - mid, C1) / law))

z = np.exp(2j * np.pi * 0.2 * n)                   # complex tone, circular AR(1) noise of the
Dc = np.column_stack([z, 2j * np.pi * n * A * z, 1j * A * z])   # same a; total innovation variance se
vc = np.linalg.inv(2 * (Dc.conj().T @ np.linalg.solve(C, Dc)).real)[1, 1]
P = se / (1 + a * a - 2 * a * np.cos(2 * np.pi * 0.2))
print("complex tone                   %.4e, exact/asymptotic %.4f"
      % (vc, vc / (1.5 * P / (np.pi**2 * A**2 * N * (N**2 - 1)))))
