-- What is kept of signs. One text for SQLite and PostgreSQL.

-- name: save_sign
INSERT INTO lookup_sign (home_key, sign_id, authority, kind, account, about, happened_on, raised_on,
                         lookups, closed_on, finding, words)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
    ON CONFLICT (home_key, sign_id) DO UPDATE
   SET closed_on = excluded.closed_on, finding = excluded.finding, words = excluded.words;

-- name: find_sign_home
SELECT home_key FROM lookup_sign WHERE sign_id = $1;

-- name: find_sign
SELECT home_key, sign_id, authority, kind, account, about, happened_on, raised_on, lookups,
       closed_on, finding, words
  FROM lookup_sign
 WHERE home_key = $1 AND sign_id = $2;

-- name: find_same_sign
SELECT sign_id
  FROM lookup_sign
 WHERE home_key = $1 AND kind = $2 AND account = $3 AND about = $4 AND happened_on = $5;

-- name: signs_of
SELECT home_key, sign_id, authority, kind, account, about, happened_on, raised_on, lookups,
       closed_on, finding, words
  FROM lookup_sign
 WHERE authority = $1 AND sign_id < $2
 ORDER BY sign_id DESC
 LIMIT $3;
