-- What a simulation looks at behind the register's back.

-- name: find_lookup
SELECT digest, shown FROM lookup WHERE subject_key = $1 AND lookup_id = $2;

-- name: count_acts
-- Those that somebody asked for, or that the clerk performed for want of somebody.
SELECT COUNT(*)
  FROM act
 WHERE channel = 'api'
    OR kind IN ('lists.expire_listing', 'measures.expire_order', 'objections.resolve_silence',
                'repair.name_overdue', 'lookups.name_overdue', 'execution.start_action',
                'execution.name_overdue', 'execution.lapse', 'incidents.name_overdue',
                 'erasure.erase_expired');

-- name: last_kind
SELECT kind FROM act ORDER BY recorded_at DESC, act_id DESC LIMIT 1;

-- name: tasks_of_subject
SELECT execution_id, authority, due_on, duties
  FROM execution
 WHERE subject_key = $1 AND origin = 'listing'
 ORDER BY execution_id;

-- name: count_told
SELECT COUNT(*) FROM distribution WHERE subject_key = $1 AND act_id = $2 AND recipient = $3;

-- name: count_told_end
-- By the act, or before it that the item was wrong.
SELECT COUNT(*)
  FROM distribution
 WHERE subject_key = $1 AND recipient = $3
   AND (act_id = $2 OR (about_id = $4 AND what = 'withdrawn'));

-- name: erased_content
SELECT subject_name || document_number || body, digest
  FROM record
 WHERE subject_key = $1 AND record_id = $2;

-- name: last_act
SELECT MAX(recorded_at) FROM act;
