-- What is copied as it stands, and every derived table in the order of its key.

-- name: source_records
-- Rows of accepted submissions; what an officer released follows from the act that released it.
SELECT record.subject_key, record.record_id, record.submission_id, record.row_number, record.kind,
       record.version, record.authority, record.document_number, record.row_key, record.digest,
       record.subject_kind, record.subject_name, record.decided_on, record.conduct_on,
       record.valid_through, record.reported_on, record.due_on, record.due_provisional,
       record.reference_only, record.body
  FROM record
 WHERE EXISTS (SELECT 1
                 FROM submission
                WHERE submission.home_key = 'A' || record.authority
                  AND submission.submission_id = record.submission_id)
 ORDER BY record.submission_id, record.row_number;

-- name: source_quarantined
SELECT subject_key, record_id, submission_id, row_number, kind, version, authority,
       document_number, row_key, digest, subject_kind, subject_name, decided_on, conduct_on,
       valid_through, reported_on, due_on, due_provisional, reference_only, body, reason
  FROM record_quarantine
 WHERE EXISTS (SELECT 1
                 FROM submission
                WHERE submission.home_key = 'A' || record_quarantine.authority
                  AND submission.submission_id = record_quarantine.submission_id)
 ORDER BY submission_id, row_number;

-- name: record_released
SELECT record.subject_key, record.record_id, record.submission_id, record.row_number, record.kind,
       record.version, record.authority, record.document_number, record.row_key, record.digest,
       record.subject_kind, record.subject_name, record.decided_on, record.conduct_on,
       record.valid_through, record.reported_on, record.due_on, record.due_provisional,
       record.reference_only, record.body
  FROM record
  JOIN record_review ON record_review.subject_key = record.subject_key
                    AND record_review.record_id = record.record_id
                    AND record_review.act_id = record.submission_id
 ORDER BY record.subject_key, record.record_id;

-- name: record_review
SELECT subject_key, record_id, outcome, reason, reviewed_on, act_id
  FROM record_review
 ORDER BY subject_key, record_id;

-- name: text_review
SELECT subject_key, record_id, column_code, outcome, reason, reviewed_on, act_id
  FROM text_review
 ORDER BY subject_key, record_id, column_code;

-- name: record_listing
SELECT subject_key, record_id, listing_id FROM record_listing ORDER BY subject_key, record_id;

-- name: opening
SELECT home_key, demonstration, opened_on, act_id FROM opening ORDER BY home_key;

-- name: calendar_loaded
SELECT home_key, act_id, known_through, years, completed_by
  FROM calendar_loaded
 ORDER BY home_key, act_id;

-- name: telling_recount
SELECT subject_key, distribution_id, act_id, from_on, to_on
  FROM telling_recount
 ORDER BY subject_key, distribution_id, act_id;

-- name: submission
SELECT home_key, submission_id, act_id, kind, version, file_digest, received_on, accepted,
       rejected, unchanged, superseded, quarantined, row_count, root
  FROM submission
 ORDER BY home_key, submission_id;

-- name: record_current
SELECT subject_key, row_key, record_id, digest FROM record_current ORDER BY subject_key, row_key;

-- name: record_end
SELECT subject_key, record_id, ended_as, ended_on, reason, act_id
  FROM record_end
 ORDER BY subject_key, record_id;

-- name: record_tombstone
SELECT subject_key, digest, ended_as, act_id FROM record_tombstone ORDER BY subject_key, digest;

-- name: subject
SELECT subject_key, kind, name, region, state, registered, as_of, source_id
  FROM subject
 ORDER BY subject_key;

-- name: subject_name
SELECT subject_key, name_id, name, registered, valid_from, valid_through
  FROM subject_name
 ORDER BY subject_key, name_id;

-- name: alias
SELECT alias_hash, scheme, subject_key, valid_from, valid_through, source_id
  FROM alias
 ORDER BY alias_hash;

-- name: subject_role
SELECT subject_key, role_id, person_key, person_name, role, valid_from, valid_through
  FROM subject_role
 ORDER BY subject_key, role_id;

-- name: listing
SELECT subject_key, listing_id, standard, ground, authority, colour, category, state, proposed_on,
       conduct_on, noticed_on, window_through, exemption, waived, unanswered, hearing_requested,
       hearing_held, document_kind, document_number, decided_on, served_on, from_on, through_on,
       ends_when, review_on, provisional, held_by, ended_on, ended_as
  FROM listing
 ORDER BY subject_key, listing_id;

-- name: listing_home
SELECT listing_id, subject_key FROM listing_home ORDER BY listing_id;

-- name: listing_step
SELECT subject_key, listing_id, act_id, step, happened_on
  FROM listing_step
 ORDER BY subject_key, listing_id, act_id;

-- name: notice
SELECT subject_key, notice_id, act_id, word, about_id, authority, made_at, needs_proof, urgent
  FROM notice
 ORDER BY subject_key, notice_id;

