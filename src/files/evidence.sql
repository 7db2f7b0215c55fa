-- Evidence files. One text for SQLite and PostgreSQL.

-- name: insert_evidence
INSERT INTO evidence (subject_key, file_id, digest, type, size, sealed_key, about_kind, about_id,
                      given_by)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9);

-- name: find_evidence
SELECT file_id, digest, type, size, sealed_key, about_kind, about_id, given_by
  FROM evidence
 WHERE subject_key = $1 AND file_id = $2;

-- name: evidence_about
SELECT file_id, digest, type, size, sealed_key, about_kind, about_id, given_by
  FROM evidence
 WHERE subject_key = $1 AND about_kind = $2 AND about_id = $3
 ORDER BY file_id;
