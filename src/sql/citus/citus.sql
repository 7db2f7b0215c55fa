-- What only PostgreSQL with the extension citus understands.

-- name: find_extension
SELECT 1 FROM pg_extension WHERE extname = 'citus'

-- name: placed
-- The store's tables that have a place already.
SELECT t.relname::text
  FROM pg_dist_partition p
  JOIN pg_class t ON t.oid = p.logicalrelid
 WHERE t.relnamespace = current_schema()::regnamespace

-- name: distribute
-- By the first column of the primary key.
SELECT create_distributed_table(k.indrelid::regclass, a.attname::text, colocate_with => $2)
  FROM pg_index k
  JOIN pg_attribute a ON a.attrelid = k.indrelid AND a.attnum = k.indkey[0]
 WHERE k.indrelid = $1::text::regclass AND k.indisprimary

-- name: bound_waits
-- What the session sets for itself is known on the coordinator, which hears nothing of a lock that
-- a worker waits for; what is set for the role is told to every node.
SELECT format('ALTER ROLE %I IN DATABASE %I SET lock_timeout = ''10s''', current_user,
              current_database())

-- name: copy_to_all
SELECT create_reference_table($1::text::regclass)

-- name: drop_copies
-- What the table held before it was placed lies hidden beside its shards.
SELECT truncate_local_data_after_distributing_table($1::text::regclass)

-- name: hold_writers
-- All who write what is compared across subjects or what is acknowledged write one of these before
-- anything else: acts their home, the sequencer its lease. Whoever is at work needs none of those
-- held already.
LOCK TABLE home_version, log_head, submission_progress, lookup_block, lookup_batch IN SHARE MODE

-- name: one_connection
-- To each node: another one would see what was committed since.
SET LOCAL citus.max_adaptive_executor_pool_size = 1

-- name: see_every_node
SELECT count(*) FROM opening
