-- What the portal finds by itself. One text for SQLite and PostgreSQL.

-- name: submissions_before
-- The newest first, those of that id and before.
SELECT submission_id, home_key, received_on
  FROM submission
 WHERE kind = $1 AND submission_id <= $2 AND received_on >= $3 AND received_on <= $4
 ORDER BY submission_id DESC
 LIMIT $5;

-- name: organisations_rows
-- Of a submission, what stands of organisations, in the order of the file.
SELECT record.subject_key, record.record_id, record.row_number
  FROM record
  JOIN record_current ON record_current.subject_key = record.subject_key
                     AND record_current.record_id = record.record_id
 WHERE record.submission_id = $1 AND record.row_number > $2 AND record.subject_key < 'P'
 ORDER BY record.row_number
 LIMIT $3;

-- name: deliveries
-- Of each authority and kind, how often and when last.
SELECT home_key, kind, COUNT(*), MAX(received_on)
  FROM submission
 GROUP BY home_key, kind
 ORDER BY home_key, kind;

-- name: decided_by_day
-- Of legal persons and other organisations alone: an individual business is a person too.
SELECT kind, authority, decided_on, COUNT(*)
  FROM record
 WHERE subject_key >= 'O' AND subject_key < 'P'
   AND subject_kind IN ('legal_person', 'other_organisation') AND decided_on >= $1
 GROUP BY kind, authority, decided_on;

-- name: organisations_after
SELECT subject_key
  FROM subject
 WHERE subject_key > $1 AND subject_key < 'P'
 ORDER BY subject_key
 LIMIT $2;
