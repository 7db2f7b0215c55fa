-- What is kept of tips. One text for SQLite and PostgreSQL.

-- name: save_tip
INSERT INTO tip (home_key, tip_id, receipt, state, open, content)
VALUES ($1, $2, $3, $4, $5, $6)
    ON CONFLICT (home_key, tip_id) DO UPDATE
   SET state = excluded.state, open = excluded.open, content = excluded.content;

-- name: find_home
SELECT home_key FROM tip WHERE tip_id = $1;

-- name: find_tip
SELECT content FROM tip WHERE home_key = $1 AND tip_id = $2;

-- name: find_by_receipt
SELECT content FROM tip WHERE receipt = $1;

-- name: tips_at
-- The oldest first.
SELECT content
  FROM tip
 WHERE home_key = $1 AND tip_id > $2
 ORDER BY tip_id
 LIMIT $3;

-- name: save_opening
INSERT INTO tip_opening (home_key, tip_id, opening_id, account, reason, opened_at)
VALUES ($1, $2, $3, $4, $5, $6);

-- name: openings_of
SELECT opening_id, account, reason, opened_at
  FROM tip_opening
 WHERE home_key = $1 AND tip_id = $2
 ORDER BY opening_id;

-- name: save_key
INSERT INTO tip_key (home_key, act_id, key_id, point, from_on, through_on)
VALUES ($1, $2, $3, $4, $5, $6);

-- name: keys_of
-- The newest first.
SELECT act_id, key_id, point, from_on, through_on
  FROM tip_key
 WHERE home_key = $1
 ORDER BY act_id DESC;

-- name: save_handlers
INSERT INTO tip_handlers (home_key, accounts, act_id)
VALUES ($1, $2, $3)
    ON CONFLICT (home_key) DO UPDATE SET accounts = excluded.accounts, act_id = excluded.act_id;

-- name: handlers_of
SELECT accounts FROM tip_handlers WHERE home_key = $1;
