-- Evidence files. One text for SQLite and PostgreSQL.

-- name: insert_evidence
INSERT INTO evidence (subject_key, file_id, digest, type, size, sealed_key)
VALUES ($1, $2, $3, $4, $5, $6);

-- name: find_evidence
SELECT digest, type, size, sealed_key FROM evidence WHERE subject_key = $1 AND file_id = $2;
