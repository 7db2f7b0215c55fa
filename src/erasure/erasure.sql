-- What is erased. One text for SQLite and PostgreSQL.

-- name: insert_erasure
INSERT INTO erasure (subject_key, item_id, what, act_id) VALUES ($1, $2, $3, $4)
    ON CONFLICT DO NOTHING;

-- name: all_erasures
SELECT subject_key, item_id, what, act_id FROM erasure ORDER BY act_id;

-- name: find_record
SELECT record_id FROM record WHERE subject_key = $1 AND record_id = $2;

-- name: find_record_content
SELECT record_id FROM record WHERE subject_key = $1 AND record_id = $2 AND body <> ''
 UNION
SELECT record_id FROM record_quarantine WHERE subject_key = $1 AND record_id = $2 AND body <> '';

-- name: find_evidence_content
SELECT file_id FROM evidence WHERE subject_key = $1 AND file_id = $2;

-- name: empty_record
-- The keyed digests stay: they are what the submission's root was made of, and tell nothing of it.
UPDATE record SET subject_name = '', document_number = '', body = ''
 WHERE subject_key = $1 AND record_id = $2;

-- name: empty_quarantined
-- The row as it waited for an officer, released or not.
UPDATE record_quarantine SET subject_name = '', document_number = '', body = ''
 WHERE subject_key = $1 AND record_id = $2;

-- name: drop_evidence
DELETE FROM evidence WHERE subject_key = $1 AND file_id = $2;

-- name: drop_notice_home
-- What was told of an act whose content is gone is not derived any more.
DELETE FROM notice_home
 WHERE notice_id IN (SELECT notice_id FROM notice WHERE subject_key = $1 AND act_id = $2);

-- name: drop_notice_unserved
DELETE FROM notice_unserved
 WHERE subject_key = $1
   AND notice_id IN (SELECT notice_id FROM notice WHERE subject_key = $1 AND act_id = $2);

-- name: drop_notice
DELETE FROM notice WHERE subject_key = $1 AND act_id = $2;

-- name: mark_body_erased
INSERT INTO act_erasure (home_key, act_id, erased_by) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING;

-- name: drop_body_key
DELETE FROM act_key WHERE home_key = $1 AND act_id = $2;
