-- The opening of the register.

-- name: insert_opening
INSERT INTO opening (home_key, demonstration, opened_on, act_id) VALUES ($1, $2, $3, $4);

-- name: find_opening
SELECT demonstration, opened_on FROM opening WHERE home_key = $1;
