-- What registrations say of subjects, derived anew. One text for SQLite and PostgreSQL.

-- name: forget_roles
DELETE FROM subject_role WHERE subject_key = $1;

-- name: forget_names
DELETE FROM subject_name WHERE subject_key = $1;

-- name: forget_aliases
DELETE FROM alias WHERE subject_key = $1;

-- name: forget_industry
DELETE FROM subject_industry WHERE subject_key = $1;

-- name: forget_subject
DELETE FROM subject WHERE subject_key = $1;

-- name: first_known
-- The first record that was made visible; one that was withdrawn counts only where there is no
-- other.
SELECT record.record_id
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

-- name: make_known_again
INSERT INTO subject (subject_key, kind, name, region, state, registered, as_of, source_id)
SELECT subject_key, subject_kind, subject_name,
       CASE WHEN substr(subject_key, 1, 1) = 'O' THEN substr(subject_key, 4, 6) ELSE '' END,
       '', 0, decided_on, record_id
  FROM record
 WHERE subject_key = $1 AND record_id = $2
    ON CONFLICT DO NOTHING;

-- name: name_known_again
INSERT INTO subject_name (subject_key, name_id, name, registered, valid_from, valid_through)
SELECT subject_key, source_id, name, 0, NULL, NULL
  FROM subject
 WHERE subject_key = $1 AND source_id = $2
    ON CONFLICT DO NOTHING;

-- name: registrations_of
-- Those that stand or were corrected by a later one.
SELECT record.record_id, record.body
  FROM record
  LEFT JOIN record_end ON record_end.subject_key = record.subject_key
                      AND record_end.record_id = record.record_id
  LEFT JOIN record_current ON record_current.subject_key = record.subject_key
                          AND record_current.record_id = record.record_id
 WHERE record.subject_key = $1 AND record.kind = 'registration' AND record.body <> ''
   AND (record_end.ended_as = 'superseded' OR record_current.row_key IS NOT NULL)
 ORDER BY record.submission_id, record.row_number;
