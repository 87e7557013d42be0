"""The same bound from the dense covariance matrix: no filter, no shortcut."""
import numpy as np
from scipy.linalg import cho_factor, cho_solve, toeplitz


def crlb_exact(A, f, phi, N, a, se):
    n = np.arange(N)
    t = 2 * np.pi * f * n + phi
    D = np.column_stack([np.cos(t), -2 * np.pi * A * n * np.sin(t), -A * np.sin(t)])
    C = toeplitz(se / (1 - a * a) * a**n)          # cov w(i), w(j)
    J = D.T @ cho_solve(cho_factor(C, lower=True), D)
    return np.linalg.inv(J)[1, 1]


def crlb_asymptotic(A, f, N, a, se):
    P = se / abs(1 - a * np.exp(-2j * np.pi * f)) ** 2
    return 6 * P / (np.pi**2 * A**2 * N * (N**2 - 1))


if __name__ == "__main__":
    N, A, a, se = 100, 1.0, 0.8, 0.5
    sw = se / (1 - a * a)
    h = np.pi / 2
    print("%6s %8s %15s %15s %15s" % ("f", "phi", "exact", "asymptotic", "white"))
    for f, phi in [(0.01, 0), (0.01, h), (0.05, 0), (0.1, 0), (0.2, 0),
                   (0.25, np.pi / 3), (0.4, 0), (0.49, 0), (0.49, h)]:
        print("%6.2f %8.5f %15.8e %15.8e %15.8e" % (
            f, phi, crlb_exact(A, f, phi, N, a, se),
            crlb_asymptotic(A, f, N, a, se), crlb_exact(A, f, phi, N, 0.0, sw)))
    v = crlb_exact(A, 0.2, 0, N, a, se)
    print("f=0.2, fs=1000 Hz: std %.4f Hz" % (1000 * v**0.5))
