-- Sealed identifiers of persons.

-- name: keep_identifier
INSERT INTO vault (subject_key, scheme, sealed)
VALUES ($1, $2, $3)
ON CONFLICT (subject_key) DO NOTHING

-- name: find_identifier
SELECT scheme, sealed
  FROM vault
 WHERE subject_key = $1

-- name: erase_identifier
DELETE FROM vault
 WHERE subject_key = $1

-- name: stage_identifier
INSERT INTO staged_identifier (subject_key, submission_id, row_number, scheme, sealed)
VALUES ($1, $2, $3, $4, $5)
ON CONFLICT DO NOTHING

-- name: keep_staged
INSERT INTO vault (subject_key, scheme, sealed)
SELECT subject_key, scheme, sealed
  FROM staged_identifier
 WHERE submission_id = $1 AND row_number <= $2
ON CONFLICT DO NOTHING

-- name: drop_staged
DELETE FROM staged_identifier
 WHERE submission_id = $1 AND row_number <= $2

-- name: drop_all_staged
DELETE FROM staged_identifier
 WHERE submission_id = $1
