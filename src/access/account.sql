-- name: insert_account
INSERT INTO account (account, role, authority, subject_key, functions, password, opened_on,
                     opened_by_act)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)

-- name: find_account
SELECT account, role, authority, subject_key, functions, password
FROM account
WHERE account = $1 AND closed_by_act IS NULL

-- name: account_name_taken
SELECT account FROM account WHERE account = $1

-- name: find_any_account
SELECT account FROM account LIMIT 1

-- name: end_account
UPDATE account SET closed_by_act = $2 WHERE account = $1 AND closed_by_act IS NULL

-- name: systems_of
-- Closed ones too: what they looked up stands.
SELECT account FROM account WHERE authority = $1 AND role = 'approval_system'

-- name: subjects_of_staff
SELECT subject_key FROM account WHERE authority = $1 AND subject_key <> ''
