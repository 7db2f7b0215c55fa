-- What the register keeps of commitments. One text for SQLite and PostgreSQL.

-- name: save_commitment
INSERT INTO commitment (subject_key, commitment_id, kind, authority, state, open, made_on,
                        check_on, concluded_on, content)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
    ON CONFLICT (subject_key, commitment_id) DO UPDATE
   SET state = excluded.state, open = excluded.open, check_on = excluded.check_on,
       concluded_on = excluded.concluded_on, content = excluded.content;

-- name: save_home
INSERT INTO commitment_home (commitment_id, subject_key) VALUES ($1, $2) ON CONFLICT DO NOTHING;

-- name: find_home
SELECT subject_key FROM commitment_home WHERE commitment_id = $1;

-- name: find_commitment
SELECT content FROM commitment WHERE subject_key = $1 AND commitment_id = $2;

-- name: commitments_of
SELECT content FROM commitment WHERE subject_key = $1 ORDER BY commitment_id;

-- name: open_at
-- What one authority has yet to check, the oldest first.
SELECT content
  FROM commitment
 WHERE authority = $1 AND open = 1 AND commitment_id > $2
 ORDER BY commitment_id
 LIMIT $3;
