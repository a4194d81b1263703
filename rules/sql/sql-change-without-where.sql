-- ruleid: sql-change-without-where
DELETE FROM orders;
-- ruleid: sql-change-without-where
UPDATE orders SET paid = true, total = 0;
-- ok: sql-change-without-where
DELETE FROM orders WHERE id = 1;
-- ok: sql-change-without-where
UPDATE orders SET paid = true
    WHERE id = 1;
-- ok: sql-change-without-where
INSERT INTO orders VALUES (1) ON CONFLICT (id) DO
    UPDATE SET paid = true;
-- ok: sql-change-without-where
DELETE FROM #picked;
-- ok: sql-change-without-where
UPDATE orders SET paid = true FROM picked p WHERE p.id = orders.id;
-- ok: sql-change-without-where
-- DELETE FROM orders;
