-- The newer release sends "channel". Declare it: an external table is only a declaration, the files stay.
DROP TABLE orders_raw;
CREATE EXTERNAL TABLE orders_raw (
  order_id STRING, user_id STRING, cents INT, ts STRING, channel STRING, kp INT, ko BIGINT)
PARTITIONED BY (dt STRING)
STORED AS JSONFILE
LOCATION 'file://${system:user.dir}/lake/offsets';
MSCK REPAIR TABLE orders_raw;

-- Second layer: typed, one row per order, columnar, one file a day. Running it again gives the same table.
CREATE EXTERNAL TABLE orders (
  order_id STRING, user_id STRING, amount DECIMAL(10,2), event_time TIMESTAMP, channel STRING)
PARTITIONED BY (dt STRING)
STORED AS ORC;

INSERT OVERWRITE TABLE orders PARTITION (dt)
SELECT order_id, user_id, cents / 100, CAST(regexp_replace(ts, '[TZ]', ' ') AS TIMESTAMP), channel, dt
FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY order_id ORDER BY kp, ko) AS nth FROM orders_raw) t
WHERE nth = 1;

SELECT dt, COUNT(*) AS n_orders, SUM(amount) AS revenue, COUNT(channel) AS with_channel,
       COUNT(DISTINCT INPUT__FILE__NAME) AS n_files
FROM orders GROUP BY dt;

SELECT 'records stamped earlier than one before them in their partition, by over an hour', COUNT(*) FROM (
  SELECT unix_timestamp(ts, "yyyy-MM-dd'T'HH:mm:ss'Z'") AS s,
         MAX(unix_timestamp(ts, "yyyy-MM-dd'T'HH:mm:ss'Z'")) OVER
           (PARTITION BY kp ORDER BY ko ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS seen
  FROM orders_raw) t WHERE s < seen - 3600;
