"""Break the TS-1 in nine ways, each in a process of its own, and show what JSBSim says."""
import os
import subprocess
import sys
import tempfile

TRY = """
import sys
from ts1 import jsbsim
class Show(jsbsim.DefaultLogger):
    def file_location(self, filename, line): print(f"[line {line}]", end=" ")
jsbsim.set_logger(Show(jsbsim.LogLevel.WARN))
fdm = jsbsim.FGFDMExec(".")
print("load_model:", fdm.load_model_with_paths("ts1", sys.argv[1], ".", ".", False), flush=True)
fdm["ic/h-sl-ft"], fdm["ic/vc-kts"] = 3000, 85
if sys.argv[2] == "on": fdm["propulsion/set-running"] = -1
fdm.run_ic()
fdm["simulation/do_simple_trim"] = 1
print("trims")
"""
source = open("ts1.xml").read()
lift = "<property>aero/qbar-area</property><property>aero/ts1/CL</property>"
level = '<independentVar lookup="row">aero/alpha-rad</independentVar>'
for what, old, new in (
    ("nothing broken", "", ""),
    ("a closing tag is missing", "</metrics>", ""),
    ("a unit that does not exist", '<wingspan unit="M">', '<wingspan unit="METRE">'),
    ("a property that nobody makes", lift, lift.replace("CL<", "CLift<")),
    ("table keys that fall", "-0.200 -0.70", "-0.400 -0.70"),
    ("a table without its variable", level, ""),
    ("two values under one <function>", f"<product>{lift}</product>", lift),
    ("an unknown axis", '<axis name="LIFT">', '<axis name="UP">'),
    ("an engine file that is not there", 'file="ts1-engine"', 'file="ts1-motor"'),
    ("engine left off", "", ""),
):
    assert old in source
    with tempfile.TemporaryDirectory() as d:
        with open(os.path.join(d, "ts1.xml"), "w") as f:
            f.write(source.replace(old, new, 1) if old else source)
        p = subprocess.run([sys.executable, "-c", TRY, d, "off" if "off" in what else "on"],
                           capture_output=True, text=True)
    out = (p.stdout + p.stderr).replace(d + os.sep, "").split("\n")
    words = [w.strip() for w in out if w.strip() and not w.startswith(("    ", '  File "', "Traceback"))]
    seen = list(dict.fromkeys(words))
    print(f"{what}: " + ("" if p.returncode == 0 else f"exit {p.returncode}; ") + " | ".join(seen)[:180])
