-- Who was told a thing by looking.

-- name: shown_of
-- What each look-up of the subject showed: ids, parted by blanks.
SELECT authority, shown FROM lookup WHERE subject_key = $1 AND authority <> '';

-- name: shown_to
SELECT shown FROM lookup WHERE subject_key = $1 AND authority = $2;

-- name: batches_since
-- With the one piece of each in which the digest would stand.
SELECT b.authority,
       (SELECT p.digests
          FROM lookup_batch_part p
         WHERE p.batch_id = b.batch_id AND p.first_digest <= $2
         ORDER BY p.first_digest DESC
         LIMIT 1) AS digests
  FROM lookup_batch b
 WHERE b.looked_at >= $1 AND b.authority <> '';
