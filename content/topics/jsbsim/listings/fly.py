"""Fly the TS-1 from a trimmed state: hands off, an elevator doublet, full-throttle climbs."""
import csv
from ts1 import SpeedHold, start

FT = 0.3048

def record(path, columns, rows):
    with open(path, "w", newline="") as f:
        out = csv.writer(f)
        out.writerow(columns)
        out.writerows([f"{v:.4f}" for v in r] for r in rows)

# 1. hands off: a trimmed aircraft must stay where it is
fdm = start(85)
h0, v0 = fdm["position/h-sl-ft"], fdm["velocities/vt-fps"]
while fdm.get_sim_time() < 60:
    fdm.run()
print(f"60 s hands off: dh {(fdm['position/h-sl-ft'] - h0) * FT:+.2f} m,"
      f" dV {(fdm['velocities/vt-fps'] - v0) * FT:+.3f} m/s,"
      f" bank {fdm['attitude/phi-deg']:+.2f} deg, heading {fdm['attitude/psi-deg']:.2f} deg")

# 2. elevator doublet: 0.1 up for a second, 0.1 down for a second, then free
fdm = start(85)
h0 = fdm["position/h-sl-ft"]
rows, n = [], 0
while fdm.get_sim_time() < 150:
    t = fdm.get_sim_time()
    fdm["fcs/elevator-cmd-norm"] = -0.1 if 5 <= t < 6 else 0.1 if 6 <= t < 7 else 0.0
    fdm.run()
    n += 1
    if n % (6 if t < 12 else 60) == 0:
        rows.append((fdm.get_sim_time(), fdm["fcs/elevator-pos-deg"], fdm["aero/alpha-deg"],
                     fdm["attitude/theta-deg"], fdm["velocities/q-rad_sec"] * 57.29578,
                     fdm["velocities/vt-fps"] * FT, (fdm["position/h-sl-ft"] - h0) * FT))
columns = ("time_s", "elevator_deg", "alpha_deg", "theta_deg", "q_deg_s", "tas_m_s", "dh_m")
record("doublet.csv", columns, rows)
record("doublet-start.csv", columns, [r for r in rows if 4 <= r[0] <= 12])
late = [r for r in rows if r[0] > 12]
peaks = [b for a, b, c in zip(late, late[1:], late[2:]) if a[5] < b[5] > c[5]]
print("speed maxima after the doublet: " + ", ".join(f"{p[0]:.1f} s {p[5]:.2f} m/s" for p in peaks[:4]))

# 3. full throttle at 65 knots: mixture lever left alone, then leaned with the air pressure
for style in ("fixed", "leaned"):
    fdm = start(65, h_ft=1000)
    fdm["ap/wing-leveller"] = 1
    fdm["fcs/throttle-cmd-norm"] = 1.0
    hold = SpeedHold(fdm, 65)
    rows, n = [], 0
    while fdm.get_sim_time() < 900:
        if style == "leaned":
            pressure_ratio = fdm["atmosphere/P-psf"] / fdm["atmosphere/P-sl-psf"]
            fdm["fcs/mixture-cmd-norm"] = min(1.0, 1.12 * pressure_ratio)
        hold.act()
        fdm.run()
        n += 1
        if n % 600 == 0:
            rows.append((fdm.get_sim_time(), fdm["position/h-sl-ft"] * FT, fdm["velocities/h-dot-fps"] * FT,
                         fdm["velocities/vc-kts"], fdm["propulsion/engine/propeller-rpm"],
                         fdm["propulsion/engine/power-hp"] * 0.7457))
    record(f"climb-{style}.csv", ("time_s", "h_m", "climb_m_s", "kcas", "rpm", "power_kW"), rows[11:])
    for r in rows[11::56]:
        print(f"mixture {style:6s} t {r[0]:4.0f} s  h {r[1]:5.0f} m  climb {r[2]:5.2f} m/s"
              f"  {r[3]:4.1f} KCAS  {r[4]:4.0f} rpm  {r[5]:4.1f} kW")
