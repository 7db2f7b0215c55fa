-- Check values of the keys, and the head of a new log.

-- name: find_checks
SELECT name, value FROM key_check;

-- name: insert_check
INSERT INTO key_check (name, value) VALUES ($1, $2);

-- name: insert_head
INSERT INTO log_head (log_id, size, root, frontier, checkpoint, lease_holder, lease_until)
VALUES (1, 0, $1, $2, $3, '', 0);
