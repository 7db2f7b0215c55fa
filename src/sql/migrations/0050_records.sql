-- Records (信用记录) and the submissions that brought them. Law: 鲁政发〔2017〕44号 items 1, 3.
-- A record is source data, like the act that accepts it: never changed, never derived. What is
-- current and what has ended is derived, and stands in tables of its own.

CREATE TABLE submission (
    home_key      TEXT NOT NULL,
    submission_id TEXT NOT NULL,
    act_id        TEXT NOT NULL,
    kind          TEXT NOT NULL,
    version       TEXT NOT NULL,
    file_digest   TEXT NOT NULL,
    received_on   DATE NOT NULL,
    accepted      BIGINT NOT NULL,
    rejected      BIGINT NOT NULL,
    unchanged     BIGINT NOT NULL,
    superseded    BIGINT NOT NULL,
    quarantined   BIGINT NOT NULL,
    row_count     BIGINT NOT NULL,
    root          TEXT NOT NULL,
    PRIMARY KEY (home_key, submission_id)
);

-- How far a submission has become visible: work in progress, not a fact.
CREATE TABLE submission_progress (
    submission_id TEXT NOT NULL PRIMARY KEY,
    home_key      TEXT NOT NULL,
    accepted      BIGINT NOT NULL,
    row_count     BIGINT NOT NULL,
    spread        BIGINT NOT NULL
);

CREATE TABLE record (
    subject_key     TEXT NOT NULL,
    record_id       TEXT NOT NULL,
    submission_id   TEXT NOT NULL,
    row_number      BIGINT NOT NULL,
    kind            TEXT NOT NULL,
    version         TEXT NOT NULL,
    authority       TEXT NOT NULL,
    document_number TEXT NOT NULL,
    row_key         TEXT NOT NULL,
    digest          BYTES NOT NULL,
    subject_kind    TEXT NOT NULL,
    subject_name    TEXT NOT NULL,
    decided_on      DATE NOT NULL,
    conduct_on      DATE,
    valid_through   DATE,
    reported_on     DATE NOT NULL,
    due_on          DATE NOT NULL,
    due_provisional BIGINT NOT NULL,
    reference_only  BIGINT NOT NULL,
    body            TEXT NOT NULL,
    PRIMARY KEY (subject_key, record_id)
);
CREATE INDEX record_of_submission ON record (submission_id, row_number);

-- The one current record of a document about a subject: what a corrected row supersedes.
CREATE TABLE record_current (
    subject_key TEXT NOT NULL,
    row_key     TEXT NOT NULL,
    record_id   TEXT NOT NULL,
    digest      BYTES NOT NULL,
    PRIMARY KEY (subject_key, row_key)
);

CREATE TABLE record_end (
    subject_key TEXT NOT NULL,
    record_id   TEXT NOT NULL,
    ended_as    TEXT NOT NULL,
    ended_on    DATE NOT NULL,
    reason      TEXT,
    act_id      TEXT NOT NULL,
    PRIMARY KEY (subject_key, record_id)
);

-- Digests of rows withdrawn, repaired, corrected or erased: an equal row never comes back.
CREATE TABLE record_tombstone (
    subject_key TEXT NOT NULL,
    digest      BYTES NOT NULL,
    ended_as    TEXT NOT NULL,
    act_id      TEXT NOT NULL,
    PRIMARY KEY (subject_key, digest)
);

-- Rows that wait for an officer, with the word that says why. Source data, as records are.
CREATE TABLE record_quarantine (
    subject_key   TEXT NOT NULL,
    record_id     TEXT NOT NULL,
    submission_id TEXT NOT NULL,
    home_key      TEXT NOT NULL,
    reason        TEXT NOT NULL,
    body          TEXT NOT NULL,
    PRIMARY KEY (subject_key, record_id)
);
