-- What is kept of protected subjects. One text for SQLite and PostgreSQL.

-- name: save_protection
INSERT INTO protected_subject (subject_key, protection_id, kind, authority, from_on, ended_on)
VALUES ($1, $2, $3, $4, $5, $6)
    ON CONFLICT (subject_key, protection_id) DO UPDATE SET ended_on = excluded.ended_on;

-- name: find_protection_home
SELECT subject_key FROM protected_subject WHERE protection_id = $1;

-- name: find_protection
SELECT subject_key, protection_id, kind, authority, from_on, ended_on
  FROM protected_subject
 WHERE subject_key = $1 AND protection_id = $2;

-- name: protections_of
SELECT subject_key, protection_id, kind, authority, from_on, ended_on
  FROM protected_subject
 WHERE subject_key = $1
 ORDER BY protection_id;

-- name: protections_kept_by
SELECT subject_key, protection_id, kind, authority, from_on, ended_on
  FROM protected_subject
 WHERE authority = $1 AND ended_on IS NULL
 ORDER BY protection_id;

-- name: protected_colleagues
SELECT subject_key
  FROM protected_subject
 WHERE kind = 'colleague' AND authority = $1 AND ended_on IS NULL;

-- name: protected_well_known
SELECT subject_key FROM protected_subject WHERE kind = 'well_known' AND ended_on IS NULL;
