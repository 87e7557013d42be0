-- Second layer: typed, one row per order, columnar, few files. Rerunning it gives the same table.
CREATE EXTERNAL TABLE orders (
  order_id STRING, user_id STRING, amount DECIMAL(10,2), event_time TIMESTAMP, channel STRING)
PARTITIONED BY (dt STRING)
STORED AS ORC;

ALTER TABLE orders_raw ADD COLUMNS (channel STRING) CASCADE;   -- the new field of the newer release

INSERT OVERWRITE TABLE orders PARTITION (dt)
SELECT order_id, user_id, cents / 100, CAST(regexp_replace(ts, '[TZ]', ' ') AS TIMESTAMP), channel, dt
FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY order_id ORDER BY kp, ko) AS nth FROM orders_raw) t
WHERE nth = 1;

SELECT dt, COUNT(*) AS n_orders, SUM(amount) AS revenue, COUNT(channel) AS with_channel,
       COUNT(DISTINCT INPUT__FILE__NAME) AS n_files
FROM orders GROUP BY dt ORDER BY dt;
SELECT 'late: in an earlier day than the record before it', COUNT(*) FROM (
  SELECT dt, LAG(dt) OVER (PARTITION BY kp ORDER BY ko) AS before_it FROM orders_raw) t WHERE dt < before_it;
