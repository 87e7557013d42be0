"""Efficiency of the TS-1's propeller from its two tables, interpolated as JSBSim does it: eta = J CT / CP."""
import csv
import xml.etree.ElementTree as ET

tables = {t.get("name"): [tuple(map(float, line.split())) for line in t.find("tableData").text.strip().splitlines()]
          for t in ET.parse("ts1-prop.xml").getroot().findall("table")}

def lookup(name, j):
    rows = tables[name]
    (a, ya), (b, yb) = next(p for p in zip(rows, rows[1:]) if j <= p[1][0])
    return ya + (yb - ya) * (j - a) / (b - a)

rows = []
for j in (i / 50 for i in range(51)):
    ct, cp = lookup("C_THRUST", j), lookup("C_POWER", j)
    rows.append((j, 10 * ct, 10 * cp, j * ct / cp))
with open("propeller.csv", "w", newline="") as f:
    out = csv.writer(f)
    out.writerow(("J", "ten_CT", "ten_CP", "efficiency"))
    out.writerows((f"{j:.2f}", f"{ct:.3f}", f"{cp:.3f}", f"{eta:.4f}") for j, ct, cp, eta in rows)
best = max(rows, key=lambda r: r[3])
print(f"best efficiency {best[3]:.3f} at J = {best[0]:.2f}; at J = 0.2 {rows[10][3]:.3f}, at J = 0.9 {rows[45][3]:.3f}")
