"""When does a sensor report? The rules of the ZCL on one made-up afternoon."""
import csv
import math

MIN_S, MAX_S, CHANGE = 60, 1800, 50            # 1 minute, 30 minutes, 0.50 C


def temperature(t):
    """Hundredths of a degree: slow warming, a window opened after 3 h for 20 min."""
    slow = 2000 + 300 * math.sin(math.pi * t / 28800)
    window = 400 * math.exp(-((t - 11400) / 900) ** 2)
    return round(slow - window)


def run(min_s, max_s, change):
    out, last_t, last_v = [], 0, temperature(0)
    for t in range(0, 6 * 3600 + 1, 5):        # the sensor measures every 5 s
        v, age = temperature(t), t - last_t
        moved = abs(v - last_v) >= change
        if age >= min_s and moved or age >= max_s:
            out.append((t, v, "change" if moved else "maximum interval"))
            last_t, last_v = t, v
    return out


reports = run(MIN_S, MAX_S, CHANGE)
for t, v, why in reports:
    print(f"{t // 3600}:{t // 60 % 60:02}:{t % 60:02}  {v / 100:5.2f} C  {why}")
print(len(reports), "reports in 6 h;",
      "with change 10:", len(run(MIN_S, MAX_S, 10)), "and with change 1:", len(run(MIN_S, MAX_S, 1)))

with open("reporting.csv", "w", newline="") as out:
    w = csv.writer(out)
    w.writerow(["hour", "celsius"])
    w.writerows((round(t / 3600, 4), v / 100) for t, v, _ in reports)
with open("temperature.csv", "w", newline="") as out:
    w = csv.writer(out)
    w.writerow(["hour", "celsius"])
    w.writerows((round(t / 3600, 4), temperature(t) / 100) for t in range(0, 6 * 3600 + 1, 120))
