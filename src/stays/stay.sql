-- What is kept of stays. One text for SQLite and PostgreSQL.

-- name: save_stay
INSERT INTO stay (home_key, stay_id, scope, item_id, measure, implementer, ordered_by, article,
                  document_number, officer, office, ordered_at, from_on, through_on, ended_at,
                  ended_on, ended_as)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
    ON CONFLICT (home_key, stay_id) DO UPDATE
   SET ended_at = excluded.ended_at, ended_on = excluded.ended_on, ended_as = excluded.ended_as;

-- name: find_home
SELECT home_key FROM stay WHERE stay_id = $1;

-- name: find_stay
SELECT home_key, stay_id, scope, item_id, measure, implementer, ordered_by, article,
       document_number, officer, office, ordered_at, from_on, through_on, ended_at, ended_on,
       ended_as
  FROM stay
 WHERE home_key = $1 AND stay_id = $2;

-- name: stays_of
-- Over or not, the widest first, in the order of precedence.
SELECT home_key, stay_id, scope, item_id, measure, implementer, ordered_by, article,
       document_number, officer, office, ordered_at, from_on, through_on, ended_at, ended_on,
       ended_as
  FROM stay
 WHERE home_key = $1
 ORDER BY CASE scope WHEN 'item' THEN 1 WHEN 'duty' THEN 2 ELSE 3 END, stay_id;

-- name: live_stays_of
-- The same of those that were not ended.
SELECT home_key, stay_id, scope, item_id, measure, implementer, ordered_by, article,
       document_number, officer, office, ordered_at, from_on, through_on, ended_at, ended_on,
       ended_as
  FROM stay
 WHERE home_key = $1 AND ended_on IS NULL
 ORDER BY CASE scope WHEN 'item' THEN 1 WHEN 'duty' THEN 2 ELSE 3 END, stay_id;

-- name: live_homes
SELECT DISTINCT home_key FROM stay WHERE ended_on IS NULL ORDER BY home_key;

-- name: stays_seen_by
-- Of an authority that ordered them or is the implementer; of all, where none is named.
SELECT home_key, stay_id, scope, item_id, measure, implementer, ordered_by, article,
       document_number, officer, office, ordered_at, from_on, through_on, ended_at, ended_on,
       ended_as
  FROM stay
 WHERE ($1 = '' OR ordered_by = $2 OR implementer = $3) AND stay_id > $4
 ORDER BY stay_id
 LIMIT $5;
