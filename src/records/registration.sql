-- What registrations say of subjects, derived anew. One text for SQLite and PostgreSQL.

-- name: known_by_act
-- What an act registered is not a record's to take back.
SELECT subject.subject_key
  FROM subject
  LEFT JOIN record ON record.subject_key = subject.subject_key
                  AND record.record_id = subject.source_id
 WHERE subject.subject_key = $1 AND record.record_id IS NULL;

-- name: forget_roles
DELETE FROM subject_role WHERE subject_key = $1;

-- name: forget_names
DELETE FROM subject_name WHERE subject_key = $1;

-- name: forget_aliases
DELETE FROM alias WHERE subject_key = $1;

-- name: forget_subject
DELETE FROM subject WHERE subject_key = $1;

-- name: make_known_again
-- By the first record that was made visible; one that was withdrawn counts only where there is no
-- other.
INSERT INTO subject (subject_key, kind, name, region, state, registered, as_of, source_id)
SELECT record.subject_key, record.subject_kind, record.subject_name,
       CASE WHEN substr(record.subject_key, 1, 1) = 'O' THEN substr(record.subject_key, 4, 6)
            ELSE '' END,
       '', 0, record.decided_on, record.record_id
  FROM record
  LEFT JOIN record_end ON record_end.subject_key = record.subject_key
                      AND record_end.record_id = record.record_id
  LEFT JOIN record_current ON record_current.subject_key = record.subject_key
                          AND record_current.record_id = record.record_id
 WHERE record.subject_key = $1 AND record.body <> ''
   AND (record_end.ended_as IS NOT NULL OR record_current.row_key IS NOT NULL)
 ORDER BY CASE WHEN record_end.ended_as IS NULL OR record_end.ended_as = 'superseded' THEN 0
               ELSE 1 END,
          record.record_id
 LIMIT 1;

-- name: name_known_again
INSERT INTO subject_name (subject_key, name_id, name, registered, valid_from, valid_through)
SELECT subject_key, source_id, name, 0, NULL, NULL FROM subject WHERE subject_key = $1;

-- name: registrations_of
-- Those that stand or were corrected by a later one, in the order in which they were filed.
SELECT record.subject_key, record.record_id, record.body
  FROM record
  LEFT JOIN record_end ON record_end.subject_key = record.subject_key
                      AND record_end.record_id = record.record_id
  LEFT JOIN record_current ON record_current.subject_key = record.subject_key
                          AND record_current.record_id = record.record_id
 WHERE record.subject_key = $1 AND record.kind = 'registration' AND record.body <> ''
   AND (record_end.ended_as = 'superseded' OR record_current.row_key IS NOT NULL)
 ORDER BY record.submission_id, record.row_number;
