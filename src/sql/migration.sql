-- Which migrations the store has had.

-- name: create_table
CREATE TABLE IF NOT EXISTS migration (
    number BIGINT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    digest TEXT NOT NULL,
    applied_at BIGINT NOT NULL
);

-- name: find_all
SELECT number, name, digest
  FROM migration
 ORDER BY number;

-- name: insert
INSERT INTO migration (number, name, digest, applied_at) VALUES ($1, $2, $3, $4);
