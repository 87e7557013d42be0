"""Linear model of the trimmed TS-1 with FGLinearization; its modes; check against the flown phugoid."""
import csv
import math
import numpy as np
from ts1 import jsbsim, start

fdm = start(85)
lin = jsbsim.FGLinearization(fdm)
A = lin.system_matrix
print("states:", *(f"{n}[{u}]" for n, u in zip(lin.x_names, lin.x_units)))
print("inputs:", *lin.u_names)

def part(names):
    i = [lin.x_names.index(n) for n in names]
    return A[np.ix_(i, i)]

sets = (("longitudinal", ("Vt", "Alpha", "Theta", "Q")), ("lateral", ("Beta", "Phi", "P", "R")))
rows = []
for label, names in sets:
    print(label, *names)
    print(np.array2string(part(names), formatter={"float": lambda v: f"{v:10.4f}"}))
    for e in sorted(np.linalg.eigvals(part(names)), key=abs):
        rows.append((label, e.real, e.imag))
        if e.imag > 0:
            w = abs(e)
            print(f"  {e.real:+.4f} +- {e.imag:.4f}i  period {2*math.pi/e.imag:6.2f} s  damping ratio {-e.real/w:.3f}")
        elif e.imag == 0:
            print(f"  {e.real:+.4f}            time constant {-1/e.real:6.2f} s")
i = lin.x_names.index("Rpm0")
print("largest effect of Rpm0 on the other rows:", f"{max(abs(A[k, i]) for k in range(len(A)) if k != i):.1e}")
for label in ("longitudinal", "lateral"):
    with open(f"modes-{label}.csv", "w", newline="") as f:
        out = csv.writer(f)
        out.writerow(("re_1_s", "im_1_s"))
        out.writerows((f"{re:.5f}", f"{im:.5f}") for n, re, im in rows if n == label)

# the same phugoid measured in the nonlinear run
with open("doublet.csv") as f:
    run = [(float(r["time_s"]), float(r["tas_m_s"])) for r in csv.DictReader(f)]
run = [r for r in run if r[0] > 12]
top = []
for (ta, va), (tb, vb), (tc, vc) in zip(run, run[1:], run[2:]):
    if va < vb > vc:                     # vertex of the parabola through three samples
        d = (va - vc) / (2 * (va - 2 * vb + vc))
        top.append((tb + d * (tb - ta), vb - 0.25 * (va - vc) * d))
period = (top[3][0] - top[0][0]) / 3
decay = math.log((top[0][1] - top[1][1]) / (top[1][1] - top[2][1])) / (top[1][0] - top[0][0])
print(f"flown phugoid: period {period:.2f} s, decay rate {decay:.4f} 1/s")
