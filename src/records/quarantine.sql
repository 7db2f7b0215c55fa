-- Rows that wait for an officer, and what came of them. One text for SQLite and PostgreSQL.

-- name: find_quarantined_equal
-- Filed before with the same content, in a submission that was accepted.
SELECT record_quarantine.record_id
  FROM record_quarantine
  JOIN submission ON submission.home_key = 'A' || record_quarantine.authority
                 AND submission.submission_id = record_quarantine.submission_id
 WHERE record_quarantine.subject_key = $1 AND record_quarantine.digest = $2
 LIMIT 1;

-- name: find_quarantined
-- With its review, where there was one.
SELECT record_quarantine.subject_key, record_quarantine.record_id, record_quarantine.submission_id,
       record_quarantine.row_number, record_quarantine.kind, record_quarantine.version,
       record_quarantine.authority, record_quarantine.document_number, record_quarantine.row_key,
       record_quarantine.digest, record_quarantine.subject_kind, record_quarantine.subject_name,
       record_quarantine.decided_on, record_quarantine.conduct_on, record_quarantine.valid_through,
       record_quarantine.reported_on, record_quarantine.due_on, record_quarantine.due_provisional,
       record_quarantine.reference_only, record_quarantine.body, record_quarantine.reason,
       record_review.outcome
  FROM record_quarantine
  JOIN submission ON submission.home_key = 'A' || record_quarantine.authority
                 AND submission.submission_id = record_quarantine.submission_id
  LEFT JOIN record_review ON record_review.subject_key = record_quarantine.subject_key
                         AND record_review.record_id = record_quarantine.record_id
 WHERE record_quarantine.subject_key = $1 AND record_quarantine.record_id = $2;

-- name: quarantined_of
-- Not reviewed, and not overtaken by a later row of the same document about the same subject.
SELECT record_quarantine.subject_key, record_quarantine.record_id, record_quarantine.submission_id,
       record_quarantine.row_number, record_quarantine.kind, record_quarantine.version,
       record_quarantine.authority, record_quarantine.document_number, record_quarantine.row_key,
       record_quarantine.digest, record_quarantine.subject_kind, record_quarantine.subject_name,
       record_quarantine.decided_on, record_quarantine.conduct_on, record_quarantine.valid_through,
       record_quarantine.reported_on, record_quarantine.due_on, record_quarantine.due_provisional,
       record_quarantine.reference_only, record_quarantine.body, record_quarantine.reason
  FROM record_quarantine
  JOIN submission ON submission.home_key = 'A' || record_quarantine.authority
                 AND submission.submission_id = record_quarantine.submission_id
 WHERE record_quarantine.authority = $1 AND record_quarantine.record_id > $2
   AND NOT EXISTS (SELECT 1
                     FROM record_review
                    WHERE record_review.subject_key = record_quarantine.subject_key
                      AND record_review.record_id = record_quarantine.record_id)
   AND NOT EXISTS (SELECT later.record_id
                     FROM record AS later
                     LEFT JOIN record_end ON record_end.subject_key = later.subject_key
                                         AND record_end.record_id = later.record_id
                     LEFT JOIN submission ON submission.home_key = 'A' || later.authority
                                         AND submission.submission_id = later.submission_id
                     LEFT JOIN record_current ON record_current.subject_key = later.subject_key
                                             AND record_current.record_id = later.record_id
                    WHERE later.subject_key = record_quarantine.subject_key
                      AND later.row_key = record_quarantine.row_key
                      AND later.record_id > record_quarantine.record_id
                      AND (record_end.record_id IS NOT NULL OR submission.submission_id IS NOT NULL
                           OR record_current.record_id IS NOT NULL))
 ORDER BY record_quarantine.record_id
 LIMIT $3;

-- name: find_later_of_row
-- A later row of the same document about the same subject, whatever became of it.
SELECT later.record_id
  FROM record AS later
    LEFT JOIN record_end ON record_end.subject_key = later.subject_key
                        AND record_end.record_id = later.record_id
    LEFT JOIN submission ON submission.home_key = 'A' || later.authority
                        AND submission.submission_id = later.submission_id
    LEFT JOIN record_current ON record_current.subject_key = later.subject_key
                            AND record_current.record_id = later.record_id
   WHERE later.subject_key = $1
     AND later.row_key = $2
     AND later.record_id > $3
     AND (record_end.record_id IS NOT NULL OR submission.submission_id IS NOT NULL
          OR record_current.record_id IS NOT NULL)
 LIMIT 1;

-- name: find_barred
-- An equal row that ended.
SELECT ended_as FROM record_tombstone WHERE subject_key = $1 AND digest = $2;

-- name: insert_review
INSERT INTO record_review (subject_key, record_id, outcome, reason, reviewed_on, act_id)
VALUES ($1, $2, $3, $4, $5, $6)
    ON CONFLICT DO NOTHING;

-- name: release_quarantined
-- The row becomes a record of the act that released it.
INSERT INTO record (subject_key, record_id, submission_id, row_number, kind, version, authority,
                    document_number, row_key, digest, subject_kind, subject_name, decided_on,
                    conduct_on, valid_through, reported_on, due_on, due_provisional,
                    reference_only, body)
SELECT subject_key, record_id, $3, row_number, kind, version, authority, document_number, row_key,
       $6, subject_kind, subject_name, decided_on, $4, valid_through, reported_on, due_on,
       due_provisional, reference_only, $5
  FROM record_quarantine
 WHERE subject_key = $1 AND record_id = $2;
