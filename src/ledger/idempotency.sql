-- Answers given before.

-- name: find_answer
SELECT request_digest, answer
  FROM idempotency
 WHERE caller = $1 AND idempotency_key = $2 AND expires_at > $3;

-- name: save_answer
INSERT INTO idempotency (caller, idempotency_key, request_digest, answer, expires_at)
VALUES ($1, $2, $3, $4, $5);

-- name: forget_answer
DELETE FROM idempotency WHERE caller = $1 AND idempotency_key = $2 AND expires_at <= $3;

-- name: forget_expired
DELETE FROM idempotency
 WHERE (caller, idempotency_key) IN (
       SELECT caller, idempotency_key
         FROM idempotency
        WHERE expires_at <= $1
        ORDER BY expires_at
        LIMIT $2);
