-- 1. A table that is neither EXTERNAL nor transactional: what does Hive 4 make of it?
CREATE TABLE plain (a STRING) STORED AS ORC;
SHOW TBLPROPERTIES plain ('EXTERNAL');
SHOW TBLPROPERTIES plain ('external.table.purge');
DROP TABLE plain;

-- 2. A new column for a partitioned JSON table and its partitions: refused with error 40013 (exit code 77 is its low byte).
CREATE EXTERNAL TABLE raw_json (a STRING, b INT) PARTITIONED BY (dt STRING) STORED AS JSONFILE;
ALTER TABLE raw_json ADD PARTITION (dt='2026-11-20');
ALTER TABLE raw_json ADD COLUMNS (channel STRING) CASCADE;
