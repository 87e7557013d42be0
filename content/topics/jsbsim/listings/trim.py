"""Load the TS-1, trim it for straight flight at three speeds, print the result."""
import jsbsim

fdm = jsbsim.FGFDMExec(".")              # root: the folder with the aircraft
fdm.set_debug_level(0)
fdm.load_model_with_paths("ts1", ".", ".", ".", False)

print("KCAS   TAS m/s  alpha deg  elevator deg  throttle  rpm   T N    T-D err N")
for kcas in (65, 85, 105):
    fdm["ic/h-sl-ft"] = 3000
    fdm["ic/vc-kts"] = kcas
    fdm["ic/gamma-deg"] = 0
    fdm["ic/psi-true-deg"] = 90
    fdm["propulsion/set-running"] = -1   # all engines running
    fdm["fcs/mixture-cmd-norm"] = 0.9
    fdm.run_ic()
    fdm["simulation/do_simple_trim"] = 1 # 0 longitudinal, 1 full, 2 ground
    thrust = fdm["propulsion/engine/thrust-lbs"] * 4.4482216
    err = fdm["accelerations/udot-ft_sec2"] * 0.3048 * fdm["inertia/mass-slugs"] * 14.5939
    print(f"{kcas:4d} {fdm['velocities/vt-fps']*0.3048:9.2f} {fdm['aero/alpha-deg']:10.3f}"
          f" {fdm['fcs/elevator-pos-deg']:12.3f} {fdm['fcs/throttle-pos-norm']:10.3f}"
          f" {fdm['propulsion/engine/propeller-rpm']:6.0f} {thrust:6.0f} {err:8.3f}")
