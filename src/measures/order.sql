-- What the register keeps of individual orders. One text for SQLite and PostgreSQL.

-- name: save_order
INSERT INTO restraint_order (subject_key, order_id, measure, authority, category, document_number,
                             decided_on, served_on, from_on, through_on, ends_when, review_on,
                             held_by, ended_on, ended_as, remedy_zh, remedy_en)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
    ON CONFLICT (subject_key, order_id) DO UPDATE
   SET through_on = excluded.through_on, ends_when = excluded.ends_when,
       review_on = excluded.review_on, held_by = excluded.held_by,
       ended_on = excluded.ended_on, ended_as = excluded.ended_as;

-- name: save_order_home
INSERT INTO order_home (order_id, subject_key) VALUES ($1, $2) ON CONFLICT DO NOTHING;

-- name: find_order_home
SELECT subject_key FROM order_home WHERE order_id = $1;

-- name: find_order
SELECT subject_key, order_id, measure, authority, category, document_number, decided_on, served_on,
       from_on, through_on, ends_when, review_on, held_by, ended_on, ended_as, remedy_zh, remedy_en
  FROM restraint_order
 WHERE subject_key = $1 AND order_id = $2;

-- name: orders_of
SELECT subject_key, order_id, measure, authority, category, document_number, decided_on, served_on,
       from_on, through_on, ends_when, review_on, held_by, ended_on, ended_as, remedy_zh, remedy_en
  FROM restraint_order
 WHERE subject_key = $1
 ORDER BY order_id;

-- name: standing_orders_at
-- Of one authority, what has not ended and no repair hides.
SELECT subject_key, order_id, measure, authority, category, document_number, decided_on, served_on,
       from_on, through_on, ends_when, review_on, held_by, ended_on, ended_as, remedy_zh, remedy_en
  FROM restraint_order
 WHERE authority = $1 AND ended_on IS NULL AND order_id > $2
   AND (held_by IS NULL
     OR NOT EXISTS (SELECT 1
                      FROM repair_case
                     WHERE repair_case.subject_key = restraint_order.subject_key
                       AND repair_case.decided_by = restraint_order.held_by
                       AND repair_case.state = 'shielded'))
 ORDER BY order_id
 LIMIT $3;

-- name: standing_orders
-- Of whatever authority, likewise.
SELECT subject_key, order_id, measure, authority, category, document_number, decided_on, served_on,
       from_on, through_on, ends_when, review_on, held_by, ended_on, ended_as, remedy_zh, remedy_en
  FROM restraint_order
 WHERE ended_on IS NULL AND order_id > $1
   AND (held_by IS NULL
     OR NOT EXISTS (SELECT 1
                      FROM repair_case
                     WHERE repair_case.subject_key = restraint_order.subject_key
                       AND repair_case.decided_by = restraint_order.held_by
                       AND repair_case.state = 'shielded'))
 ORDER BY order_id
 LIMIT $2;

-- name: live_orders
SELECT subject_key, order_id, measure, authority, category, document_number, decided_on, served_on,
       from_on, through_on, ends_when, review_on, held_by, ended_on, ended_as, remedy_zh, remedy_en
  FROM restraint_order
 WHERE ended_on IS NULL
 ORDER BY subject_key, order_id;
