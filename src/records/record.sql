-- What the register keeps of records. One text for SQLite and PostgreSQL.

-- name: find_current
SELECT digest, record_id FROM record_current WHERE subject_key = $1 AND row_key = $2;

-- name: find_tombstone
SELECT ended_as FROM record_tombstone WHERE subject_key = $1 AND digest = $2;

-- name: current_records
SELECT record.record_id, record.submission_id, record.row_number, record.kind, record.version,
       record.authority, record.document_number, record.row_key, record.digest,
       record.subject_kind, record.subject_name, record.decided_on, record.conduct_on,
       record.valid_through, record.reported_on, record.due_on, record.due_provisional,
       record.reference_only, record.body
  FROM record_current
  JOIN record ON record.subject_key = record_current.subject_key
             AND record.record_id = record_current.record_id
 WHERE record_current.subject_key = $1
 ORDER BY record.decided_on DESC, record.record_id;

-- name: find_record
SELECT record.record_id, record.submission_id, record.row_number, record.kind, record.version,
       record.authority, record.document_number, record.row_key, record.digest,
       record.subject_kind, record.subject_name, record.decided_on, record.conduct_on,
       record.valid_through, record.reported_on, record.due_on, record.due_provisional,
       record.reference_only, record.body
  FROM record
 WHERE subject_key = $1 AND record_id = $2;

-- name: find_end
SELECT ended_as, ended_on, reason FROM record_end WHERE subject_key = $1 AND record_id = $2;

-- name: end_record
INSERT INTO record_end (subject_key, record_id, ended_as, ended_on, reason, act_id)
VALUES ($1, $2, $3, $4, $5, $6)
    ON CONFLICT DO NOTHING;

-- name: drop_current
DELETE FROM record_current WHERE subject_key = $1 AND record_id = $2;

-- name: insert_tombstone
INSERT INTO record_tombstone (subject_key, digest, ended_as, act_id)
VALUES ($1, $2, $3, $4)
    ON CONFLICT DO NOTHING;
