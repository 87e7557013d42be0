"""Wind in the initial conditions: where it blows, and what becomes of the speed."""
from ts1 import jsbsim

KT = 0.592484                           # knots per ft/s


def begin(speed, kts, direction=None):
    fdm = jsbsim.FGFDMExec(".")
    fdm.load_model_with_paths("ts1", ".", ".", ".", False)
    fdm["ic/h-sl-ft"] = 3000
    fdm["ic/psi-true-deg"] = 90         # heading east
    fdm[speed] = kts                    # wind needs a motion to be added to
    if direction is not None:
        fdm["ic/vw-mag-fps"] = 20 / KT
        fdm["ic/vw-dir-deg"] = direction
        fdm[speed] = kts                # again: the speed is set last
    fdm.run_ic()
    wind, tas, ground = (fdm[name] * KT for name in (
        "atmosphere/wind-east-fps", "velocities/vt-fps", "velocities/vg-fps"))
    print(f"{speed:10s} {kts:4d} {str(direction):>10s} {wind:9.1f} {tas:9.1f} {ground:9.1f}")


print("asked for, kt   wind dir. wind east  airspeed    ground")
begin("ic/vt-kts", 100)
begin("ic/vt-kts", 100, 90)
begin("ic/vt-kts", 100, 270)
begin("ic/vg-kts", 120, 90)
