-- Acts beside their entries. A column of an act is absent when the act is.

-- name: find_entries
-- The acts are sought by their entries first: where these lie on another node than those, a left
-- join from entries to acts would carry every act of the store to it.
SELECT found.home_key, found.act_id, found.home_version, found.kind, found.performed_by,
       found.on_behalf_of, found.channel, found.occurred_on, found.recorded_at, found.law_digest,
       found.idempotency_key, found.body, found.sealed_key, found.erased_by, l.log_index,
       l.commitment, found.erasing_act
  FROM log_entry l
  LEFT JOIN (SELECT a.home_key, a.act_id, a.home_version, a.kind, a.performed_by, a.on_behalf_of,
                    a.channel, a.occurred_on, a.recorded_at, a.law_digest, a.idempotency_key,
                    a.body, k.sealed_key, e.erased_by, b.act_id AS erasing_act, entry.log_index
               FROM log_entry entry
               JOIN act a ON a.home_key = entry.home_key AND a.act_id = entry.act_id
               LEFT JOIN act_key k ON k.home_key = a.home_key AND k.act_id = a.act_id
               LEFT JOIN act_erasure e ON e.home_key = a.home_key AND e.act_id = a.act_id
               LEFT JOIN act b ON b.home_key = e.home_key AND b.act_id = e.erased_by
              WHERE entry.log_index >= $1 AND entry.log_index < $2) AS found
         ON found.log_index = l.log_index
 WHERE l.log_index >= $1 AND l.log_index < $2
 ORDER BY l.log_index;

-- name: find_waiting_entries
SELECT a.home_key, a.act_id, a.home_version, a.kind, a.performed_by, a.on_behalf_of, a.channel,
       a.occurred_on, a.recorded_at, a.law_digest, a.idempotency_key, a.body, k.sealed_key,
       e.erased_by, CAST(-1 AS BIGINT), u.commitment, b.act_id, u.act_id
  FROM unsequenced u
  LEFT JOIN act a ON a.home_key = u.home_key AND a.act_id = u.act_id
  LEFT JOIN act_key k ON k.home_key = u.home_key AND k.act_id = u.act_id
  LEFT JOIN act_erasure e ON e.home_key = u.home_key AND e.act_id = u.act_id
  LEFT JOIN act b ON b.home_key = e.home_key AND b.act_id = e.erased_by
 WHERE u.act_id > $1
 ORDER BY u.act_id
 LIMIT $2;

-- name: find_counts
SELECT (SELECT count(*) FROM act), (SELECT count(*) FROM log_entry),
       (SELECT count(*) FROM unsequenced);

-- name: find_unlogged
WITH logged AS MATERIALIZED (SELECT act_id FROM log_entry)
SELECT a.act_id
  FROM act a
 WHERE NOT EXISTS (SELECT 1 FROM logged l WHERE l.act_id = a.act_id)
   AND NOT EXISTS (SELECT 1 FROM unsequenced u
                    WHERE u.home_key = a.home_key AND u.act_id = a.act_id)
 LIMIT 1;
