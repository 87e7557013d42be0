"""Which angle gives way? Angles of the start are set one after the other and all three read back."""
from ts1 import jsbsim

for speed in ("vc", "vg"):
    fdm = jsbsim.FGFDMExec(".")
    fdm.load_model_with_paths("ts1", ".", ".", ".", False)
    fdm["ic/h-sl-ft"] = 3000
    fdm[f"ic/{speed}-kts"] = 85
    print(f"speed set last: ic/{speed}-kts")
    for name, value in (("alpha", 3), ("gamma", 2), ("theta", 10)):
        fdm[f"ic/{name}-deg"] = value
        print(f"  {name} = {value:2d}:", *(f"{n} {fdm[f'ic/{n}-deg']:4.1f}" for n in ("alpha", "gamma", "theta")))
