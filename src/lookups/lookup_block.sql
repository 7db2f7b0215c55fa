-- Look-ups that are durable, but do not stand in `lookup` yet.

-- name: insert_block
INSERT INTO lookup_block (block_id, entries) VALUES ($1, $2);

-- name: oldest_blocks
SELECT block_id FROM lookup_block ORDER BY block_id LIMIT $1;

-- name: take_block
-- No row comes back when another node took it first.
DELETE FROM lookup_block WHERE block_id = $1 RETURNING entries;

-- name: all_blocks
SELECT entries FROM lookup_block ORDER BY block_id;
