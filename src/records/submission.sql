-- Submissions and how their rows become visible. One text for SQLite and PostgreSQL.

-- name: begin_progress
INSERT INTO submission_progress (submission_id, home_key, accepted, row_count, spread)
VALUES ($1, $2, 0, 0, 0);

-- name: claim_progress
-- What is staged is still there, and nobody drops it before this transaction ends.
UPDATE submission_progress SET row_count = $2 WHERE submission_id = $1 AND accepted = 0;

-- name: accept_progress
INSERT INTO submission_progress (submission_id, home_key, accepted, row_count, spread, to_tell)
VALUES ($1, $2, 1, $3, 0, $4)
    ON CONFLICT (submission_id) DO UPDATE
   SET accepted = 1, row_count = excluded.row_count, to_tell = excluded.to_tell;

-- name: advance_progress
-- No row changes where somebody else made those rows visible.
UPDATE submission_progress SET spread = $3 WHERE submission_id = $1 AND spread = $2;

-- name: unfinished
SELECT submission_id, accepted, row_count, spread
  FROM submission_progress
 WHERE accepted = 0 OR spread < row_count
 ORDER BY submission_id;

-- name: find_rows_to_come
SELECT submission_id FROM submission_progress WHERE spread < row_count AND accepted = 1 LIMIT 1;

-- name: submissions_to_come
SELECT submission_progress.submission_id, submission.kind
  FROM submission_progress
  JOIN submission ON submission.home_key = submission_progress.home_key
                 AND submission.submission_id = submission_progress.submission_id
 WHERE submission_progress.spread < submission_progress.row_count
   AND submission_progress.accepted = 1;

-- name: find_progress
SELECT accepted, row_count, spread FROM submission_progress WHERE submission_id = $1;

-- name: drop_progress
-- No row changes where it was accepted meanwhile.
DELETE FROM submission_progress WHERE submission_id = $1 AND accepted = 0;

-- name: drop_staged
DELETE FROM record WHERE submission_id = $1;

-- name: drop_staged_quarantine
DELETE FROM record_quarantine WHERE submission_id = $1;

-- name: insert_submission
INSERT INTO submission (home_key, submission_id, act_id, kind, version, file_digest, received_on,
                        accepted, rejected, unchanged, superseded, quarantined, row_count, root)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14);

-- name: find_submission
SELECT submission_id, kind, version, received_on, accepted, rejected, unchanged, superseded,
       quarantined
  FROM submission
 WHERE home_key = $1 AND submission_id = $2;

-- name: submissions_of
-- The latest first.
SELECT submission_id, kind, version, received_on, accepted, rejected, unchanged, superseded,
       quarantined
  FROM submission
 WHERE home_key = $1 AND submission_id < $2
 ORDER BY submission_id DESC
 LIMIT $3;

-- name: count_late
-- Filed after the last day of the clock. A provisional day makes nobody late.
SELECT COUNT(*)
  FROM record
 WHERE submission_id = $1 AND reported_on > due_on AND due_provisional = 0;

-- name: rows_of_submission
SELECT record.subject_key, record.record_id, record.submission_id, record.row_number, record.kind,
       record.version, record.authority, record.document_number, record.row_key, record.digest,
       record.subject_kind, record.subject_name, record.decided_on, record.conduct_on,
       record.valid_through, record.reported_on, record.due_on, record.due_provisional,
       record.reference_only, record.body, record_end.ended_as, record_end.ended_on
  FROM record
  LEFT JOIN record_end ON record_end.subject_key = record.subject_key
                      AND record_end.record_id = record.record_id
 WHERE record.submission_id = $1 AND record.row_number > $2
 ORDER BY record.row_number
 LIMIT $3;

-- name: current_rows_of_submission
SELECT record.subject_key, record.record_id, record.row_number
  FROM record
  JOIN record_current ON record_current.subject_key = record.subject_key
                     AND record_current.record_id = record.record_id
 WHERE record.submission_id = $1 AND record.row_number > $2
 ORDER BY record.row_number
 LIMIT $3;

-- name: not_adopted
-- Accepted submissions whose listings were not all taken up.
SELECT submission.submission_id, submission.kind, submission.version, submission_progress.adopted
  FROM submission_progress
  JOIN submission ON submission.home_key = submission_progress.home_key
                 AND submission.submission_id = submission_progress.submission_id
 WHERE submission_progress.accepted = 1
   AND submission_progress.adopted < submission_progress.row_count
 ORDER BY submission.submission_id;

-- name: advance_adoption
UPDATE submission_progress SET adopted = $2 WHERE submission_id = $1;

-- name: count_rows
SELECT COUNT(*) FROM record WHERE submission_id = $1 AND row_number > $2 AND row_number <= $3;

-- name: kind_of_rows
SELECT kind
  FROM record
 WHERE submission_id = $1 AND row_number > $2 AND row_number <= $3
 LIMIT 1;

-- name: make_current
-- Where the document has no current record yet.
INSERT INTO record_current (subject_key, row_key, record_id, digest)
SELECT subject_key, row_key, record_id, digest
  FROM record
 WHERE submission_id = $1 AND row_number > $2 AND row_number <= $3
 ORDER BY subject_key, row_key
    ON CONFLICT DO NOTHING;

-- name: supersede
-- Every current record that a row of the submission replaces ends as superseded.
INSERT INTO record_end (subject_key, record_id, ended_as, ended_on, reason, act_id)
SELECT record_current.subject_key, record_current.record_id, 'superseded', record.reported_on,
       NULL, record.submission_id
  FROM record
  JOIN record_current ON record_current.subject_key = record.subject_key
                     AND record_current.row_key = record.row_key
 WHERE record.submission_id = $1 AND record.row_number > $2 AND record.row_number <= $3
   AND record_current.record_id <> record.record_id
    ON CONFLICT DO NOTHING;

-- name: replace_current
INSERT INTO record_current (subject_key, row_key, record_id, digest)
SELECT subject_key, row_key, record_id, digest
  FROM record
 WHERE submission_id = $1 AND row_number > $2 AND row_number <= $3
    ON CONFLICT (subject_key, row_key)
    DO UPDATE SET record_id = excluded.record_id, digest = excluded.digest;

-- name: make_known
-- A subject of whom nothing was known is known by its first record.
INSERT INTO subject (subject_key, kind, name, region, state, registered, as_of, source_id)
SELECT subject_key, subject_kind, subject_name,
       CASE WHEN substr(subject_key, 1, 1) = 'O' THEN substr(subject_key, 4, 6) ELSE '' END,
       '', 0, decided_on, record_id
  FROM record
 WHERE submission_id = $1 AND row_number > $2 AND row_number <= $3
   AND NOT EXISTS (SELECT 1 FROM subject WHERE subject.subject_key = record.subject_key)
 ORDER BY row_number
    ON CONFLICT DO NOTHING;

-- name: name_known
INSERT INTO subject_name (subject_key, name_id, name, registered, valid_from, valid_through)
SELECT record.subject_key, record.record_id, subject.name, 0, NULL, NULL
  FROM record
  JOIN subject ON subject.subject_key = record.subject_key
              AND subject.source_id = record.record_id
 WHERE record.submission_id = $1 AND record.row_number > $2 AND record.row_number <= $3
    ON CONFLICT DO NOTHING;

-- name: staged_registrations
SELECT record_id, body, row_number
  FROM record
 WHERE submission_id = $1 AND row_number > $2 AND row_number <= $3 AND body <> ''
 ORDER BY row_number
 LIMIT $4;
