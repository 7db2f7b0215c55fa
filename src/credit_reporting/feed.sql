-- What the feed for credit reporting agencies reads. One text for SQLite and PostgreSQL.

-- name: entries_from
SELECT log_entry.log_index, log_entry.home_key, log_entry.act_id, act.kind
  FROM log_entry
  JOIN act ON act.home_key = log_entry.home_key AND act.act_id = log_entry.act_id
 WHERE log_entry.log_index >= $1 AND log_entry.log_index < $2
 ORDER BY log_entry.log_index;

-- name: acts_of
-- With their places in the log; none for those that wait for a number.
WITH own AS MATERIALIZED (SELECT act_id, kind, home_version FROM act WHERE home_key = $1)
SELECT own.act_id, own.kind, log_entry.log_index
  FROM own
  LEFT JOIN log_entry ON log_entry.act_id = own.act_id
 ORDER BY own.home_version;

-- name: find_spread
-- Absent when every row of the submission is visible and was looked at.
SELECT spread, row_count FROM submission_progress WHERE submission_id = $1;

-- name: rows_after
-- Of a submission, what stands of organisations.
SELECT record.subject_key, record.record_id, record.row_number
  FROM record
  JOIN record_current ON record_current.subject_key = record.subject_key
                     AND record_current.record_id = record.record_id
 WHERE record.submission_id = $1 AND record.row_number > $2 AND record.subject_key < 'P'
 ORDER BY record.row_number
 LIMIT $3;
