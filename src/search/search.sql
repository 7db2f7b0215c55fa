-- Names of organisations as they are read for the index. One text for SQLite and PostgreSQL.

-- name: all_names
SELECT subject.subject_key, subject.kind, subject_name.name, subject_name.registered,
       subject_name.valid_from, subject_name.valid_through
  FROM subject
  JOIN subject_name ON subject_name.subject_key = subject.subject_key
 WHERE subject.subject_key >= 'O' AND subject.subject_key < 'P'
 ORDER BY subject.subject_key, subject_name.name_id;

-- name: names_of_subject
SELECT subject.subject_key, subject.kind, subject_name.name, subject_name.registered,
       subject_name.valid_from, subject_name.valid_through
  FROM subject
  JOIN subject_name ON subject_name.subject_key = subject.subject_key
 WHERE subject.subject_key = $1
 ORDER BY subject_name.name_id;

-- name: names_of_submission
SELECT subject.subject_key, subject.kind, subject_name.name, subject_name.registered,
       subject_name.valid_from, subject_name.valid_through
  FROM subject
  JOIN subject_name ON subject_name.subject_key = subject.subject_key
 WHERE subject.subject_key IN (SELECT record.subject_key
                                 FROM record
                                WHERE record.submission_id = $1)
   AND subject.subject_key >= 'O' AND subject.subject_key < 'P'
 ORDER BY subject.subject_key, subject_name.name_id;

-- name: act_at
SELECT act_id FROM log_entry WHERE log_index = $1;
