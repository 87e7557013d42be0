"""Which angle gives way? Three are set one after the other, and all three read back."""
from ts1 import jsbsim

ANGLES = ("alpha", "gamma", "theta")
for speed in ("vc", "vg"):
    fdm = jsbsim.FGFDMExec(".")
    fdm.load_model_with_paths("ts1", ".", ".", ".", False)
    fdm["ic/h-sl-ft"] = 3000
    fdm[f"ic/{speed}-kts"] = 85
    print(f"speed set last: ic/{speed}-kts")
    for name, value in zip(ANGLES, (3, 2, 10)):
        fdm[f"ic/{name}-deg"] = value
        now = (f"{a} {fdm[f'ic/{a}-deg'] + 0.001:4.1f}" for a in ANGLES)  # no minus zero
        print(f"  {name} = {value:2d}:", *now)
