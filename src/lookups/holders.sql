-- Who was told a thing by looking.

-- name: shown_of
-- What each look-up of the subject showed: ids, parted by blanks.
SELECT authority, shown FROM lookup WHERE subject_key = $1 AND authority <> '';

-- name: batches_since
SELECT authority, key_block
  FROM lookup_batch
 WHERE looked_at >= $1 AND authority <> ''
 ORDER BY batch_id;
