-- What is kept of reported cases. One text for SQLite and PostgreSQL.

-- name: save_case
INSERT INTO reported_case (home_key, matter, case_number, case_id, subject_key, category,
                           decided_on, state, lookup_id, looked_on)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
    ON CONFLICT (home_key, matter, case_number) DO UPDATE
   SET state = excluded.state, lookup_id = excluded.lookup_id, looked_on = excluded.looked_on;

-- name: find_case
SELECT home_key, matter, case_number, case_id, subject_key, category, decided_on, state, lookup_id,
       looked_on
  FROM reported_case
 WHERE home_key = $1 AND matter = $2 AND case_number = $3;

-- name: save_count
INSERT INTO reported_count (home_key, matter, counted_on, count_id, organisations, looked_up)
VALUES ($1, $2, $3, $4, $5, $6)
    ON CONFLICT (home_key, matter, counted_on) DO UPDATE
   SET count_id = excluded.count_id, organisations = excluded.organisations,
       looked_up = excluded.looked_up;

-- name: find_count
SELECT organisations, looked_up
  FROM reported_count
 WHERE home_key = $1 AND matter = $2 AND counted_on = $3;

-- name: cases_by_matter
-- Of organisations alone; of all authorities where none is named.
SELECT home_key, matter, state, COUNT(*)
  FROM reported_case
 WHERE category = 'organisation' AND decided_on >= $1 AND decided_on <= $2
   AND ($3 = '' OR home_key = $4)
 GROUP BY home_key, matter, state
 ORDER BY home_key, matter, state;

-- name: counts_by_matter
SELECT home_key, matter, SUM(organisations), SUM(looked_up)
  FROM reported_count
 WHERE counted_on >= $1 AND counted_on <= $2 AND ($3 = '' OR home_key = $4)
 GROUP BY home_key, matter
 ORDER BY home_key, matter;

-- name: unchecked_after
-- Rows, never a number of them.
SELECT home_key, matter, case_number, case_id, subject_key, category, decided_on, state, lookup_id,
       looked_on
  FROM reported_case
 WHERE state IN ('late', 'missing') AND case_id > $1 AND ($2 = '' OR home_key = $3)
   AND ($4 = 1 OR category = 'organisation')
 ORDER BY case_id
 LIMIT $5;
