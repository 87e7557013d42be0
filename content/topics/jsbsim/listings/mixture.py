"""Full throttle at 65 knots: brake power against the mixture lever at three altitudes."""
import csv
from ts1 import SpeedHold, start

def power_kw(h_ft, mixture):
    fdm = start(65, h_ft, mixture, trim=False)
    fdm["fcs/throttle-cmd-norm"] = 1.0
    fdm["ap/wing-leveller"] = 1
    hold = SpeedHold(fdm, 65)
    while fdm.get_sim_time() < 15:
        hold.act()
        fdm.run()
    return fdm["propulsion/engine/power-hp"] * 0.7457, fdm["propulsion/engine/AFR"]

levers = [0.60 + 0.05 * i for i in range(9)]
with open("mixture.csv", "w", newline="") as f:
    out = csv.writer(f)
    out.writerow(("lever", "kW_1000ft", "kW_5000ft", "kW_9000ft"))
    table = [[power_kw(h, m) for h in (1000, 5000, 9000)] for m in levers]
    out.writerows([f"{m:.2f}"] + [f"{p:.2f}" for p, _ in row] for m, row in zip(levers, table))
for k, h in enumerate((1000, 5000, 9000)):
    i = max(range(len(levers)), key=lambda i: table[i][k][0])
    p, afr = table[i][k]
    print(f"{h} ft: most power {p:.1f} kW with the lever at {levers[i]:.2f} (air/fuel {afr:.1f});"
          f" {table[-1][k][0]:.1f} kW fully rich")
