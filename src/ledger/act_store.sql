-- Acts, their keys, and what waits for its number.

-- name: lock_home
INSERT INTO home_version (home_key, version, last_act)
VALUES ($1, 1, $2)
ON CONFLICT (home_key) DO UPDATE
   SET version = home_version.version + 1,
       last_act = CASE WHEN home_version.last_act > excluded.last_act
                       THEN home_version.last_act ELSE excluded.last_act END
RETURNING version, last_act;

-- name: find_home_version
SELECT version FROM home_version WHERE home_key = $1;

-- name: insert_act
INSERT INTO act (home_key, act_id, home_version, kind, performed_by, on_behalf_of, channel,
                 occurred_on, recorded_at, law_digest, idempotency_key, body, commitment)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13);

-- name: insert_key
INSERT INTO act_key (home_key, act_id, sealed_key) VALUES ($1, $2, $3);

-- name: insert_unsequenced
INSERT INTO unsequenced (home_key, act_id, order_key, home_version, commitment)
VALUES ($1, $2, $3, $4, $5);

-- name: find_act
SELECT a.home_key, a.act_id, a.home_version, a.kind, a.performed_by, a.on_behalf_of, a.channel,
       a.occurred_on, a.recorded_at, a.law_digest, a.idempotency_key, a.body, k.sealed_key,
       e.erased_by
  FROM act a
  LEFT JOIN act_key k ON k.home_key = a.home_key AND k.act_id = a.act_id
  LEFT JOIN act_erasure e ON e.home_key = a.home_key AND e.act_id = a.act_id
 WHERE a.home_key = $1 AND a.act_id = $2;

-- name: kind_of_act
SELECT kind FROM act WHERE home_key = $1 AND act_id = $2;

-- name: find_acts_of
SELECT a.home_key, a.act_id, a.home_version, a.kind, a.performed_by, a.on_behalf_of, a.channel,
       a.occurred_on, a.recorded_at, a.law_digest, a.idempotency_key, a.body, k.sealed_key,
       e.erased_by
  FROM act a
  LEFT JOIN act_key k ON k.home_key = a.home_key AND k.act_id = a.act_id
  LEFT JOIN act_erasure e ON e.home_key = a.home_key AND e.act_id = a.act_id
 WHERE a.home_key = $1 AND a.home_version > $2
 ORDER BY a.home_version
 LIMIT $3;

-- name: find_logged_acts
SELECT a.home_key, a.act_id, a.home_version, a.kind, a.performed_by, a.on_behalf_of, a.channel,
       a.occurred_on, a.recorded_at, a.law_digest, a.idempotency_key, a.body, k.sealed_key,
       e.erased_by
  FROM log_entry l
  JOIN act a ON a.home_key = l.home_key AND a.act_id = l.act_id
  LEFT JOIN act_key k ON k.home_key = a.home_key AND k.act_id = a.act_id
  LEFT JOIN act_erasure e ON e.home_key = a.home_key AND e.act_id = a.act_id
 WHERE l.log_index >= $1 AND l.log_index < $2
 ORDER BY l.log_index;

-- name: find_waiting_acts
SELECT a.home_key, a.act_id, a.home_version, a.kind, a.performed_by, a.on_behalf_of, a.channel,
       a.occurred_on, a.recorded_at, a.law_digest, a.idempotency_key, a.body, k.sealed_key,
       e.erased_by
  FROM unsequenced u
  JOIN act a ON a.home_key = u.home_key AND a.act_id = u.act_id
  LEFT JOIN act_key k ON k.home_key = a.home_key AND k.act_id = a.act_id
  LEFT JOIN act_erasure e ON e.home_key = a.home_key AND e.act_id = a.act_id
 ORDER BY u.order_key, u.home_version, u.act_id;

-- name: find_log_size
SELECT size FROM log_head WHERE log_id = 1;

-- name: delete_key
DELETE FROM act_key WHERE home_key = $1 AND act_id = $2;

-- name: insert_erasure
INSERT INTO act_erasure (home_key, act_id, erased_by)
SELECT a.home_key, a.act_id, CAST($3 AS TEXT)
  FROM act a
 WHERE a.home_key = $1 AND a.act_id = $2
ON CONFLICT (home_key, act_id) DO NOTHING
RETURNING act_id;

-- name: find_last_waiting
-- Few wait for their number at any time.
SELECT MAX(act.recorded_at)
  FROM unsequenced
  JOIN act ON act.home_key = unsequenced.home_key AND act.act_id = unsequenced.act_id;

-- name: count_waiting
SELECT COUNT(*) FROM unsequenced;

-- name: find_last_recorded
SELECT act.recorded_at
  FROM (SELECT home_key, act_id FROM log_entry ORDER BY log_index DESC LIMIT 1) AS newest
  JOIN act ON act.home_key = newest.home_key AND act.act_id = newest.act_id;
