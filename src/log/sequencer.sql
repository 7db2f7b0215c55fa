-- The head of the log, and what waits for its number.

-- name: insert_head
INSERT INTO log_head (log_id, size, root, frontier, checkpoint, lease_holder, lease_until)
VALUES (1, 0, $1, $2, $3, '', 0)
ON CONFLICT (log_id) DO NOTHING;

-- name: find_head
SELECT size, root, frontier, checkpoint FROM log_head WHERE log_id = 1;

-- name: take_lease
UPDATE log_head SET lease_holder = $1, lease_until = $2
 WHERE log_id = 1 AND (lease_holder = $1 OR lease_until < $3);

-- name: find_first_waiting
SELECT act_id FROM unsequenced LIMIT 1;

-- name: find_waiting
SELECT home_key, act_id, commitment
  FROM unsequenced
 ORDER BY order_key, home_version, act_id
 LIMIT $1;

-- name: delete_waiting
DELETE FROM unsequenced WHERE home_key = $1 AND act_id = $2;

-- name: move_head
UPDATE log_head SET size = $1, root = $2, frontier = $3, checkpoint = $4
 WHERE log_id = 1 AND size = $5;

-- name: find_commitments
SELECT commitment FROM log_entry
 WHERE log_index >= $1 AND log_index < $2
 ORDER BY log_index;
