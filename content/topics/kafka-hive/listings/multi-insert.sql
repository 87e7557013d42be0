-- The load of kafka-table.sql with the landing table in the topic's place: data and offsets in one statement.
CREATE TABLE loaded_to (kp INT, ko BIGINT) STORED AS ORC TBLPROPERTIES ('transactional' = 'true');
INSERT INTO loaded_to VALUES (0, -1), (1, -1), (2, -1);
CREATE TABLE orders_loaded (order_id STRING, cents INT, kp INT, ko BIGINT)
STORED AS ORC TBLPROPERTIES ('transactional' = 'true');

CREATE TEMPORARY TABLE new_rows AS
SELECT k.order_id, k.cents, k.kp, k.ko
FROM orders_raw k JOIN (SELECT kp, MAX(ko) AS ko FROM loaded_to GROUP BY kp) o ON k.kp = o.kp AND k.ko > o.ko;
FROM new_rows
INSERT INTO TABLE orders_loaded SELECT order_id, cents, kp, ko
INSERT INTO TABLE loaded_to SELECT kp, MAX(ko) GROUP BY kp;

SELECT 'loaded', COUNT(*), COUNT(DISTINCT kp, ko) FROM orders_loaded;
SELECT 'up to', kp, MAX(ko) FROM loaded_to GROUP BY kp;
