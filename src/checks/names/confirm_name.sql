-- The name by which a subject is known today.

-- name: find_name
SELECT name FROM subject WHERE subject_key = $1
