"""Spark Structured Streaming from topic "orders" into dt=… directories of Parquet.
  spark_land.py files|batches DIR [crash]
files  : Spark's own file sink (new random file names, its list of good files in DIR/_spark_metadata)
batches: each micro-batch overwrites a directory of its own, DIR/batch=<id>
crash  : end the JVM as soon as the second of the three tasks has a file in place; the batch is not committed then
"""
import glob
import os
import sys
import threading
import time

from pyspark.sql import SparkSession, functions as F

mode, top, crash = sys.argv[1], sys.argv[2], "crash" in sys.argv
spark = (SparkSession.builder.master("local[1]").config("spark.sql.session.timeZone", "UTC")
         .config("spark.ui.enabled", "false").config("spark.jars", ",".join(glob.glob("jars/*.jar"))).getOrCreate())
spark.sparkContext.setLogLevel("OFF")
topic = (spark.readStream.format("kafka").option("kafka.bootstrap.servers", "localhost:19092").option("subscribe", "orders")
         .option("startingOffsets", "earliest").option("kafka.isolation.level", "read_committed").load())
rows = topic.select(F.from_json(F.col("value").cast("string"), "order_id STRING, user_id STRING, cents INT, ts STRING").alias("v"),
                    F.col("partition").alias("kp"), F.col("offset").alias("ko")).select("v.*", "kp", "ko")
rows = rows.withColumn("dt", F.substring("ts", 1, 10))
out = rows.writeStream.option("checkpointLocation", top + "-checkpoint")
if mode == "files":
    out = out.format("parquet").partitionBy("dt").option("path", top)
else:
    out = out.foreachBatch(lambda batch, i: batch.write.mode("overwrite").partitionBy("dt").parquet(f"{top}/batch={i}"))


def data_files():
    return [f for f in glob.glob(top + "/**/*.parquet", recursive=True) if "_temporary" not in f]


def die_at_the_second_task():
    while not any("part-00001" in f for f in data_files()):
        time.sleep(0.002)
    spark._jvm.java.lang.Runtime.getRuntime().halt(1)


if crash:
    threading.Thread(target=die_at_the_second_task, daemon=True).start()
try:
    query = out.start()
    query.processAllAvailable()
except Exception:
    if not crash:
        raise
    print(f"{mode}, crashed: {len(data_files())} data files on disk")
    os._exit(1)
query.stop()
seen = spark.read.parquet(top)
listed = spark.read.parquet(*data_files())          # every file in the directories, as Hive lists them
print(f"{mode}: Spark reads {seen.count()} rows; all {len(data_files())} files hold {listed.count()},"
      f" {listed.select('kp', 'ko').distinct().count()} distinct offsets")
