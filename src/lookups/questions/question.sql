-- What is kept of questions about look-ups. One text for SQLite and PostgreSQL.

-- name: save_question
INSERT INTO lookup_question
      (subject_key, question_id, lookup_id, authority, matter, purpose, ground, case_number,
       looked_at, asked_on, due_on, provisional, overdue_on, answered_on, allowed, article,
       answer_case, consequence, words)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)
    ON CONFLICT (subject_key, question_id) DO UPDATE
   SET due_on = excluded.due_on, provisional = excluded.provisional,
       overdue_on = excluded.overdue_on, answered_on = excluded.answered_on,
       allowed = excluded.allowed, article = excluded.article,
       answer_case = excluded.answer_case, consequence = excluded.consequence,
       words = excluded.words;

-- name: find_question_home
SELECT subject_key FROM lookup_question WHERE question_id = $1;

-- name: find_question
SELECT subject_key, question_id, lookup_id, authority, matter, purpose, ground, case_number,
       looked_at, asked_on, due_on, provisional, overdue_on, answered_on, allowed, article,
       answer_case, consequence, words
  FROM lookup_question
 WHERE subject_key = $1 AND question_id = $2;

-- name: find_question_about
SELECT subject_key, question_id, lookup_id, authority, matter, purpose, ground, case_number,
       looked_at, asked_on, due_on, provisional, overdue_on, answered_on, allowed, article,
       answer_case, consequence, words
  FROM lookup_question
 WHERE subject_key = $1 AND lookup_id = $2;

-- name: questions_of
SELECT subject_key, question_id, lookup_id, authority, matter, purpose, ground, case_number,
       looked_at, asked_on, due_on, provisional, overdue_on, answered_on, allowed, article,
       answer_case, consequence, words
  FROM lookup_question
 WHERE subject_key = $1
 ORDER BY question_id DESC;

-- name: questions_to
SELECT subject_key, question_id, lookup_id, authority, matter, purpose, ground, case_number,
       looked_at, asked_on, due_on, provisional, overdue_on, answered_on, allowed, article,
       answer_case, consequence, words
  FROM lookup_question
 WHERE authority = $1 AND question_id < $2
 ORDER BY question_id DESC
 LIMIT $3;
