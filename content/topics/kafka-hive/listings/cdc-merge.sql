-- A stream of changes (op c, u, d; lsn gives the order) applied to a transactional table.
CREATE TABLE customers (id INT, name STRING, city STRING) STORED AS ORC TBLPROPERTIES ('transactional'='true');
INSERT INTO customers VALUES (1, 'Li', 'Xi''an'), (2, 'Wang', 'Wuhan'), (3, 'Zhao', 'Beijing');

CREATE TABLE changes (op STRING, id INT, name STRING, city STRING, lsn BIGINT) STORED AS ORC;
INSERT INTO changes VALUES
  ('u', 1, 'Li',   'Chengdu',  101),
  ('u', 1, 'Li',   'Hangzhou', 104),    -- two changes of one row in one batch
  ('d', 2, NULL,   NULL,       102),
  ('c', 4, 'Chen', 'Nanjing',  103),
  ('c', 4, 'Chen', 'Nanjing',  103);    -- the same change delivered twice

MERGE INTO customers t USING (
  SELECT op, id, name, city FROM (
    SELECT *, ROW_NUMBER() OVER (PARTITION BY id ORDER BY lsn DESC) AS nth FROM changes) c
  WHERE nth = 1) s ON t.id = s.id              -- one source row per key, the newest
WHEN MATCHED AND s.op = 'd' THEN DELETE
WHEN MATCHED THEN UPDATE SET name = s.name, city = s.city
WHEN NOT MATCHED AND s.op <> 'd' THEN INSERT VALUES (s.id, s.name, s.city);

SELECT id, name, city, regexp_extract(INPUT__FILE__NAME, '((delta|base)[^/]*)', 1) FROM customers ORDER BY id;
