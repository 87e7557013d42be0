"""Wind in the initial conditions: which way does it blow, and is the airspeed the one that was asked for?"""
from ts1 import jsbsim

KT = 0.592484                            # knots per ft/s
print("heading east, wind 20 kt; knots after run_ic()  true airspeed  over ground  wind towards east")
for what, speed, wind in (("no wind, airspeed 100", "vt", {}),
                          ("direction 90, airspeed 100", "vt", {"vw-mag-fps": 20 / KT, "vw-dir-deg": 90}),
                          ("direction 270, airspeed 100", "vt", {"vw-mag-fps": 20 / KT, "vw-dir-deg": 270}),
                          ("direction 90, ground speed 120", "vg", {"vw-mag-fps": 20 / KT, "vw-dir-deg": 90})):
    fdm = jsbsim.FGFDMExec(".")
    fdm.load_model_with_paths("ts1", ".", ".", ".", False)
    fdm["ic/h-sl-ft"] = 3000
    fdm["ic/psi-true-deg"] = 90
    fdm[f"ic/{speed}-kts"] = 120 if speed == "vg" else 100   # so that there is a heading to fly
    for name, value in wind.items():
        fdm[f"ic/{name}"] = value
    fdm[f"ic/{speed}-kts"] = 120 if speed == "vg" else 100   # and again: the speed is set last
    fdm.run_ic()
    print(f"{what:46s} {fdm['velocities/vt-fps'] * KT:14.1f} {fdm['velocities/vg-fps'] * KT:12.1f}"
          f" {fdm['atmosphere/wind-east-fps'] * KT:18.1f}")
