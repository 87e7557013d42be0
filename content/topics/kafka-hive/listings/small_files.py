"""The same 200,000 rows as 1, 10, 100, 1,000 and 4,000 Parquet files: bytes on disk and time to read one column."""
import csv, os, sys, tempfile, time
import numpy as np, pyarrow as pa, pyarrow.parquet as pq
pa.set_cpu_count(1)

rows = 200_000
rng = np.random.default_rng(7)
table = pa.table({
    "user_id": pa.array([f"u{i}" for i in rng.integers(0, 5_000, rows)]),
    "cents": rng.integers(100, 10_000, rows),
    "ts": np.sort(rng.integers(0, 86_400_000, rows)),
    "channel": pa.array(np.array(["app", "web", "shop"])[rng.integers(0, 3, rows)]),
})
out = []
with tempfile.TemporaryDirectory() as top:
    for n in (1, 10, 100, 1_000, 4_000):
        d = os.path.join(top, str(n))
        os.mkdir(d)
        step = rows // n
        for i in range(n):
            pq.write_table(table.slice(i * step, step), f"{d}/{i:05}.parquet", compression="zstd")
        names = sorted(os.listdir(d))
        size = sum(os.path.getsize(f"{d}/{f}") for f in names)
        best = 1e9
        for _ in range(3):
            t = time.perf_counter()
            total = sum(pq.read_table(f"{d}/{f}", columns=["cents"], use_threads=False)["cents"].to_numpy().sum() for f in names)
            best = min(best, time.perf_counter() - t)
        out.append((n, size, round(best * 1000, 1)))
        print(f"{n:5} files {size:10,} bytes {best * 1000:9.1f} ms  sum {total}")
if len(sys.argv) > 1:
    with open(sys.argv[1], "w", newline="") as f:
        w = csv.writer(f)
        w.writerow(["files", "bytes", "read_ms"])
        w.writerows(out)
