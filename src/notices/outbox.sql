-- What is to be sent, and what became of it.

-- name: due_sendings
SELECT subject_key, notice_id, attempts, due_at
  FROM notice_sending
 WHERE state = 'waiting' AND channel = $1 AND due_at <= $2
 ORDER BY urgent DESC, due_at, notice_id
 LIMIT $3;

-- name: claim_sending
UPDATE notice_sending
   SET due_at = $5, attempts = attempts + 1
 WHERE subject_key = $1 AND notice_id = $2 AND channel = $3 AND due_at = $4 AND state = 'waiting';

-- name: sending_sent
UPDATE notice_sending
   SET state = 'sent', sent_at = $4, receipt = $5
 WHERE subject_key = $1 AND notice_id = $2 AND channel = $3;

-- name: sending_failed
-- Unless the claim ran out and another has it.
UPDATE notice_sending
   SET state = $4, due_at = $5, receipt = $6
 WHERE subject_key = $1 AND notice_id = $2 AND channel = $3 AND due_at = $7 AND state = 'waiting';

-- name: sendings_of
SELECT channel, state, attempts, sent_at
  FROM notice_sending
 WHERE subject_key = $1 AND notice_id = $2
 ORDER BY channel;
