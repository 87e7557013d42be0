"""What an aerodynamic function must return: a force, in pounds. No coefficient is needed."""
import os
import tempfile
from ts1 import jsbsim

BODY = """<?xml version="1.0"?>
<fdm_config name="block" version="2.0" release="ALPHA">
  <metrics><wingarea unit="FT2">1</wingarea><wingspan unit="FT">1</wingspan><chord unit="FT">1</chord>
    <location name="AERORP" unit="IN"><x>0</x><y>0</y><z>0</z></location></metrics>
  <mass_balance><ixx unit="SLUG*FT2">1</ixx><iyy unit="SLUG*FT2">1</iyy><izz unit="SLUG*FT2">1</izz>
    <emptywt unit="LBS">100</emptywt>
    <location name="CG" unit="IN"><x>0</x><y>0</y><z>0</z></location></mass_balance>
  <ground_reactions/><propulsion/><flight_control name="none"/>
  <aerodynamics>
    <axis name="X"><function name="aero/push"><value>10</value></function></axis>
    <axis name="PITCH"><function name="aero/twist"><value>2</value></function></axis>
  </aerodynamics>
</fdm_config>"""
with tempfile.TemporaryDirectory() as d:
    with open(os.path.join(d, "block.xml"), "w") as f:
        f.write(BODY)
    fdm = jsbsim.FGFDMExec(".")
    fdm.load_model_with_paths("block", d, ".", ".", False)
    fdm["ic/h-sl-ft"] = 5000
    fdm.run_ic()
    print(f"push 10: force {fdm['forces/fbx-aero-lbs']:.3f} lbf, u-dot {fdm['accelerations/udot-ft_sec2']:.3f} ft/s2,"
          f" by hand 10 lbf / (100 lb / 32.174) = {10 / (100 / 32.174):.3f}")
    print(f"twist 2: moment {fdm['moments/m-aero-lbsft']:.3f} lbf ft, q-dot {fdm['accelerations/qdot-rad_sec2']:.3f} rad/s2")
