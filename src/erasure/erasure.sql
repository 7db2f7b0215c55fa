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

-- name: aged_records
-- Of a kind, whose content stands, by the day from which their disclosure runs, after a place.
SELECT subject_key, record_id, COALESCE(conduct_on, decided_on)
  FROM record
 WHERE kind = $1 AND body <> '' AND COALESCE(conduct_on, decided_on) <= $2
   AND COALESCE(conduct_on, decided_on) >= $3
   AND (COALESCE(conduct_on, decided_on) > $3 OR subject_key > $4
        OR (subject_key = $4 AND record_id > $5))
 ORDER BY COALESCE(conduct_on, decided_on), subject_key, record_id
 LIMIT $6;

-- name: aged_waiting
-- The same of rows that wait for an officer, or waited.
SELECT subject_key, record_id, COALESCE(conduct_on, decided_on)
  FROM record_quarantine
 WHERE kind = $1 AND body <> '' AND COALESCE(conduct_on, decided_on) <= $2
   AND COALESCE(conduct_on, decided_on) >= $3
   AND (COALESCE(conduct_on, decided_on) > $3 OR subject_key > $4
        OR (subject_key = $4 AND record_id > $5))
 ORDER BY COALESCE(conduct_on, decided_on), subject_key, record_id
 LIMIT $6;

-- name: find_age
-- Of a row that was accepted and whose content stands: as the record says it, where it is one.
SELECT record.kind, record.version, record.decided_on, record.conduct_on
  FROM record
 WHERE record.subject_key = $1 AND record.record_id = $2 AND record.body <> ''
   AND (EXISTS (SELECT 1
                  FROM submission
                 WHERE submission.home_key = 'A' || record.authority
                   AND submission.submission_id = record.submission_id)
        OR EXISTS (SELECT 1
                     FROM record_review
                    WHERE record_review.subject_key = record.subject_key
                      AND record_review.record_id = record.record_id)
        OR EXISTS (SELECT 1
                     FROM record_current
                    WHERE record_current.subject_key = record.subject_key
                      AND record_current.row_key = record.row_key
                      AND record_current.record_id = record.record_id))
 UNION ALL
SELECT record_quarantine.kind, record_quarantine.version, record_quarantine.decided_on,
       record_quarantine.conduct_on
  FROM record_quarantine
  JOIN submission ON submission.home_key = 'A' || record_quarantine.authority
                 AND submission.submission_id = record_quarantine.submission_id
 WHERE record_quarantine.subject_key = $1 AND record_quarantine.record_id = $2
   AND record_quarantine.body <> ''
   AND NOT EXISTS (SELECT 1
                     FROM record
                    WHERE record.subject_key = $1 AND record.record_id = $2
                      AND record.body <> '');
