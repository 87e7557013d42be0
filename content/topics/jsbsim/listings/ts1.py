"""Load the TS-1 from this folder, start it in the air with the engine running, trim it."""
import os

os.environ["JSBSIM_DEBUG"] = "0"         # read when FGFDMExec is made: no banner, no configuration listing
import jsbsim

jsbsim.set_logger(jsbsim.DefaultLogger(jsbsim.LogLevel.STDOUT))  # no warnings either: results only

def start(kcas=85, h_ft=3000, mixture=0.9, trim=True, hz=120, **properties):
    fdm = jsbsim.FGFDMExec(".")          # root folder
    fdm.load_model_with_paths("ts1", ".", ".", ".", False)  # aircraft, engine, systems: all here
    fdm.set_dt(1 / hz)
    fdm["ic/h-sl-ft"] = h_ft
    fdm["ic/vc-kts"] = kcas              # after the height: calibrated speed depends on it
    fdm["ic/gamma-deg"] = 0
    fdm["ic/psi-true-deg"] = 90
    for name, value in properties.items():
        fdm[name] = value
    fdm["propulsion/set-running"] = -1   # all engines; sets throttle and mixture to 1 as well
    fdm.run_ic()
    fdm["fcs/mixture-cmd-norm"] = mixture
    if trim:
        fdm["simulation/do_simple_trim"] = 1   # 0 longitudinal, 1 full, 2 ground; raises TrimFailureError
    return fdm

def hold_speed(fdm, kcas):
    """Elevator as a crude autopilot: speed error plus pitch damping. Positive elevator is nose down."""
    fdm["fcs/elevator-cmd-norm"] = (-0.02 * (fdm["velocities/vc-kts"] - kcas)
                                    + 1.0 * fdm["velocities/q-rad_sec"])
