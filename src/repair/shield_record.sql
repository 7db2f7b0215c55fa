-- Records hidden for a time, and those that come back. One text for SQLite and PostgreSQL.

-- name: shield
DELETE FROM record_current WHERE subject_key = $1 AND record_id = $2;

-- name: bar_shielded
-- The row and every earlier one of it: none comes back by being filed again.
INSERT INTO record_tombstone (subject_key, digest, ended_as, act_id)
SELECT record.subject_key, record.digest, 'shielded', $3
  FROM record
  LEFT JOIN record_end ON record_end.subject_key = record.subject_key
                      AND record_end.record_id = record.record_id
 WHERE record.subject_key = $1
   AND (record.record_id = $2 OR record_end.record_id IS NOT NULL)
   AND record.row_key = (SELECT same.row_key
                           FROM record AS same
                          WHERE same.subject_key = $1 AND same.record_id = $2)
    ON CONFLICT DO NOTHING;

-- name: lift_bar
DELETE FROM record_tombstone
 WHERE subject_key = $1 AND ended_as = 'shielded'
   AND digest IN (SELECT record.digest
                    FROM record
                    JOIN record AS same ON same.subject_key = record.subject_key
                                       AND same.row_key = record.row_key
                   WHERE same.subject_key = $1 AND same.record_id = $2);

-- name: take_back_end
DELETE FROM record_end WHERE subject_key = $1 AND record_id = $2 AND act_id = $3;

-- name: take_back_tombstones
DELETE FROM record_tombstone WHERE subject_key = $1 AND act_id = $2;

-- name: make_current_again
-- What another act ended meanwhile does not return.
INSERT INTO record_current (subject_key, row_key, record_id, digest)
SELECT record.subject_key, record.row_key, record.record_id, record.digest
  FROM record
  LEFT JOIN record_end ON record_end.subject_key = record.subject_key
                      AND record_end.record_id = record.record_id
 WHERE record.subject_key = $1 AND record.record_id = $2 AND record_end.record_id IS NULL
    ON CONFLICT DO NOTHING;
