-- What a look-up showed, read again to be named.

-- name: kind_of_record
SELECT kind, version FROM record WHERE subject_key = $1 AND record_id = $2;
