-- Seals over look-ups: what they cover, and what was sealed. One text for SQLite and PostgreSQL.

-- name: rows_to_seal
SELECT lookup_id, subject_key, looked_at, account, authority, officer, matter, purpose, ground,
       case_number, shown, digest
  FROM lookup
 WHERE bucket = $1 AND lookup_id > $2 AND lookup_id <= $3
 ORDER BY lookup_id
 LIMIT $4;

-- name: batches_to_seal
SELECT batch_id, subjects, looked_at, account, authority, officer, matter, purpose, ground,
       case_number, hits
  FROM lookup_batch
 WHERE batch_id > $1 AND batch_id <= $2
 ORDER BY batch_id
 LIMIT $3;

-- name: parts_of_batch
SELECT digests FROM lookup_batch_part WHERE batch_id = $1 ORDER BY first_digest;

-- name: block_of_batch
SELECT key_block FROM lookup_batch WHERE batch_id = $1;

-- name: save_block
INSERT INTO lookup_seal_block (bucket, through_id, leaves)
VALUES ($1, $2, $3)
    ON CONFLICT (bucket, through_id) DO UPDATE SET leaves = excluded.leaves;

-- name: find_block
SELECT leaves FROM lookup_seal_block WHERE bucket = $1 AND through_id = $2;

-- name: last_seal
SELECT through_id FROM lookup_seal WHERE bucket = $1 ORDER BY through_id DESC LIMIT 1;

-- name: insert_seal
INSERT INTO lookup_seal (bucket, through_id, act_id, sealed, root) VALUES ($1, $2, $3, $4, $5);

-- name: seal_from
SELECT through_id
  FROM lookup_seal
 WHERE bucket = $1 AND through_id >= $2
 ORDER BY through_id
 LIMIT 1;

-- name: seal_before
SELECT through_id
  FROM lookup_seal
 WHERE bucket = $1 AND through_id < $2
 ORDER BY through_id DESC
 LIMIT 1;

-- name: delete_blocks_between
-- Without either of the two.
DELETE FROM lookup_seal_block WHERE bucket = $1 AND through_id > $2 AND through_id < $3;

-- name: stands
SELECT 1 FROM lookup WHERE subject_key = $1 AND lookup_id = $2;

-- name: count_after
SELECT count(*) FROM lookup WHERE bucket = $1 AND lookup_id > $2;

-- name: count_batches_after
SELECT count(*) FROM lookup_batch WHERE batch_id > $1;

-- name: last_to_release
SELECT through_id
  FROM lookup_seal
 WHERE bucket = $1 AND through_id < $2 AND sealed > 0
 ORDER BY through_id DESC
 LIMIT 1;

-- name: forget_seals_before
DELETE FROM lookup_seal WHERE bucket = $1 AND through_id < $2;

-- name: mark_released
-- The stretch after which the next seal, or the next one kept, goes on: nothing of it is left.
UPDATE lookup_seal SET sealed = 0 WHERE bucket = $1 AND through_id = $2;

-- name: first_seal
-- What was let go stands before all that is kept.
SELECT through_id, sealed FROM lookup_seal WHERE bucket = $1 ORDER BY through_id LIMIT 1;

-- name: oldest_lookups
SELECT lookup_id FROM lookup WHERE bucket = $1 AND lookup_id <= $2 ORDER BY lookup_id LIMIT $3;

-- name: oldest_batches
SELECT batch_id FROM lookup_batch WHERE batch_id <= $1 ORDER BY batch_id LIMIT $2;

-- name: delete_lookups
DELETE FROM lookup WHERE bucket = $1 AND lookup_id <= $2;

-- name: delete_batch_parts
DELETE FROM lookup_batch_part WHERE batch_id <= $1;

-- name: delete_batches
DELETE FROM lookup_batch WHERE batch_id <= $1;

-- name: delete_blocks
DELETE FROM lookup_seal_block WHERE bucket = $1 AND through_id <= $2;
