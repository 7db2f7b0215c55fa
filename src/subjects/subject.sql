-- What is kept about credit subjects.

-- name: save_subject
-- No row comes back when what is kept counts more: registered, or of a later day.
INSERT INTO subject (subject_key, kind, name, region, state, registered, as_of, source_id)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
ON CONFLICT (subject_key) DO UPDATE
   SET kind = excluded.kind, name = excluded.name, region = excluded.region,
       state = excluded.state, registered = excluded.registered, as_of = excluded.as_of,
       source_id = excluded.source_id
 WHERE excluded.registered = 1
   AND (subject.registered = 0 OR excluded.as_of >= subject.as_of)
RETURNING subject_key

-- name: save_industry
-- A registration that names none takes back what an earlier one named.
INSERT INTO subject_industry (subject_key, industry) VALUES ($1, $2)
    ON CONFLICT (subject_key) DO UPDATE SET industry = excluded.industry

-- name: save_registration
INSERT INTO subject_registration (subject_key, act_id, facts) VALUES ($1, $2, $3)

-- name: registrations_by_acts
SELECT act_id, facts FROM subject_registration WHERE subject_key = $1 ORDER BY act_id

-- name: find_subject
SELECT kind, name, region, state, registered, as_of
  FROM subject
 WHERE subject_key = $1

-- name: add_name
INSERT INTO subject_name (subject_key, name_id, name, registered, valid_from, valid_through)
VALUES ($1, $2, $3, $4, $5, $6)

-- name: end_name
UPDATE subject_name
   SET valid_through = $3
 WHERE subject_key = $1 AND name_id = $2

-- name: confirm_name
UPDATE subject_name
   SET registered = 1
 WHERE subject_key = $1 AND name_id = $2

-- name: find_names
SELECT name_id, name, registered, valid_from, valid_through
  FROM subject_name
 WHERE subject_key = $1
 ORDER BY name_id

-- name: save_alias
INSERT INTO alias (alias_hash, scheme, subject_key, valid_from, valid_through, source_id)
VALUES ($1, $2, $3, $4, $5, $6)
ON CONFLICT (alias_hash) DO UPDATE
   SET valid_from = excluded.valid_from, valid_through = excluded.valid_through,
       source_id = excluded.source_id
 WHERE alias.subject_key = excluded.subject_key

-- name: find_alias
SELECT subject_key, valid_from, valid_through
  FROM alias
 WHERE alias_hash = $1

-- name: end_role
UPDATE subject_role
   SET valid_through = $3
 WHERE subject_key = $1 AND role_id = $2

-- name: add_role
INSERT INTO subject_role (subject_key, role_id, person_key, person_name, role, valid_from,
                          valid_through)
VALUES ($1, $2, $3, $4, $5, $6, $7)

-- name: find_roles_in
SELECT role_id, role, person_name, person_key, valid_from, valid_through
  FROM subject_role
 WHERE subject_key = $1
 ORDER BY role_id

-- name: find_roles_of
SELECT subject_key, role, person_name, valid_from, valid_through
  FROM subject_role
 WHERE person_key = $1
 ORDER BY subject_key, role_id
