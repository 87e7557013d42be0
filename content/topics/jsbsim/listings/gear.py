"""Set the TS-1 on its wheels, 5 cm too high: which legs are too stiff for which frame rate?"""
import math
import os
import tempfile
from ts1 import jsbsim

source = open("ts1.xml").read()

def hop_mm(stiffer, hz, seconds=6):
    """Height range over the last two seconds; a good leg has come to rest long before."""
    text = source
    for spring, damper in ((20000, 2500), (35000, 4000)):      # same damping ratio: damper by the square root
        text = text.replace(f">{spring}<", f">{spring * stiffer}<").replace(f">{damper}<", f">{damper * stiffer ** 0.5}<")
    with tempfile.TemporaryDirectory() as d:
        with open(os.path.join(d, "ts1.xml"), "w") as f:
            f.write(text)
        fdm = jsbsim.FGFDMExec(".")
        fdm.load_model_with_paths("ts1", d, ".", ".", False)
    fdm.set_dt(1 / hz)
    fdm["ic/h-agl-ft"] = (1.22 + 0.05) / 0.3048
    fdm.run_ic()
    late = []
    while fdm.get_sim_time() < seconds:
        fdm.run()
        h = fdm["position/h-agl-ft"] * 304.8
        if not math.isfinite(h) or abs(h) > 100e3:
            return math.inf
        if fdm.get_sim_time() > seconds - 2:
            late.append(h)
    return max(late) - min(late)

rates = (30, 120, 480, 1920)
print("springs" + "".join(f"{hz:>10d} Hz" for hz in rates))
for stiffer in (1, 10, 100, 1000):
    hops = [hop_mm(stiffer, hz) for hz in rates]
    print(f"x {stiffer:<5d}" + "".join(f"{'thrown off' if math.isinf(h) else format(h, '.1f') + ' mm':>13s}" for h in hops))
