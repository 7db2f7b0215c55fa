-- Who looked (谁查过我): what proves the look-up records, what hides one for a time, what is asked
-- about one, and what an auditor is told. Law: personal-information-protection-law-2021 arts. 18,
-- 35, 44, 50. On an embedded store the first two tables lie with the look-ups, the others with the
-- acts.

-- The keys of a screened batch, in pieces: a probe reads one. `first_digest` is the piece's first
-- digest as a number that sorts as the digests do.
CREATE TABLE lookup_batch_part (
    batch_id     TEXT NOT NULL,
    first_digest BIGINT NOT NULL,
    digests      BYTES NOT NULL,
    PRIMARY KEY (batch_id, first_digest)
);

-- Ids and leaves of what a seal covers: by them a look-up that was changed is named. The act holds
-- the root over the leaves, so a changed block convicts itself.
CREATE TABLE lookup_seal_block (
    bucket     BIGINT NOT NULL,
    through_id TEXT NOT NULL,
    leaves     BYTES NOT NULL,
    PRIMARY KEY (bucket, through_id)
);

-- None on single look-ups: counters would pay for it with every answer. Auditors read by time.
CREATE INDEX lookup_batch_by_authority ON lookup_batch (authority, batch_id);

-- All below are derived from acts.

CREATE TABLE lookup_withholding (
    home_key       TEXT NOT NULL,
    withholding_id TEXT NOT NULL,
    authority      TEXT NOT NULL,
    lookup_id      TEXT NOT NULL,
    case_number    TEXT NOT NULL,
    basis          TEXT NOT NULL,
    article        TEXT NOT NULL,
    document       TEXT NOT NULL,
    from_on        DATE NOT NULL,
    through_on     DATE NOT NULL,
    ended_on       DATE,
    PRIMARY KEY (home_key, withholding_id)
);

CREATE TABLE lookup_question (
    subject_key  TEXT NOT NULL,
    question_id  TEXT NOT NULL,
    lookup_id    TEXT NOT NULL,
    authority    TEXT NOT NULL,
    matter       TEXT NOT NULL,
    purpose      TEXT NOT NULL,
    ground       TEXT NOT NULL,
    case_number  TEXT NOT NULL,
    looked_at    BIGINT NOT NULL,
    asked_on     DATE NOT NULL,
    due_on       DATE NOT NULL,
    provisional  BIGINT NOT NULL,
    overdue_on   DATE,
    answered_on  DATE,
    allowed      BIGINT,
    article      TEXT,
    answer_case  TEXT,
    consequence  TEXT,
    words        TEXT,
    PRIMARY KEY (subject_key, question_id)
);
CREATE UNIQUE INDEX lookup_question_once ON lookup_question (subject_key, lookup_id);
CREATE INDEX lookup_question_by_authority ON lookup_question (authority, question_id);
CREATE INDEX lookup_question_by_id ON lookup_question (question_id);

CREATE TABLE lookup_sign (
    home_key   TEXT NOT NULL,
    sign_id    TEXT NOT NULL,
    authority  TEXT NOT NULL,
    kind       TEXT NOT NULL,
    account    TEXT NOT NULL,
    about      TEXT NOT NULL,
    happened_on DATE NOT NULL,
    raised_on  DATE NOT NULL,
    lookups    TEXT NOT NULL,
    closed_on  DATE,
    finding    TEXT,
    words      TEXT,
    PRIMARY KEY (home_key, sign_id)
);
CREATE UNIQUE INDEX lookup_sign_once ON lookup_sign (home_key, kind, account, about, happened_on);
CREATE INDEX lookup_sign_by_authority ON lookup_sign (authority, sign_id);
CREATE INDEX lookup_sign_by_id ON lookup_sign (sign_id);

CREATE TABLE protected_subject (
    subject_key   TEXT NOT NULL,
    protection_id TEXT NOT NULL,
    kind          TEXT NOT NULL,
    authority     TEXT NOT NULL,
    from_on       DATE NOT NULL,
    ended_on      DATE,
    PRIMARY KEY (subject_key, protection_id)
);
CREATE INDEX protected_subject_by_id ON protected_subject (protection_id);
