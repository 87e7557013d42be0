"""What the signs and units really are, asked of the running TS-1 instead of a drawing."""
import jsbsim

def fresh(kcas=85):
    fdm = jsbsim.FGFDMExec(".")
    fdm.load_model_with_paths("ts1", ".", ".", ".", False)
    for name, value in (("ic/h-sl-ft", 3000), ("ic/vc-kts", kcas), ("ic/gamma-deg", 0),
                        ("fcs/mixture-cmd-norm", 0.9), ("propulsion/set-running", -1)):
        fdm[name] = value
    fdm.run_ic()
    fdm["simulation/do_simple_trim"] = 1
    return fdm

fdm = fresh()
print("centre of gravity, structural x, y, z in:", *(f"{fdm['inertia/cg-%s-in' % a]:.2f}" for a in "xyz"))
print("pilot's weight moved 10 in aft (structural x grows):")
fdm["inertia/pointmass-location-X-inches"] += 10
fdm.run()
print(f"  cg x = {fdm['inertia/cg-x-in']:.2f} in; pitch acceleration {fdm['accelerations/qdot-rad_sec2']:+.4f} rad/s2 (nose up)")

print("response half a second after each input, from trim:")
for name, value in (("fcs/elevator-cmd-norm", 0.1), ("fcs/aileron-cmd-norm", 0.1), ("fcs/rudder-cmd-norm", 0.1)):
    fdm = fresh()
    fdm[name] += value
    while fdm.get_sim_time() < 0.5:
        fdm.run()
    print(f"  {name:22s} +0.1: p {fdm['velocities/p-rad_sec']:+.4f}  q {fdm['velocities/q-rad_sec']:+.4f}"
          f"  r {fdm['velocities/r-rad_sec']:+.4f} rad/s")

fdm = fresh()
print("one state, several names:")
for name in ("metrics/bw-ft", "aero/alpha-rad", "aero/alpha-deg", "fcs/elevator-pos-rad", "fcs/elevator-pos-deg",
             "fcs/elevator-pos-norm", "velocities/vt-fps", "velocities/vc-kts", "inertia/weight-lbs", "inertia/mass-slugs"):
    print(f"  {name:24s} {fdm[name]:12.6f}")
print("catalogue entries:", len(fdm.get_property_catalog()))
print("a misspelt name reads as:", fdm["aero/aplha-deg"])
