"""Efficiency of the TS-1's propeller from its two tables: eta = J CT / CP."""
import csv
import xml.etree.ElementTree as ET

tables = {t.get("name"): [tuple(map(float, line.split())) for line in t.find("tableData").text.strip().splitlines()]
          for t in ET.parse("ts1-prop.xml").getroot().findall("table")}
rows = [(j, ct, cp, j * ct / cp) for (j, ct), (_, cp) in zip(tables["C_THRUST"], tables["C_POWER"]) if j <= 1.0]
with open("propeller.csv", "w", newline="") as f:
    out = csv.writer(f)
    out.writerow(("J", "ten_CT", "ten_CP", "efficiency"))
    out.writerows((f"{j:.2f}", f"{10 * ct:.3f}", f"{10 * cp:.3f}", f"{eta:.4f}") for j, ct, cp, eta in rows)
best = max(rows, key=lambda r: r[3])
print(f"best efficiency {best[3]:.3f} at J = {best[0]:.1f}; at J = 0.2 {rows[2][3]:.3f}, at J = 0.9 {rows[9][3]:.3f}")
