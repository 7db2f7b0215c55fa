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
