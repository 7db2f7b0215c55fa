-- What is kept of withholdings. One text for SQLite and PostgreSQL.

-- name: save_withholding
INSERT INTO lookup_withholding (home_key, withholding_id, authority, lookup_id, case_number, basis,
                                article, document, from_on, through_on, ended_on)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
    ON CONFLICT (home_key, withholding_id) DO UPDATE SET ended_on = excluded.ended_on;

-- name: find_withholding
SELECT home_key, withholding_id, authority, lookup_id, case_number, basis, article, document,
       from_on, through_on, ended_on
  FROM lookup_withholding
 WHERE home_key = $1 AND withholding_id = $2;

-- name: withholdings_of
SELECT home_key, withholding_id, authority, lookup_id, case_number, basis, article, document,
       from_on, through_on, ended_on
  FROM lookup_withholding
 WHERE home_key = $1
 ORDER BY withholding_id DESC;
