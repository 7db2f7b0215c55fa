-- What is kept of successions: the whole of each under every side. One text for both engines.

-- name: save_succession
INSERT INTO succession (subject_key, succession_id, from_on, annulled_on, content)
VALUES ($1, $2, $3, $4, $5)
    ON CONFLICT (subject_key, succession_id) DO UPDATE
   SET annulled_on = excluded.annulled_on, content = excluded.content;

-- name: save_succession_home
INSERT INTO succession_home (succession_id, subject_key) VALUES ($1, $2) ON CONFLICT DO NOTHING;

-- name: find_succession_home
SELECT subject_key FROM succession_home WHERE succession_id = $1;

-- name: find_succession
SELECT content FROM succession WHERE subject_key = $1 AND succession_id = $2;

-- name: successions_of
SELECT content FROM succession WHERE subject_key = $1 ORDER BY from_on, succession_id;
