"""Iceberg: data, schema and Kafka offset change in one atomic commit. A crash before it leaves the table as it was."""
import glob
import tempfile

import pyarrow as pa
from pyiceberg.catalog import load_catalog
from pyiceberg.types import StringType

top = tempfile.mkdtemp()
cat = load_catalog("demo", type="sql", uri="sqlite:///:memory:", warehouse="file://" + top)
cat.create_namespace("lake")
schema = pa.schema([("order_id", pa.string()), ("cents", pa.int32()), ("ko", pa.int64())])
t = cat.create_table("lake.orders", schema=schema)

def batch(first, n, **more):
    cols = {"order_id": [f"o{i}" for i in range(first, first + n)], "cents": [100] * n, "ko": list(range(first, first + n))}
    return pa.table({**cols, **{k: [v] * n for k, v in more.items()}}).cast(t.schema().as_arrow())

def next_offset():
    s = t.refresh().current_snapshot()
    return int(s.summary["kafka-next-offset"]) if s else 0

def land(n, crash=False, **more):
    first = next_offset()
    with t.transaction() as tx:
        tx.append(batch(first, n, **more), snapshot_properties={"kafka-next-offset": str(first + n)})
        if crash:
            raise RuntimeError("died after writing the data files, before the commit")

land(200)
try:
    land(200, crash=True)
except RuntimeError as e:
    print("crash:", e)
print("after the crash :", t.refresh().scan().count(), "rows, next offset", next_offset())
land(200)
on_disk = len(glob.glob(top + "/**/*.parquet", recursive=True))
print("data files      :", on_disk, "on disk,", len(t.inspect.files()), "in the table")
print("after the replay:", t.refresh().scan().count(), "rows, next offset", next_offset())

old = t.current_snapshot().snapshot_id
with t.update_schema() as u:
    u.add_column("channel", StringType())
land(100, channel="app")
rows = t.refresh().scan().to_arrow()
print("new column      :", len(rows), "rows,", rows["channel"].null_count, "with a NULL channel, no file rewritten")
print("time travel     :", len(t.scan(snapshot_id=old).to_arrow()), "rows in the snapshot before")
print("snapshots       :", [(s.summary.operation.value, s.summary["added-records"], s.summary["kafka-next-offset"]) for s in t.snapshots()])