-- name: notice_home
SELECT notice_id, subject_key FROM notice_home ORDER BY notice_id;

-- name: notice_unserved
SELECT subject_key, notice_id, authority FROM notice_unserved ORDER BY subject_key, notice_id;

-- name: notice_service
SELECT subject_key, notice_id, act_id, outcome, method, happened_on, counts_from
  FROM notice_service
 ORDER BY subject_key, notice_id, act_id;

-- name: notice_consent
SELECT subject_key, consent_id, given_on, withdrawn_on
  FROM notice_consent
 ORDER BY subject_key, consent_id;

-- name: notice_channel
SELECT subject_key, channel, opened_on, act_id FROM notice_channel ORDER BY subject_key, channel;

-- name: lookup_seal
SELECT bucket, through_id, act_id, sealed, root FROM lookup_seal ORDER BY bucket, through_id;

-- name: lookup_withholding
SELECT home_key, withholding_id, authority, lookup_id, case_number, basis, article, document,
       from_on, through_on, ended_on
  FROM lookup_withholding
 ORDER BY home_key, withholding_id;

-- name: lookup_question
SELECT subject_key, question_id, lookup_id, authority, matter, purpose, ground, case_number,
       looked_at, asked_on, due_on, provisional, overdue_on, answered_on, allowed, article,
       answer_case, consequence, words
  FROM lookup_question
 ORDER BY subject_key, question_id;

-- name: lookup_sign
SELECT home_key, sign_id, authority, kind, account, about, happened_on, raised_on, lookups,
       closed_on, finding, words
  FROM lookup_sign
 ORDER BY home_key, sign_id;

-- name: protected_subject
SELECT subject_key, protection_id, kind, authority, from_on, ended_on
  FROM protected_subject
 ORDER BY subject_key, protection_id;

-- name: named_person
SELECT subject_key, naming_id, listing_id, content
  FROM named_person
 ORDER BY subject_key, naming_id;

-- name: naming_home
SELECT naming_id, subject_key FROM naming_home ORDER BY naming_id;

-- name: subject_industry
SELECT subject_key, industry FROM subject_industry ORDER BY subject_key;

-- name: subject_registration
SELECT subject_key, act_id, facts FROM subject_registration ORDER BY subject_key, act_id;

-- name: repair_case
SELECT subject_key, case_id, item_kind, item_id, authority, way, state, applied_on,
       acceptance_due, provisional, accepted_on, result_due, extended, overdue_on, decided_on,
       decided_by, reevaluate_on, wait_through, filed_by, filed_at
  FROM repair_case
 ORDER BY subject_key, case_id;

-- name: repair_home
SELECT case_id, subject_key FROM repair_home ORDER BY case_id;

-- name: repair_step
SELECT subject_key, case_id, act_id, step, happened_on, told
  FROM repair_step
 ORDER BY subject_key, case_id, act_id;

-- name: repair_opening
SELECT subject_key, act_id, case_id, opened_on, authority, reason, ground
  FROM repair_opening
 ORDER BY subject_key, act_id;

-- name: restraint_order
SELECT subject_key, order_id, measure, authority, category, document_number, decided_on, served_on,
       from_on, through_on, ends_when, review_on, held_by, ended_on, ended_as, remedy_zh, remedy_en
  FROM restraint_order
 ORDER BY subject_key, order_id;

-- name: order_home
SELECT order_id, subject_key FROM order_home ORDER BY order_id;

-- name: stay
SELECT home_key, stay_id, scope, item_id, measure, implementer, ordered_by, article,
       document_number, officer, office, ordered_at, from_on, through_on, ended_at, ended_on,
       ended_as
  FROM stay
 ORDER BY home_key, stay_id;

-- name: reported_case
SELECT home_key, matter, case_number, case_id, subject_key, category, decided_on, state, lookup_id,
       looked_on
  FROM reported_case
 ORDER BY home_key, matter, case_number;

-- name: reported_count
SELECT home_key, matter, counted_on, count_id, organisations, looked_up
  FROM reported_count
 ORDER BY home_key, matter, counted_on;

-- name: tip
SELECT home_key, tip_id, receipt, state, open, content FROM tip ORDER BY home_key, tip_id;

-- name: tip_opening
SELECT home_key, tip_id, opening_id, account, reason, opened_at
  FROM tip_opening
 ORDER BY home_key, tip_id, opening_id;

-- name: tip_key
SELECT home_key, act_id, key_id, point, from_on, through_on
  FROM tip_key
 ORDER BY home_key, act_id;

-- name: tip_handlers
SELECT home_key, accounts, act_id FROM tip_handlers ORDER BY home_key;

-- name: account
SELECT account, role, authority, subject_key, functions, password, opened_on, opened_by_act,
       closed_by_act
  FROM account
 ORDER BY account;

-- name: token
SELECT token_id, digest, account, functions, ends_at, revoked_by_act FROM token ORDER BY token_id;

