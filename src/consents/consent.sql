-- What is kept of consents. One text for SQLite and PostgreSQL.

-- name: save_consent
INSERT INTO consent (subject_key, consent_id, bank, purpose, from_on, through_on, ended_on, content)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
    ON CONFLICT (subject_key, consent_id) DO UPDATE
   SET ended_on = excluded.ended_on, content = excluded.content;

-- name: save_home
INSERT INTO consent_home (consent_id, subject_key) VALUES ($1, $2) ON CONFLICT DO NOTHING;

-- name: find_home
SELECT subject_key FROM consent_home WHERE consent_id = $1;

-- name: find_consent
SELECT content FROM consent WHERE subject_key = $1 AND consent_id = $2;

-- name: consents_of
-- Running or ended, the newest first.
SELECT content FROM consent WHERE subject_key = $1 ORDER BY consent_id DESC;

-- name: consents_to
-- Given to one bank, running or ended, after that id.
SELECT content
  FROM consent
 WHERE bank = $1 AND consent_id > $2
 ORDER BY consent_id
 LIMIT $3;
