-- Statutory periods.

-- name: insert_clock
INSERT INTO clock (subject_key, clock_id, bucket, kind, about_id, due_on, article, act_id, done_by)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9);

-- name: clear_clock
UPDATE clock SET done_by = $3
 WHERE subject_key = $1 AND clock_id = $2 AND done_by IS NULL;

-- name: clear_clocks_about
UPDATE clock SET done_by = $4
 WHERE subject_key = $1 AND about_id = $2 AND done_by IS NULL
   AND (kind = $3 OR CAST($3 AS TEXT) = '');

-- name: find_due
SELECT subject_key, clock_id, kind, about_id, due_on, article, act_id, done_by
  FROM clock
 WHERE bucket = $1 AND done_by IS NULL AND due_on <= $2
   AND (due_on, subject_key, clock_id) > ($4, $5, $6)
 ORDER BY due_on, subject_key, clock_id
 LIMIT $3;

-- name: find_running
SELECT clock_id FROM clock WHERE subject_key = $1 AND clock_id = $2 AND done_by IS NULL;

-- name: find_set_before
SELECT subject_key, clock_id, kind, about_id, due_on, article, act_id, done_by
  FROM clock
 WHERE bucket = $1 AND done_by IS NULL AND due_on >= $2 AND act_id < $3
   AND (due_on, subject_key, clock_id) > ($4, $5, $6)
 ORDER BY due_on, subject_key, clock_id
 LIMIT $7;

-- name: find_clocks_of
SELECT subject_key, clock_id, kind, about_id, due_on, article, act_id, done_by
  FROM clock
 WHERE subject_key = $1
 ORDER BY clock_id;
