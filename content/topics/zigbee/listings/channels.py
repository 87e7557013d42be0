"""Zigbee channels against the Wi-Fi channels of 2.4 GHz."""
import csv

HALF_WIFI = 11.0          # MHz: half of the 22 MHz of an 802.11b/g signal
HALF_ZIGBEE = 1.0         # MHz: half of the 2 MHz of an 802.15.4 signal


def zigbee(k):
    return 2405 + 5 * (k - 11)


def wifi(n):
    return 2407 + 5 * n


def clear(k, plan):
    return all(abs(zigbee(k) - wifi(n)) >= HALF_WIFI + HALF_ZIGBEE for n in plan)


rows = []
for k in range(11, 27):
    f = zigbee(k)
    rows.append((k, f, min(abs(f - wifi(n)) for n in (1, 6, 11)),
                 min(abs(f - wifi(n)) for n in (1, 5, 9, 13))))

print("channel  MHz   to nearest of 1/6/11   of 1/5/9/13")
for k, f, a, b in rows:
    print(f"{k:7}  {f}  {a:8} MHz {b:18} MHz")
for plan in ((1, 6, 11), (1, 5, 9, 13), (1,), (6,), (11,), (3,), (8,)):
    free = [k for k in range(11, 27) if clear(k, plan)]
    print("Wi-Fi on", "/".join(map(str, plan)) + ":", "clear", free or "none")

with open("channels.csv", "w", newline="") as out:
    w = csv.writer(out)
    w.writerow(["channel", "mhz", "to_1_6_11_mhz", "to_1_5_9_13_mhz"])
    w.writerows(rows)
