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
    fdm["ic/vc-kts"] = kcas              # calibrated; the order of height and speed is free
    fdm["ic/gamma-deg"] = 0
    fdm["ic/psi-true-deg"] = 90
    for name, value in properties.items():
        fdm[name] = value
    fdm["propulsion/set-running"] = -1   # all engines; puts the mixture lever to 1 as well
    fdm.run_ic()
    fdm["fcs/mixture-cmd-norm"] = mixture
    if trim:
        fdm["simulation/do_simple_trim"] = 1   # 0 longitudinal, 1 full, 2 ground; raises TrimFailureError
    return fdm

class SpeedHold:
    """Elevator holds a calibrated speed: too fast, raise the nose; an inner loop holds the pitch angle."""
    def __init__(self, fdm, kcas):
        self.fdm, self.kcas, self.theta = fdm, kcas, fdm["attitude/theta-deg"]
    def act(self):
        fast = self.fdm["velocities/vc-kts"] - self.kcas
        self.theta += 0.15 * fast * self.fdm.get_delta_t()
        wanted = self.theta + 1.0 * fast
        self.fdm["fcs/elevator-cmd-norm"] = (0.03 * (self.fdm["attitude/theta-deg"] - wanted)
                                             + 0.8 * self.fdm["velocities/q-rad_sec"])   # positive: nose down
