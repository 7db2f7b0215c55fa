-- What the register keeps of records. One text for SQLite and PostgreSQL.

-- name: find_current
SELECT digest, record_id FROM record_current WHERE subject_key = $1 AND row_key = $2;

-- name: find_known
-- What the register knows about a row, in one question: the digest of the document's current
-- record, by the key of the row or by that under which it was once filed, how an equal row ended,
-- or nothing where only others of the subject did, whether the subject has that name on that day,
-- letter for letter, or none at all, and the key of the current record.
SELECT (SELECT digest
          FROM record_current
         WHERE subject_key = $1 AND row_key IN ($2, $6)
         ORDER BY record_id DESC
         LIMIT 1),
       (SELECT CASE WHEN digest = $3 THEN ended_as ELSE '' END
          FROM record_tombstone
         WHERE subject_key = $1
         ORDER BY CASE WHEN digest = $3 THEN 0 ELSE 1 END
         LIMIT 1),
       CASE WHEN EXISTS (SELECT 1
                           FROM subject_name
                          WHERE subject_key = $1 AND name = $4
                            AND (registered = 1 OR valid_through IS NULL)
                            AND (valid_from IS NULL OR valid_from <= $5)
                            AND (valid_through IS NULL OR valid_through >= $5))
            THEN 1
            WHEN EXISTS (SELECT 1 FROM subject_name WHERE subject_key = $1) THEN 0
            ELSE 1 END,
       (SELECT row_key
          FROM record_current
         WHERE subject_key = $1 AND row_key IN ($2, $6)
         ORDER BY record_id DESC
         LIMIT 1);

-- name: ended_statements
-- What other rows of the subject said that ended for good.
SELECT record.version, record.authority, record.document_number, record.body,
       record_tombstone.ended_as
  FROM record_tombstone
  JOIN record ON record.subject_key = record_tombstone.subject_key
             AND record.digest = record_tombstone.digest
 WHERE record_tombstone.subject_key = $1 AND record.kind = $2 AND record.body <> '';

-- name: superseded_statements
-- What earlier versions of the row said.
SELECT record.version, record.body
  FROM record
  JOIN record_end ON record_end.subject_key = record.subject_key
                 AND record_end.record_id = record.record_id
 WHERE record.subject_key = $1 AND record.row_key = $2 AND record_end.ended_as = 'superseded'
   AND record.body <> '';

-- name: current_statement
SELECT record.version, record.body
  FROM record_current
  JOIN record ON record.subject_key = record_current.subject_key
             AND record.record_id = record_current.record_id
 WHERE record_current.subject_key = $1 AND record_current.row_key = $2;

-- name: find_superseded
-- An equal row that a corrected one has replaced.
SELECT record.record_id
  FROM record
  JOIN record_end ON record_end.subject_key = record.subject_key
                 AND record_end.record_id = record.record_id
 WHERE record.subject_key = $1 AND record.digest = $2
 LIMIT 1;

-- name: current_records
SELECT record.subject_key, record.record_id, record.submission_id, record.row_number, record.kind,
       record.version, record.authority, record.document_number, record.row_key, record.digest,
       record.subject_kind, record.subject_name, record.decided_on, record.conduct_on,
       record.valid_through, record.reported_on, record.due_on, record.due_provisional,
       record.reference_only, record.body
  FROM record_current
  JOIN record ON record.subject_key = record_current.subject_key
             AND record.record_id = record_current.record_id
 WHERE record_current.subject_key = $1
 ORDER BY record.decided_on DESC, record.record_id;

-- name: find_record
SELECT record.subject_key, record.record_id, record.submission_id, record.row_number, record.kind,
       record.version, record.authority, record.document_number, record.row_key, record.digest,
       record.subject_kind, record.subject_name, record.decided_on, record.conduct_on,
       record.valid_through, record.reported_on, record.due_on, record.due_provisional,
       record.reference_only, record.body
  FROM record
 WHERE subject_key = $1 AND record_id = $2;

-- name: find_home
-- The subject of a row, by the submission and the number in its id. A row that waited has stood
-- there since it was filed, released or not.
SELECT subject_key FROM record WHERE submission_id = $1 AND row_number = $2 AND record_id = $3
 UNION
SELECT subject_key
  FROM record_quarantine
 WHERE submission_id = $1 AND row_number = $2 AND record_id = $3;

-- name: find_end
SELECT ended_as, ended_on, reason FROM record_end WHERE subject_key = $1 AND record_id = $2;

-- name: end_record
INSERT INTO record_end (subject_key, record_id, ended_as, ended_on, reason, act_id)
VALUES ($1, $2, $3, $4, $5, $6)
    ON CONFLICT DO NOTHING;

-- name: annul_end
-- What a repair had ended was wrong, and is over from the day on which it ended.
INSERT INTO record_end (subject_key, record_id, ended_as, ended_on, reason, act_id)
VALUES ($1, $2, $3, $4, $5, $6)
    ON CONFLICT (subject_key, record_id) DO UPDATE
   SET ended_as = excluded.ended_as, reason = excluded.reason, act_id = excluded.act_id
 WHERE record_end.ended_as = 'repaired';

-- name: annul_bars
-- What a repair or a shielding barred of the row stays barred whatever becomes of it.
UPDATE record_tombstone
   SET ended_as = $3, act_id = $4
 WHERE subject_key = $1 AND ended_as IN ('repaired', 'shielded')
   AND digest IN (SELECT record.digest
                    FROM record
                    JOIN record AS same ON same.subject_key = record.subject_key
                                       AND same.row_key = record.row_key
                   WHERE same.subject_key = $1 AND same.record_id = $2);

-- name: hidden_of_row
-- The versions of a row that a repair ended, or that are shielded: each may come back.
SELECT record.record_id
  FROM record AS same
  JOIN record ON record.subject_key = same.subject_key AND record.row_key = same.row_key
  LEFT JOIN record_end ON record_end.subject_key = record.subject_key
                      AND record_end.record_id = record.record_id
  LEFT JOIN record_current ON record_current.subject_key = record.subject_key
                          AND record_current.record_id = record.record_id
  LEFT JOIN record_tombstone ON record_tombstone.subject_key = record.subject_key
                            AND record_tombstone.digest = record.digest
 WHERE same.subject_key = $1 AND same.record_id = $2
   AND (record_end.ended_as = 'repaired'
        OR (record_end.record_id IS NULL AND record_current.record_id IS NULL
            AND record_tombstone.ended_as = 'shielded'))
 ORDER BY record.record_id;

-- name: drop_current
DELETE FROM record_current WHERE subject_key = $1 AND record_id = $2;

-- name: insert_tombstone
INSERT INTO record_tombstone (subject_key, digest, ended_as, act_id)
VALUES ($1, $2, $3, $4)
    ON CONFLICT DO NOTHING;

-- name: bury_row
-- The record and every earlier one of the same row, all of them ended.
INSERT INTO record_tombstone (subject_key, digest, ended_as, act_id)
SELECT record.subject_key, record.digest, $3, $4
  FROM record
  JOIN record_end ON record_end.subject_key = record.subject_key
                 AND record_end.record_id = record.record_id
 WHERE record.subject_key = $1
   AND record.row_key = (SELECT same.row_key
                           FROM record AS same
                          WHERE same.subject_key = $1 AND same.record_id = $2)
    ON CONFLICT DO NOTHING;
