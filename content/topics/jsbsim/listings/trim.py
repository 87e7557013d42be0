"""Straight and level trim of the TS-1 at three speeds."""
from ts1 import start

print("KCAS  TAS m/s  alpha deg  elevator deg  bank deg  throttle   rpm  thrust N  residual N")
for kcas in (65, 85, 105):
    fdm = start(kcas)
    thrust = fdm["propulsion/engine/thrust-lbs"] * 4.4482216
    residual = fdm["accelerations/udot-ft_sec2"] * 0.3048 * fdm["inertia/mass-slugs"] * 14.59390
    print(f"{kcas:4d} {fdm['velocities/vt-fps'] * 0.3048:8.2f} {fdm['aero/alpha-deg']:10.3f}"
          f" {fdm['fcs/elevator-pos-deg']:13.3f} {fdm['attitude/phi-deg']:9.3f}"
          f" {fdm['fcs/throttle-pos-norm']:9.3f} {fdm['propulsion/engine/propeller-rpm']:5.0f}"
          f" {thrust:9.1f} {residual:11.4f}")
