"""The same doublet with coarser time steps: how much does the frame rate matter?"""
from ts1 import start

def altitude_after(hz, seconds=60):
    fdm = start(85, hz=hz)
    for i in range(round(seconds * hz)):
        t = i / hz
        fdm["fcs/elevator-cmd-norm"] = -0.1 if 5 <= t < 6 else 0.1 if 6 <= t < 7 else 0.0
        fdm.run()
    return fdm["position/h-sl-ft"] * 0.3048, fdm["velocities/vt-fps"] * 0.3048

h0, v0 = altitude_after(960)
print(f"960 Hz reference: h {h0:.3f} m, V {v0:.4f} m/s")
for hz in (480, 240, 120, 60, 30, 20):
    h, v = altitude_after(hz)
    print(f"{hz:4d} Hz: dh {h - h0:+8.3f} m, dV {v - v0:+8.4f} m/s")
