-- Look-ups that are durable, but do not stand in `lookup` yet.

-- name: insert_block
INSERT INTO lookup_block (block_id, entries) VALUES ($1, $2);

-- name: oldest_blocks
SELECT block_id FROM lookup_block ORDER BY block_id LIMIT $1;

-- name: take_block
-- No row comes back when another node took it first.
DELETE FROM lookup_block WHERE block_id = $1 RETURNING entries;

-- name: find_block
SELECT entries FROM lookup_block WHERE block_id = $1;

-- name: delete_block
DELETE FROM lookup_block WHERE block_id = $1;

-- name: insert_missing
INSERT INTO lookup (subject_key, lookup_id, bucket, looked_at, account, authority, officer,
                    matter, purpose, ground, case_number, shown, digest)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
ON CONFLICT (subject_key, lookup_id) DO NOTHING;

-- name: all_blocks
SELECT entries FROM lookup_block ORDER BY block_id;