-- name: clock
SELECT subject_key, clock_id, bucket, kind, about_id, due_on, article, act_id, done_by
  FROM clock
 ORDER BY subject_key, clock_id;

-- name: distribution
SELECT subject_key, distribution_id, bucket, act_id, recipient_kind, recipient, about_id, what,
       urgent, due_on
  FROM distribution
 ORDER BY subject_key, distribution_id;

-- name: objection
SELECT subject_key, objection_id, about, about_id, source, filer, state, open, filed_on, due_on,
       provisional, extended, silent, concluded_on, raised, files, filed_by, item_id
  FROM objection
 ORDER BY subject_key, objection_id;

-- name: objection_home
SELECT objection_id, subject_key FROM objection_home ORDER BY objection_id;

-- name: publicity_closed
SELECT subject_key, about_id, act_id FROM publicity_closed ORDER BY subject_key, about_id;

-- name: commitment
SELECT subject_key, commitment_id, kind, authority, state, open, made_on, check_on, concluded_on,
       content
  FROM commitment
 ORDER BY subject_key, commitment_id;

-- name: commitment_home
SELECT commitment_id, subject_key FROM commitment_home ORDER BY commitment_id;

-- name: complaint
SELECT subject_key, complaint_id, respondent, unit, filer, filed_at_window, confidential, state,
       open, filed_on, due_on, provisional, extended, referred, accepted_on, overdue_on, asked_on,
       answered_on, concluded_on, about, about_id, objection_id, question, reply, raised, files
  FROM complaint
 ORDER BY subject_key, complaint_id;

-- name: complaint_home
SELECT complaint_id, subject_key FROM complaint_home ORDER BY complaint_id;

-- name: execution
SELECT subject_key, execution_id, origin, authority, matter, case_number, opened_on, due_on,
       provisional, accepted_on, overdue_on, lapsed_on, open, duties
  FROM execution
 ORDER BY subject_key, execution_id;

-- name: joint_action
SELECT subject_key, listing_id, act_id, started_on
  FROM joint_action
 ORDER BY subject_key, listing_id;

-- name: execution_home
SELECT execution_id, subject_key FROM execution_home ORDER BY execution_id;

-- name: amendment
SELECT home_key, amendment_id, state, from_on, facts FROM amendment ORDER BY home_key, amendment_id;

-- name: amendment_row
SELECT subject_key, amendment_id, listing_id, standard, facts
  FROM amendment_row
 ORDER BY subject_key, amendment_id, listing_id;

-- name: inspection_plan
SELECT home_key, plan_id, from_on, facts FROM inspection_plan ORDER BY home_key, plan_id;

-- name: honour_review
SELECT subject_key, review_id, honour_id, listing_id, authority, state, open, content
  FROM honour_review
 ORDER BY subject_key, review_id;

-- name: honour_review_home
SELECT review_id, subject_key FROM honour_review_home ORDER BY review_id;

-- name: incident
SELECT home_key, incident_id, authority, kinds, cause, harm, steps, protection, contact,
       discovered_on, opened_on, report_due_on, tell_due_on, reported_on, reported_to, excepted_on,
       ordered_on, completed_on, overdue_on, closed_on
  FROM incident
 ORDER BY home_key, incident_id;

-- name: incident_subject
SELECT subject_key, incident_id, home_key, state, items, noted_on, told_on, notice_id, unreached_on
  FROM incident_subject
 ORDER BY subject_key, incident_id;

-- name: evidence
SELECT subject_key, file_id, digest, type, size, sealed_key, about_kind, about_id, given_by
  FROM evidence
 ORDER BY subject_key, file_id;

-- name: erasure
SELECT subject_key, item_id, what, act_id FROM erasure ORDER BY subject_key, item_id;

-- name: emptied_by_no_act
-- Records without content that no act erased.
SELECT record.subject_key, record.record_id
  FROM record
  LEFT JOIN erasure ON erasure.subject_key = record.subject_key
                   AND erasure.item_id = record.record_id
 WHERE record.body = '' AND erasure.act_id IS NULL
 UNION
SELECT record_quarantine.subject_key, record_quarantine.record_id
  FROM record_quarantine
  LEFT JOIN erasure ON erasure.subject_key = record_quarantine.subject_key
                   AND erasure.item_id = record_quarantine.record_id
 WHERE record_quarantine.body = '' AND erasure.act_id IS NULL;

-- name: consent
SELECT subject_key, consent_id, bank, purpose, from_on, through_on, ended_on, content
  FROM consent
 ORDER BY subject_key, consent_id;

-- name: consent_home
SELECT consent_id, subject_key FROM consent_home ORDER BY consent_id;

-- name: succession
SELECT subject_key, succession_id, from_on, annulled_on, content
  FROM succession
 ORDER BY subject_key, succession_id;

-- name: succession_home
SELECT succession_id, subject_key FROM succession_home ORDER BY succession_id;
