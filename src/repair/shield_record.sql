-- Records hidden for a time, and those that come back. One text for SQLite and PostgreSQL.

-- name: shield
DELETE FROM record_current WHERE subject_key = $1 AND record_id = $2;

-- name: take_back_end
DELETE FROM record_end WHERE subject_key = $1 AND record_id = $2 AND act_id = $3;

-- name: take_back_tombstones
DELETE FROM record_tombstone WHERE subject_key = $1 AND act_id = $2;

-- name: make_current_again
INSERT INTO record_current (subject_key, row_key, record_id, digest)
SELECT subject_key, row_key, record_id, digest
  FROM record
 WHERE subject_key = $1 AND record_id = $2
    ON CONFLICT DO NOTHING;
