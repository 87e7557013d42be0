-- Landing table: Hive stores no data here, only where the files are and how to read them.
CREATE EXTERNAL TABLE orders_raw (
  order_id STRING, user_id STRING, cents INT, ts STRING, kp INT, ko BIGINT)
PARTITIONED BY (dt STRING)
STORED AS JSONFILE
LOCATION 'file://${system:user.dir}/lake/offsets';

SELECT 'before repair', COUNT(*) FROM orders_raw;        -- files are there, partitions are not registered
MSCK REPAIR TABLE orders_raw;
SHOW PARTITIONS orders_raw;
SELECT 'rows, distinct offsets, distinct orders',
       COUNT(*), COUNT(DISTINCT kp, ko), COUNT(DISTINCT order_id) FROM orders_raw;
SELECT dt, COUNT(*) AS n_rows, COUNT(DISTINCT INPUT__FILE__NAME) AS n_files FROM orders_raw GROUP BY dt;

-- Schema on read: the same files under another declaration. Nothing complains; look at the values.
CREATE EXTERNAL TABLE orders_misread (
  order_id INT, user_id STRING, amount INT, channel STRING)      -- wrong type, wrong name, newer field
PARTITIONED BY (dt STRING)
STORED AS JSONFILE
LOCATION 'file://${system:user.dir}/lake/offsets';
MSCK REPAIR TABLE orders_misread;
SELECT 'misread: rows, order_id min and max, amount, channel',
       COUNT(*), MIN(order_id), MAX(order_id), COUNT(amount), COUNT(channel) FROM orders_misread;
