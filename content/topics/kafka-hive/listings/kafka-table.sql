-- A topic as a Hive table, and a load that moves data and offsets in one statement.
CREATE EXTERNAL TABLE orders_topic (order_id STRING, user_id STRING, cents INT, ts STRING)
STORED BY 'org.apache.hadoop.hive.kafka.KafkaStorageHandler'
TBLPROPERTIES ('kafka.topic' = 'orders', 'kafka.bootstrap.servers' = 'localhost:19092',
               'kafka.consumer.isolation.level' = 'read_committed');

-- fresh data: the condition on __timestamp is pushed down to a seek
SELECT COUNT(*) FROM orders_topic
WHERE `__timestamp` > 1000 * to_unix_timestamp(CURRENT_TIMESTAMP - INTERVAL '10' MINUTES);

CREATE TABLE loaded_to (kp INT, ko BIGINT) STORED AS ORC TBLPROPERTIES ('transactional' = 'true');
INSERT INTO loaded_to VALUES (0, -1), (1, -1), (2, -1);      -- once; one row per partition of the topic
CREATE TABLE orders_loaded (order_id STRING, user_id STRING, cents INT, ts STRING, kp INT, ko BIGINT)
STORED AS ORC TBLPROPERTIES ('transactional' = 'true');

-- every few minutes, never two at once; the time bound is a constant, so it alone spares reading the whole topic
-- (a day: far longer than any pause between two loads, or records would be missed)
CREATE TEMPORARY TABLE new_rows AS
SELECT k.order_id, k.user_id, k.cents, k.ts, k.`__partition` AS kp, k.`__offset` AS ko
FROM orders_topic k JOIN (SELECT kp, MAX(ko) AS ko FROM loaded_to GROUP BY kp) o
  ON k.`__partition` = o.kp AND k.`__offset` > o.ko
WHERE k.`__timestamp` > 1000 * to_unix_timestamp(CURRENT_TIMESTAMP - INTERVAL '1' DAY);
FROM new_rows
INSERT INTO TABLE orders_loaded SELECT order_id, user_id, cents, ts, kp, ko
INSERT INTO TABLE loaded_to SELECT kp, MAX(ko) GROUP BY kp;  -- both tables, one transaction
