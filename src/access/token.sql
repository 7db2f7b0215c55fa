-- name: insert_token
INSERT INTO token (token_id, digest, account, functions, ends_at) VALUES ($1, $2, $3, $4, $5)

-- name: find_token
SELECT token_id, account, digest FROM token WHERE token_id = $1 AND revoked_by_act IS NULL

-- name: end_token
UPDATE token SET revoked_by_act = $2 WHERE token_id = $1 AND revoked_by_act IS NULL

-- name: end_tokens_of_account
UPDATE token SET revoked_by_act = $2 WHERE account = $1 AND revoked_by_act IS NULL

-- name: live_tokens
SELECT t.digest, t.functions, t.ends_at, a.account, a.role, a.authority, a.subject_key
FROM token t JOIN account a ON a.account = t.account
WHERE t.revoked_by_act IS NULL AND a.closed_by_act IS NULL
