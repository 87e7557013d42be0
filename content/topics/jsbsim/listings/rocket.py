"""Fly the TS-R straight up to its summit, and once more by hand: one dimension, no JSBSim in it."""
import csv
import math
import os

os.environ["JSBSIM_DEBUG"] = "0"
import jsbsim

jsbsim.set_logger(jsbsim.DefaultLogger(jsbsim.LogLevel.STDOUT))
FT, LBF, LB = 0.3048, 4.4482216, 0.45359237

fdm = jsbsim.FGFDMExec(".")
fdm.load_model_with_paths("tsr", ".", ".", ".", False)
fdm.set_dt(1 / 240)
fdm["ic/theta-deg"] = 90
fdm["ic/h-sl-ft"] = 10
fdm["propulsion/set-running"] = -1
fdm.run_ic()
fdm["fcs/throttle-cmd-norm"] = 1.0        # lights it; a solid motor cannot be throttled afterwards
rows, burnout = [], None
while fdm["velocities/h-dot-fps"] >= 0:
    fdm.run()
    t, h, v = fdm.get_sim_time(), fdm["position/h-sl-ft"] * FT, fdm["velocities/h-dot-fps"] * FT
    if burnout is None and fdm["propulsion/tank/contents-lbs"] <= 0:
        burnout = t, h, v
    if round(t * 240) % 60 == 0:
        rows.append((t, h / 1000, v, fdm["propulsion/engine/thrust-lbs"] * LBF, fdm["velocities/mach"]))
with open("rocket.csv", "w", newline="") as f:
    out = csv.writer(f)
    out.writerow(("time_s", "h_km", "v_m_s", "thrust_N", "mach"))
    out.writerows([f"{x:.4f}" for x in r] for r in rows)
print("JSBSim : burnt out at %.2f s, %.0f m, %.1f m/s; summit at %.1f s, %.0f m" % (*burnout, t, h))
print("         fastest Mach %.2f; pitch at the summit %.1f deg" % (max(r[4] for r in rows), fdm["attitude/theta-deg"]))

TABLE = [(0, 400), (4, 480), (12, 480), (17, 400), (17.6, 200)]

def thrust_vacuum(burnt_lb):
    for (x0, y0), (x1, y1) in zip(TABLE, TABLE[1:]):
        if burnt_lb <= x1:
            return (y0 + (y1 - y0) * (burnt_lb - x0) / (x1 - x0)) * LBF
    return TABLE[-1][1] * LBF

def air(h):                               # standard atmosphere of 1976 up to 11 km, then isothermal
    hg = 6356766 * h / (6356766 + h)
    if hg < 11000:
        k = 288.15 - 0.0065 * hg
        p = 101325 * (k / 288.15) ** 5.255880
    else:
        k = 216.65
        p = 22632.06 * math.exp(-9.80665 * (hg - 11000) / (287.0529 * k))
    return p, p / (287.0529 * k)

t, h, v, left, dt, done = 0.0, 10 * FT, 0.0, 8.0, 0.001, None
while v >= 0:
    p, rho = air(h)
    vac = thrust_vacuum((8.0 - left) / LB) if left > 0 else 0.0
    thrust = max(0.0, vac - p * 0.0030)
    g = 9.80665 * (6371000 / (6371000 + h)) ** 2
    v += ((thrust - 0.5 * rho * v * v * 0.01767 * 0.50) / (20 + left) - g) * dt
    h += v * dt
    t += dt
    left = max(0.0, left - vac / (220 * 9.80665) * dt)
    if done is None and left == 0:
        done = t, h, v
print("by hand: burnt out at %.2f s, %.0f m, %.1f m/s; summit at %.1f s, %.0f m" % (*done, t, h))
