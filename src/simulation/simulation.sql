-- What a simulation looks at behind the register's back.

-- name: find_lookup
SELECT digest, shown FROM lookup WHERE subject_key = $1 AND lookup_id = $2;

-- name: count_acts
SELECT COUNT(*) FROM act WHERE kind <> $1;

-- name: count_unsequenced
SELECT COUNT(*) FROM unsequenced;

-- name: count_told
SELECT COUNT(*) FROM distribution WHERE subject_key = $1 AND act_id = $2 AND recipient = $3;
