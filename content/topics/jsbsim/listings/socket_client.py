"""Steer a running JSBSim from outside through its text socket: no binding, any language can do it."""
import os
import socket
import subprocess
import tempfile
import time

PORT = 19137
SCRIPT = f"""<?xml version="1.0"?>
<runscript name="TS-1 by remote control">
  <use aircraft="ts1" initialize="air"/>
  <input port="{PORT}"/>
  <run start="0" end="600" dt="0.008333"/>
</runscript>"""
START = """<?xml version="1.0"?>
<initialize name="in the air">
  <altitude unit="FT">3000</altitude> <vc unit="KTS">85</vc> <gamma unit="DEG">0</gamma> <running>-1</running>
</initialize>"""

root = tempfile.mkdtemp()                 # JSBSim's own folder layout
for d in ("aircraft/ts1", "engine", "scripts", "systems"):
    os.makedirs(os.path.join(root, d))
for name, d in (("ts1.xml", "aircraft/ts1"), ("ts1-engine.xml", "engine"), ("ts1-prop.xml", "engine")):
    with open(name) as f, open(os.path.join(root, d, name), "w") as g:
        g.write(f.read())
for path, text in (("aircraft/ts1/air.xml", START), ("scripts/remote.xml", SCRIPT)):
    with open(os.path.join(root, path), "w") as f:
        f.write(text)

sim = subprocess.Popen(["jsbsim", f"--root={root}", "--script=scripts/remote.xml", "--suspend"],
                       env={**os.environ, "JSBSIM_DEBUG": "0"}, stdout=subprocess.DEVNULL)
for _ in range(100):
    try:
        link = socket.create_connection(("localhost", PORT))
        break
    except ConnectionRefusedError:
        time.sleep(0.1)
link.settimeout(5)


def ask(line):
    link.sendall((line + "\r\n").encode())
    time.sleep(0.3)
    answer = " ".join(link.recv(4096).decode().replace("JSBSim>", "").split())
    print(f"{line:40s} {answer}")


time.sleep(0.5)
print("greeting:", " ".join(link.recv(4096).decode().split()))
for line in ("get simulation/sim-time-sec", "get position/h-sl-ft", "set fcs/throttle-cmd-norm 1", "set fcs/throtle-cmd-norm 1",
             "iterate 240", "get simulation/sim-time-sec", "get fcs/throttle-pos-norm", "get velocities/vc-kts", "land please"):
    ask(line)
sim.terminate()
