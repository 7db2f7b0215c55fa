-- What has still to be told of corrected rows. One text for SQLite and PostgreSQL.

-- name: to_tell
-- Submissions whose rows are all visible and replaced others.
SELECT submission.submission_id, submission.kind, submission.version
  FROM submission_progress
  JOIN submission ON submission.home_key = submission_progress.home_key
                 AND submission.submission_id = submission_progress.submission_id
 WHERE submission_progress.to_tell = 1
   AND submission_progress.accepted = 1
   AND submission_progress.spread = submission_progress.row_count
 ORDER BY submission_progress.submission_id
 LIMIT 1;

-- name: all_told
UPDATE submission_progress SET to_tell = 0 WHERE submission_id = $1;

-- name: noticed
-- Whether the subject was told of it, also by a turn that a crash cut off.
SELECT 1
  FROM notice
 WHERE subject_key = $1 AND about_id = $2 AND word = 'notices.record_corrected'
 LIMIT 1;

-- name: replaced
-- The records that a submission replaced, each with the one that it brought.
SELECT record_end.subject_key, record_end.record_id, record.record_id
  FROM record_end
  JOIN record AS earlier ON earlier.subject_key = record_end.subject_key
                        AND earlier.record_id = record_end.record_id
  JOIN record ON record.subject_key = earlier.subject_key
             AND record.row_key = earlier.row_key
             AND record.submission_id = $1
 WHERE record_end.act_id = $1 AND record_end.ended_as = 'superseded'
   AND (record_end.subject_key, record_end.record_id) > ($2, $3)
 ORDER BY record_end.subject_key, record_end.record_id
 LIMIT $4;
