-- What the register keeps of notices. One text for SQLite and PostgreSQL.

-- name: save_notice
INSERT INTO notice (subject_key, notice_id, act_id, word, about_id, authority, made_at, needs_proof,
                    urgent)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9);

-- name: save_notice_home
INSERT INTO notice_home (notice_id, subject_key) VALUES ($1, $2);

-- name: save_unserved
INSERT INTO notice_unserved (subject_key, notice_id, authority) VALUES ($1, $2, $3);

-- name: plan_sendings
-- One for each channel to which the subject gave an address.
INSERT INTO notice_sending (subject_key, notice_id, channel, urgent, state, attempts, due_at,
                             receipt)
SELECT subject_key, $2, channel, $3, 'waiting', 0, $4, ''
  FROM notice_address
 WHERE subject_key = $1;

-- name: find_notice_home
SELECT subject_key FROM notice_home WHERE notice_id = $1;

-- name: find_notice
SELECT subject_key, notice_id, act_id, word, about_id, authority, made_at, needs_proof, urgent
  FROM notice
 WHERE subject_key = $1 AND notice_id = $2;

-- name: notices_of
SELECT subject_key, notice_id, act_id, word, about_id, authority, made_at, needs_proof, urgent
  FROM notice
 WHERE subject_key = $1 AND ($2 = '' OR notice_id < $2)
 ORDER BY notice_id DESC
 LIMIT $3;
