-- What the session itself says to PostgreSQL; not part of the common text.

-- name: settle
-- What a client that has gone away began must not run on, nor hold its locks.
SET client_connection_check_interval = '5s';
SET lock_timeout = '10s';
SET idle_in_transaction_session_timeout = '10min';
SET client_min_messages = 'error';
SET timezone = 'UTC';
SET datestyle = 'ISO';
SET bytea_output = 'hex'

-- name: wait_for_no_disk
SET synchronous_commit = off

-- name: outlast_idleness
-- Of a transaction that waits for work elsewhere, however long that takes.
SET LOCAL idle_in_transaction_session_timeout = 0

-- name: postgres_begin_writing
BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE

-- name: postgres_begin_reading
BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY

-- name: postgres_commit
COMMIT

-- name: postgres_rollback
ROLLBACK

-- name: postgres_append
COPY {table} ({columns}) FROM STDIN

-- name: postgres_tables
-- Each column of each table, with its place in the primary key (0: not in it).
SELECT t.relname::text, c.attname::text,
       COALESCE(array_position(k.indkey::smallint[], c.attnum) + 1, 0)::bigint
  FROM pg_class t
  JOIN pg_attribute c ON c.attrelid = t.oid AND c.attnum > 0 AND NOT c.attisdropped
  LEFT JOIN pg_index k ON k.indrelid = t.oid AND k.indisprimary
 WHERE t.relnamespace = current_schema()::regnamespace AND t.relkind IN ('r', 'p')
 ORDER BY t.relname COLLATE "C", c.attnum
