-- Names by which subjects are known today. One text for SQLite and PostgreSQL.

-- name: all_current_names
SELECT subject_key, name FROM subject;

-- name: current_names_of_submission
SELECT subject_key, name
  FROM subject
 WHERE subject_key IN (SELECT record.subject_key
                         FROM record
                        WHERE record.submission_id = $1);
