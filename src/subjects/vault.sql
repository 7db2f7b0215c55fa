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
