-- What the session itself says to SQLite; not part of the common text.

-- name: use_write_ahead_log
PRAGMA journal_mode = WAL

-- name: sync_every_commit
PRAGMA synchronous = FULL

-- name: sync_no_commit
-- The log is whole all the same: a commit that is cut off counts as never made.
PRAGMA synchronous = NORMAL

-- name: sync_nothing
-- Of a file that is thrown away.
PRAGMA synchronous = OFF

-- name: leave_references_to_rebuild
PRAGMA foreign_keys = OFF

-- name: map_the_file
-- Little of it: what is mapped counts as the program's own memory, of each session again.
PRAGMA mmap_size = 67108864

-- name: cache_pages
PRAGMA cache_size = -32768

-- name: cache_many_pages
PRAGMA cache_size = -131072

-- name: cache_few_pages
-- Of a session that reads: there are many, and what it has to read again the kernel keeps.
PRAGMA cache_size = -16384

-- name: sort_in_memory
PRAGMA temp_store = MEMORY

-- name: distrust_the_schema
PRAGMA trusted_schema = OFF

-- name: check_cells
PRAGMA cell_size_check = ON

-- name: bound_the_log
PRAGMA journal_size_limit = 67108864

-- name: sqlite_begin_writing
BEGIN IMMEDIATE

-- name: sqlite_begin_reading
BEGIN

-- name: sqlite_commit
COMMIT

-- name: sqlite_rollback
ROLLBACK

-- name: sqlite_append
INSERT INTO {table} ({columns}) VALUES ({parameters})

-- name: sqlite_tables
-- Each column of each table, with its place in the primary key (0: not in it).
SELECT t.name, c.name, c.pk
  FROM sqlite_schema t
  JOIN pragma_table_info(t.name) c
 WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%'
 ORDER BY t.name, c.cid

-- name: table_rows
SELECT {columns} FROM {table} ORDER BY {key}

-- name: table_any_row
SELECT 1 FROM {table} LIMIT 1
