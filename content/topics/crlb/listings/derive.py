"""Algebra of the entry, checked by symbolic computation."""
import sympy as sp

N, n, A, s, a, se = sp.symbols("N n A sigma a sigma_e", positive=True)


def total(expr):
    return sp.summation(expr, (n, 0, N - 1))


# Complex tone A*exp(j*(omega*n + phi)), complex white noise of total variance sigma^2.
# Fisher matrix for (A, omega, phi): (2/sigma^2) Re sum d_i^* d_j; exact for every omega, phi.
J = 2 / s**2 * sp.Matrix([
    [N, 0, 0],
    [0, A**2 * total(n**2), A**2 * total(n)],
    [0, A**2 * total(n), A**2 * N]])
var_complex = sp.simplify(J.inv()[1, 1])
print("complex, exact  :", sp.simplify(var_complex - 6 * s**2 / (A**2 * N * (N**2 - 1))) == 0)

# Real tone: squared cosines and sines averaged to 1/2, cross products to 0.
J = 1 / s**2 * sp.Matrix([
    [N / 2, 0, 0],
    [0, A**2 * total(n**2) / 2, A**2 * total(n) / 2],
    [0, A**2 * total(n) / 2, A**2 * N / 2]])
var_real = sp.simplify(J.inv()[1, 1])
print("real, averaged  :", sp.simplify(var_real - 24 * s**2 / (A**2 * N * (N**2 - 1))) == 0)
known = sp.simplify(1 / J[1, 1])
print("phase known     :", sp.simplify(known - 12 * s**2 / (A**2 * N * (N - 1) * (2 * N - 1))) == 0)
print("price of phase  :", sp.limit(var_real / known, N, sp.oo))
eta = A**2 / (2 * s**2)
print("amplitude       :", sp.simplify(J.inv()[0, 0] - 2 * s**2 / N) == 0)
print("phase at n = 0  :", sp.simplify(J.inv()[2, 2] - 2 * (2 * N - 1) / (eta * N * (N + 1))) == 0)
print("phase in middle :", sp.simplify(1 / J[2, 2] - 1 / (eta * N)) == 0)   # there J[1, 2] = 0

# AR(1): covariance times the claimed tridiagonal inverse, for five samples.
m = 5
C = sp.Matrix(m, m, lambda i, j: se**2 / (1 - a**2) * a**abs(i - j))
K = sp.zeros(m)
for i in range(m):
    K[i, i] = (1 if i in (0, m - 1) else 1 + a**2) / se**2
    if i + 1 < m:
        K[i, i + 1] = K[i + 1, i] = -a / se**2
print("C K = I         :", sp.simplify(C * K) == sp.eye(m))
print("det C           :", sp.simplify(C.det() - se**(2 * m) / (1 - a**2)) == 0)

# Start with variance sigma_e^2 instead: only the first entry of the inverse changes.
T = sp.eye(m)
for i in range(1, m):
    T[i, i - 1] = -a
K2 = (T.T * T) / se**2
print("wrong start, K2-K:", sp.simplify((K2 - K) * se**2).tolist()[0])
