-- Texts that were looked at before they are published. One text for SQLite and PostgreSQL.

-- name: reviews_of
SELECT record_id, column_code, outcome FROM text_review WHERE subject_key = $1;

-- name: save_review
INSERT INTO text_review (subject_key, record_id, column_code, outcome, reason, reviewed_on, act_id)
VALUES ($1, $2, $3, $4, $5, $6, $7)
    ON CONFLICT (subject_key, record_id, column_code) DO UPDATE
   SET outcome = excluded.outcome, reason = excluded.reason, reviewed_on = excluded.reviewed_on,
       act_id = excluded.act_id;

-- name: records_of_authority
-- Those that stand, in the order in which they were filed.
SELECT record.subject_key, record.record_id, record.submission_id, record.row_number, record.kind,
       record.version, record.authority, record.document_number, record.row_key, record.digest,
       record.subject_kind, record.subject_name, record.decided_on, record.conduct_on,
       record.valid_through, record.reported_on, record.due_on, record.due_provisional,
       record.reference_only, record.body
  FROM submission
  JOIN record ON record.submission_id = submission.submission_id
  JOIN record_current ON record_current.subject_key = record.subject_key
                     AND record_current.record_id = record.record_id
 WHERE submission.home_key = $1 AND submission.submission_id >= $2
   AND (submission.submission_id > $2 OR record.row_number > $3)
 ORDER BY submission.submission_id, record.row_number
 LIMIT $4;
