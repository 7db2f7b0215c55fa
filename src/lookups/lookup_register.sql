-- Look-ups, to be read. One text for SQLite and PostgreSQL.

-- name: lookups_on
SELECT lookup_id, subject_key, looked_at, account, authority, officer, matter, purpose, ground,
       case_number, shown
  FROM lookup
 WHERE subject_key = $1 AND lookup_id < $2 AND looked_at >= $3 AND looked_at < $4
 ORDER BY lookup_id DESC
 LIMIT $5;

-- name: find_lookup
SELECT lookup_id, subject_key, looked_at, account, authority, officer, matter, purpose, ground,
       case_number, shown
  FROM lookup
 WHERE subject_key = $1 AND lookup_id = $2;

-- name: lookups_by
-- In one bucket, by time: there is no index by authority.
SELECT lookup_id, subject_key, looked_at, account, authority, officer, matter, purpose, ground,
       case_number, shown
  FROM lookup
 WHERE bucket = $1 AND lookup_id >= $2 AND lookup_id < $3 AND authority = $4
   AND looked_at >= $5 AND looked_at < $6
 ORDER BY lookup_id DESC
 LIMIT $7;

-- name: find_lookup_by
SELECT lookup_id, subject_key, looked_at, account, authority, officer, matter, purpose, ground,
       case_number, shown
  FROM lookup
 WHERE bucket = $1 AND lookup_id = $2 AND authority = $3;

-- name: probe_batches
-- The one piece of each batch in which the digest would stand.
SELECT b.batch_id, b.looked_at, b.account, b.authority, b.officer, b.matter, b.purpose, b.ground,
       b.case_number,
       (SELECT p.digests
          FROM lookup_batch_part p
         WHERE p.batch_id = b.batch_id AND p.first_digest <= $5
         ORDER BY p.first_digest DESC
         LIMIT 1) AS digests
  FROM lookup_batch b
 WHERE b.batch_id < $1 AND b.looked_at >= $2 AND b.looked_at < $3
 ORDER BY b.batch_id DESC
 LIMIT $4;

-- name: probe_batch
SELECT b.batch_id, b.looked_at, b.account, b.authority, b.officer, b.matter, b.purpose, b.ground,
       b.case_number,
       (SELECT p.digests
          FROM lookup_batch_part p
         WHERE p.batch_id = b.batch_id AND p.first_digest <= $2
         ORDER BY p.first_digest DESC
         LIMIT 1) AS digests
  FROM lookup_batch b
 WHERE b.batch_id = $1;

-- name: batches_by
SELECT batch_id, looked_at, account, authority, officer, matter, purpose, ground, case_number
  FROM lookup_batch
 WHERE authority = $1 AND batch_id < $2 AND looked_at >= $3 AND looked_at < $4
 ORDER BY batch_id DESC
 LIMIT $5;

-- name: find_batch_by
SELECT batch_id, looked_at, account, authority, officer, matter, purpose, ground, case_number
  FROM lookup_batch
 WHERE authority = $1 AND batch_id = $2;

-- name: glances_of
SELECT lookup_id, subject_key, looked_at, account, case_number, authority
  FROM lookup
 WHERE bucket = $1 AND lookup_id >= $2 AND lookup_id < $3 AND looked_at >= $4 AND looked_at < $5;

-- name: lookups_in_stretch
-- Of one bucket, by id.
SELECT lookup_id, subject_key, looked_at, account, authority, officer, matter, purpose, ground,
       case_number, shown
  FROM lookup
 WHERE bucket = $1 AND lookup_id > $2 AND lookup_id <= $3
 ORDER BY lookup_id;

-- name: lookups_in_case
-- On one subject, the oldest first; screened batches are surveys and no part of a case.
SELECT lookup_id, subject_key, looked_at, account, authority, officer, matter, purpose, ground,
       case_number, shown
  FROM lookup
 WHERE subject_key = $1 AND case_number = $2
 ORDER BY lookup_id;
