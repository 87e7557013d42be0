"""Numbers that an aircraft must give before anyone believes it: stall, glide, top speed, static run-up."""
import math
from ts1 import jsbsim, start

FT, LBF = 0.3048, 4.4482216

def trims(kcas, flap=0.0):
    fdm = start(kcas, h_ft=1000, trim=False)
    fdm["fcs/flap-cmd-norm"] = flap
    fdm["fcs/flap-pos-deg"] = 35 * flap
    try:
        fdm["simulation/do_simple_trim"] = 1
    except jsbsim.TrimFailureError:
        return None
    return fdm

for flap, text in ((0.0, "clean"), (1.0, "flaps 35 deg")):
    slow = next(k for k in range(30, 80) if trims(k, flap))
    slow_clean = slow if flap == 0 else slow_clean
    alpha = trims(slow, flap)["aero/alpha-deg"]
    print(f"slowest level trim, {text}: {slow} KCAS at alpha {alpha:.1f} deg")
print(f"stall by hand, CLmax 1.45, sea level: {math.sqrt(2 * 600 * 9.80665 / (1.225 * 12 * 1.45)) / 0.514444:.1f} knots")
fast = next(k for k in range(140, 90, -1) if trims(k))
print(f"fastest level trim at 1000 ft: {fast} KCAS, throttle {trims(fast)['fcs/throttle-pos-norm']:.2f}")

best = max((trims(k) for k in range(slow_clean + 2, 100)), key=lambda f: f["forces/lod-norm"])
print(f"best lift/drag: {best['forces/lod-norm']:.2f} at {best['velocities/vc-kts']:.0f} KCAS;"
      f" by hand sqrt(pi e A / CD0)/2 = {0.5 / math.sqrt(0.028 * 0.0518):.2f}")

fdm = start(0.1, h_ft=3.9, trim=False)    # on its wheels, full throttle, brakes on
for b in ("left", "right"):
    fdm[f"fcs/{b}-brake-cmd-norm"] = 1
fdm["fcs/throttle-cmd-norm"] = 1
while fdm.get_sim_time() < 20:
    fdm.run()
rps, d, rho = fdm["propulsion/engine/propeller-rpm"] / 60, 1.75, fdm["atmosphere/rho-slugs_ft3"] * 515.379
print(f"static: {rps * 60:.0f} rpm, thrust {fdm['propulsion/engine/thrust-lbs'] * LBF:.0f} N;"
      f" by hand CT rho n^2 D^4 = {0.1020 * rho * rps**2 * d**4:.0f} N,"
      f" power CP rho n^3 D^5 = {0.0480 * rho * rps**3 * d**5 / 1000:.1f} kW")
print(f"weight on wheels: {sum(fdm[f'gear/unit[{i}]/compression-ft'] for i in range(3)) * FT * 1000:.0f} mm summed compression,"
      f" pitch {fdm['attitude/theta-deg']:+.2f} deg")
