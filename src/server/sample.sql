-- An organisation to try a demonstration with: one that is on a list, or any that is known.

-- name: find_listed_organisation
SELECT l.subject_key, s.name
  FROM listing l JOIN subject s ON s.subject_key = l.subject_key
 WHERE l.state = 'in_force' AND l.held_by IS NULL AND s.subject_key >= 'O' AND s.subject_key < 'P'
 ORDER BY l.subject_key, l.listing_id
 LIMIT 1

-- name: find_any_organisation
SELECT subject_key, name
  FROM subject
 WHERE subject_key >= 'O' AND subject_key < 'P'
 ORDER BY subject_key
 LIMIT 1
