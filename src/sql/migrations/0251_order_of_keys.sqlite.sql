-- Tables with small rows lie in the order of their key: the rows of a subject, and those of its
-- neighbours, share pages, and what falls due for many on one day is written in few of them. Such
-- a table is one tree, where it was one of rows and one of keys. For SQLite only: elsewhere a table
-- has no order.

CREATE TABLE in_order (
    home_key TEXT NOT NULL,
    version BIGINT NOT NULL,
    last_act TEXT NOT NULL,
    PRIMARY KEY (home_key)
) WITHOUT ROWID;
INSERT INTO in_order SELECT * FROM home_version ORDER BY home_key;
DROP TABLE home_version;
ALTER TABLE in_order RENAME TO home_version;

CREATE TABLE in_order (
    home_key TEXT NOT NULL,
    act_id TEXT NOT NULL,
    sealed_key BYTES NOT NULL,
    PRIMARY KEY (home_key, act_id)
) WITHOUT ROWID;
INSERT INTO in_order SELECT * FROM act_key ORDER BY home_key, act_id;
DROP TABLE act_key;
ALTER TABLE in_order RENAME TO act_key;

CREATE TABLE in_order (
    subject_key TEXT NOT NULL,
    clock_id TEXT NOT NULL,
    bucket BIGINT NOT NULL,
    kind TEXT NOT NULL,
    about_id TEXT NOT NULL,
    due_on DATE NOT NULL,
    article TEXT NOT NULL,
    act_id TEXT NOT NULL,
    done_by TEXT,
    PRIMARY KEY (subject_key, clock_id)
) WITHOUT ROWID;
INSERT INTO in_order SELECT * FROM clock ORDER BY subject_key, clock_id;
DROP TABLE clock;
ALTER TABLE in_order RENAME TO clock;
CREATE INDEX clock_by_due_day ON clock (bucket, due_on) WHERE done_by IS NULL;

CREATE TABLE in_order (
    subject_key       TEXT NOT NULL,
    listing_id        TEXT NOT NULL,
    standard          TEXT NOT NULL,
    ground            TEXT NOT NULL,
    authority         TEXT NOT NULL,
    colour            TEXT NOT NULL,
    category          TEXT NOT NULL,
    state             TEXT NOT NULL,
    proposed_on       DATE NOT NULL,
    conduct_on        DATE,
    noticed_on        DATE,
    window_through    DATE,
    exemption         TEXT,
    waived            BIGINT NOT NULL,
    unanswered        BIGINT NOT NULL,
    hearing_requested BIGINT NOT NULL,
    hearing_held      BIGINT NOT NULL,
    document_kind     TEXT,
    document_number   TEXT,
    decided_on        DATE,
    served_on         DATE,
    from_on           DATE,
    through_on        DATE,
    ends_when         TEXT,
    review_on         DATE,
    provisional       BIGINT NOT NULL,
    held_by           TEXT,
    ended_on          DATE,
    ended_as          TEXT,
    PRIMARY KEY (subject_key, listing_id)
) WITHOUT ROWID;
INSERT INTO in_order SELECT * FROM listing ORDER BY subject_key, listing_id;
DROP TABLE listing;
ALTER TABLE in_order RENAME TO listing;
CREATE INDEX listing_at ON listing (authority, state, listing_id);
CREATE INDEX listing_under ON listing (standard, state, subject_key, listing_id);

CREATE TABLE in_order (
    subject_key TEXT NOT NULL,
    listing_id  TEXT NOT NULL,
    act_id      TEXT NOT NULL,
    step        TEXT NOT NULL,
    happened_on DATE NOT NULL,
    PRIMARY KEY (subject_key, listing_id, act_id)
) WITHOUT ROWID;
INSERT INTO in_order SELECT * FROM listing_step ORDER BY subject_key, listing_id, act_id;
DROP TABLE listing_step;
ALTER TABLE in_order RENAME TO listing_step;

CREATE TABLE in_order (
    subject_key TEXT NOT NULL,
    notice_id TEXT NOT NULL,
    act_id TEXT NOT NULL,
    word TEXT NOT NULL,
    about_id TEXT NOT NULL,
    authority TEXT NOT NULL,
    made_at BIGINT NOT NULL,
    needs_proof BIGINT NOT NULL,
    urgent BIGINT NOT NULL,
    PRIMARY KEY (subject_key, notice_id)
) WITHOUT ROWID;
INSERT INTO in_order SELECT * FROM notice ORDER BY subject_key, notice_id;
DROP TABLE notice;
ALTER TABLE in_order RENAME TO notice;
CREATE INDEX notice_by_thing ON notice (subject_key, about_id, notice_id);
