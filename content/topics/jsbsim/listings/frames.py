"""What the signs and units really are, asked of the running TS-1 instead of a drawing."""
from ts1 import start

fdm = start(85)
print("centre of gravity, structural x, y, z in:", *(f"{fdm['inertia/cg-%s-in' % a]:.2f}" for a in "xyz"))
print("pilot's weight moved 10 in aft (structural x grows):")
fdm["inertia/pointmass-location-X-inches"] += 10
fdm.run()
print(f"  cg x = {fdm['inertia/cg-x-in']:.2f} in; pitch acceleration {fdm['accelerations/qdot-rad_sec2']:+.4f} rad/s2 (nose up)")

print("response half a second after each input, from trim:")
for name, value in (("fcs/elevator-cmd-norm", 0.1), ("fcs/aileron-cmd-norm", 0.1), ("fcs/rudder-cmd-norm", 0.1)):
    fdm = start(85)
    fdm[name] += value
    while fdm.get_sim_time() < 0.5:
        fdm.run()
    print(f"  {name:22s} +0.1: p {fdm['velocities/p-rad_sec']:+.4f}  q {fdm['velocities/q-rad_sec']:+.4f}"
          f"  r {fdm['velocities/r-rad_sec']:+.4f} rad/s")

fdm = start(85)
print("one state, several names:")
for name in ("metrics/bw-ft", "aero/alpha-rad", "aero/alpha-deg", "fcs/elevator-pos-rad", "fcs/elevator-pos-deg",
             "fcs/elevator-pos-norm", "velocities/vt-fps", "velocities/vc-kts", "inertia/weight-lbs", "inertia/mass-slugs"):
    print(f"  {name:24s} {fdm[name]:12.6f}")
print("catalogue entries:", len(fdm.get_property_catalog()))
try:
    fdm["aero/aplha-deg"]
except KeyError as e:
    print("reading a misspelt name:", e.args[0])
fdm["aero/aplha-deg"] = 5
print("writing a misspelt name makes it:", fdm["aero/aplha-deg"])
