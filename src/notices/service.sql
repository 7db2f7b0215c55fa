-- How notices were served, and what subjects agreed to.

-- name: save_service
INSERT INTO notice_service (subject_key, notice_id, act_id, outcome, method, happened_on,
                            counts_from)
VALUES ($1, $2, $3, $4, $5, $6, $7);

-- name: end_unserved
DELETE FROM notice_unserved WHERE subject_key = $1 AND notice_id = $2;

-- name: begin_unserved
INSERT INTO notice_unserved (subject_key, notice_id, authority)
SELECT subject_key, notice_id, authority FROM notice WHERE subject_key = $1 AND notice_id = $2
    ON CONFLICT DO NOTHING;

-- name: unserved_at
SELECT n.subject_key, n.notice_id, n.act_id, n.word, n.about_id, n.authority, n.made_at,
       n.needs_proof, n.urgent
  FROM notice_unserved u
  JOIN notice n ON n.subject_key = u.subject_key AND n.notice_id = u.notice_id
 WHERE u.authority = $1 AND u.notice_id > $2
 ORDER BY u.notice_id
 LIMIT $3;

-- name: services_of
SELECT act_id, outcome, method, happened_on, counts_from
  FROM notice_service
 WHERE subject_key = $1 AND notice_id = $2
 ORDER BY act_id;

-- name: failed_methods
-- Of every paper of one kind about one thing: a notice given again is the same paper.
SELECT DISTINCT s.method
  FROM notice_service s
  JOIN notice n ON n.subject_key = s.subject_key AND n.notice_id = s.notice_id
 WHERE s.subject_key = $1 AND n.about_id = $2 AND n.word = $3 AND s.outcome = 'failed';

-- name: notice_about
-- The newest of that kind about the thing.
SELECT subject_key, notice_id, act_id, word, about_id, authority, made_at, needs_proof, urgent
  FROM notice
 WHERE subject_key = $1 AND about_id = $2 AND word = $3
 ORDER BY notice_id DESC
 LIMIT 1;

-- name: save_consent
INSERT INTO notice_consent (subject_key, consent_id, given_on) VALUES ($1, $2, $3);

-- name: end_consent
UPDATE notice_consent SET withdrawn_on = $2 WHERE subject_key = $1 AND withdrawn_on IS NULL;

-- name: consent_on
SELECT consent_id
  FROM notice_consent
 WHERE subject_key = $1 AND given_on <= $2 AND (withdrawn_on IS NULL OR withdrawn_on > $2);

-- name: open_channel
INSERT INTO notice_channel (subject_key, channel, opened_on, act_id) VALUES ($1, $2, $3, $4)
    ON CONFLICT (subject_key, channel) DO UPDATE
   SET opened_on = excluded.opened_on, act_id = excluded.act_id;

-- name: close_channel
DELETE FROM notice_channel WHERE subject_key = $1 AND channel = $2;

-- name: channels_of
SELECT channel, opened_on FROM notice_channel WHERE subject_key = $1 ORDER BY channel;

-- name: save_address
INSERT INTO notice_address (subject_key, channel, sealed) VALUES ($1, $2, $3)
    ON CONFLICT (subject_key, channel) DO UPDATE SET sealed = excluded.sealed;

-- name: remove_address
DELETE FROM notice_address WHERE subject_key = $1 AND channel = $2;

-- name: find_address
SELECT sealed FROM notice_address WHERE subject_key = $1 AND channel = $2;
