-- Forms that were not sent: each account its own.

-- name: count_other_forms
SELECT COUNT(*) FROM unsent_form WHERE account = $1 AND form <> $2;

-- name: save_form
INSERT INTO unsent_form (account, form, saved_at, through_on, sealed)
VALUES ($1, $2, $3, $4, $5)
ON CONFLICT (account, form) DO UPDATE
   SET saved_at = excluded.saved_at, through_on = excluded.through_on, sealed = excluded.sealed;

-- name: forget_form
DELETE FROM unsent_form WHERE account = $1 AND form = $2;

-- name: forms_of_account
SELECT form, saved_at, through_on, sealed
  FROM unsent_form
 WHERE account = $1 AND through_on >= $2
 ORDER BY saved_at, form;

-- name: forget_old_forms
DELETE FROM unsent_form WHERE through_on < $1;
