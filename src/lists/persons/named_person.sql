-- What is kept of persons whom decisions on organisations name. One text for both engines.

-- name: save_naming
INSERT INTO named_person (subject_key, naming_id, listing_id, content)
VALUES ($1, $2, $3, $4)
    ON CONFLICT (subject_key, naming_id) DO UPDATE SET content = excluded.content;

-- name: save_naming_home
INSERT INTO naming_home (naming_id, subject_key) VALUES ($1, $2) ON CONFLICT DO NOTHING;

-- name: find_naming_home
SELECT subject_key FROM naming_home WHERE naming_id = $1;

-- name: find_naming
SELECT content FROM named_person WHERE subject_key = $1 AND naming_id = $2;

-- name: namings_of
SELECT content FROM named_person WHERE subject_key = $1 ORDER BY naming_id;
