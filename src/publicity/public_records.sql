-- The records of many organisations at once, for whole files.

-- name: organisations_with_records
SELECT DISTINCT subject_key
  FROM record
 WHERE subject_key > $1 AND subject_key < 'P' AND kind = $3
 ORDER BY subject_key
 LIMIT $2;

-- name: current_records_between
SELECT record.subject_key, record.record_id, record.submission_id, record.row_number, record.kind,
       record.version, record.authority, record.document_number, record.row_key, record.digest,
       record.subject_kind, record.subject_name, record.decided_on, record.conduct_on,
       record.valid_through, record.reported_on, record.due_on, record.due_provisional,
       record.reference_only, record.body, subject.kind, subject.name
  FROM record_current
  JOIN record ON record.subject_key = record_current.subject_key
             AND record.record_id = record_current.record_id
  JOIN subject ON subject.subject_key = record_current.subject_key
 WHERE record_current.subject_key > $1 AND record_current.subject_key <= $2 AND record.kind = $3
 ORDER BY record.subject_key, record.decided_on DESC, record.record_id;

-- name: looked_at_between
-- Whose records somebody objects to, closed, or looked at before they were shown.
SELECT subject_key FROM objection WHERE subject_key > $1 AND subject_key <= $2 AND open = 1
 UNION
SELECT subject_key FROM publicity_closed WHERE subject_key > $1 AND subject_key <= $2
 UNION
SELECT subject_key FROM text_review WHERE subject_key > $1 AND subject_key <= $2;
