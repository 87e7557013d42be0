"""How much of a matrix do its first r singular directions hold? (Eckart-Young)"""
import numpy as np

rng = np.random.default_rng(0)
d, k = 256, 256

full = rng.standard_normal((d, k)) / np.sqrt(d)                  # no structure at all
low = rng.standard_normal((d, 4)) @ rng.standard_normal((4, k))  # rank 4 by construction
low = low / np.linalg.norm(low) * np.linalg.norm(full)
mixed = low + 0.3 * full                                         # rank 4 plus noise

matrices = {"random": full, "rank 4": low, "rank 4 + noise": mixed}
spectra = {name: np.linalg.svd(m, compute_uv=False) for name, m in matrices.items()}


def relative_error(s, r):
    """Frobenius error of the best rank-r approximation, divided by the norm."""
    return np.sqrt(np.sum(s[r:] ** 2) / np.sum(s ** 2))


print("numerical rank:", {n: int(np.linalg.matrix_rank(m)) for n, m in matrices.items()})
print("   r  numbers kept   random  rank 4  rank 4 + noise")
for r in (1, 2, 4, 8, 16, 64, 128, 256):
    errors = [relative_error(spectra[n], r) for n in matrices]
    print(f"{r:4d}  {r * (d + k):12d}  {errors[0]:7.3f} {errors[1]:7.3f} {errors[2]:15.3f}")
print("whole matrix:", d * k, "numbers")

with open("low_rank.csv", "w") as f:
    f.write("r,random,rank4noise\n")
    for r in range(0, 129, 4):
        f.write(f"{r},{relative_error(spectra['random'], r):.5f},"
                f"{relative_error(spectra['rank 4 + noise'], r):.5f}\n")
