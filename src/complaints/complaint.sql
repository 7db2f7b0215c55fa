-- What the register keeps of complaints. One text for SQLite and PostgreSQL.

-- name: save_complaint
INSERT INTO complaint (subject_key, complaint_id, respondent, unit, filer, filed_at_window,
                       confidential, state, open, filed_on, due_on, provisional, extended,
                       referred, accepted_on, overdue_on, asked_on, answered_on, concluded_on,
                       about, about_id, objection_id, question, reply, raised, files)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19,
        $20, $21, $22, $23, $24, $25, $26)
    ON CONFLICT (subject_key, complaint_id) DO UPDATE
   SET unit = excluded.unit, state = excluded.state, open = excluded.open,
       due_on = excluded.due_on, provisional = excluded.provisional,
       extended = excluded.extended, referred = excluded.referred,
       accepted_on = excluded.accepted_on, overdue_on = excluded.overdue_on,
       asked_on = excluded.asked_on, answered_on = excluded.answered_on,
       concluded_on = excluded.concluded_on, about = excluded.about,
       about_id = excluded.about_id, objection_id = excluded.objection_id,
       question = excluded.question, reply = excluded.reply, raised = excluded.raised;

-- name: save_home
INSERT INTO complaint_home (complaint_id, subject_key) VALUES ($1, $2) ON CONFLICT DO NOTHING;

-- name: find_home
SELECT subject_key FROM complaint_home WHERE complaint_id = $1;

-- name: find_complaint
SELECT subject_key, complaint_id, respondent, unit, filer, filed_at_window, confidential, state,
       filed_on, due_on, provisional, extended, referred, accepted_on, overdue_on, asked_on,
       answered_on, concluded_on, about, about_id, objection_id, question, reply, raised, files
  FROM complaint
 WHERE subject_key = $1 AND complaint_id = $2;

-- name: complaints_of
SELECT subject_key, complaint_id, respondent, unit, filer, filed_at_window, confidential, state,
       filed_on, due_on, provisional, extended, referred, accepted_on, overdue_on, asked_on,
       answered_on, concluded_on, about, about_id, objection_id, question, reply, raised, files
  FROM complaint
 WHERE subject_key = $1
 ORDER BY complaint_id;

-- name: concluded_at
-- Of one unit, whatever became of them, the newest first.
SELECT subject_key, complaint_id, respondent, unit, filer, filed_at_window, confidential, state,
       filed_on, due_on, provisional, extended, referred, accepted_on, overdue_on, asked_on,
       answered_on, concluded_on, about, about_id, objection_id, question, reply, raised, files
  FROM complaint
 WHERE unit = $1 AND open = 0 AND ($2 = '' OR complaint_id < $2)
 ORDER BY complaint_id DESC
 LIMIT $3;

-- name: open_at
-- What waits for one unit, the oldest first.
SELECT subject_key, complaint_id, respondent, unit, filer, filed_at_window, confidential, state,
       filed_on, due_on, provisional, extended, referred, accepted_on, overdue_on, asked_on,
       answered_on, concluded_on, about, about_id, objection_id, question, reply, raised, files
  FROM complaint
 WHERE unit = $1 AND open = 1 AND complaint_id > $2
 ORDER BY complaint_id
 LIMIT $3;
