-- Check values of the keys.

-- name: find_checks
SELECT name, value FROM key_check;

-- name: insert_check
INSERT INTO key_check (name, value) VALUES ($1, $2);
