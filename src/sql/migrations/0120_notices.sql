-- Notices: what each subject is owed, where it wants to be written to, and what was sent.

-- Derived: written with the effects of the act it tells of. The text is made when it is read.
CREATE TABLE notice (
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
);

CREATE INDEX notice_by_thing ON notice (subject_key, about_id, notice_id);

-- The way from a notice's opaque id to its subject.
CREATE TABLE notice_home (
    notice_id TEXT NOT NULL PRIMARY KEY,
    subject_key TEXT NOT NULL
);

-- Where a subject wants to be written to, sealed: not derived, like the vault.
CREATE TABLE notice_address (
    subject_key TEXT NOT NULL,
    channel TEXT NOT NULL,
    sealed BYTES NOT NULL,
    PRIMARY KEY (subject_key, channel)
);

-- What is to be sent and what became of it: not derived, since sending is no act.
CREATE TABLE notice_sending (
    subject_key TEXT NOT NULL,
    notice_id TEXT NOT NULL,
    channel TEXT NOT NULL,
    urgent BIGINT NOT NULL,
    state TEXT NOT NULL,
    attempts BIGINT NOT NULL,
    due_at BIGINT NOT NULL,
    sent_at BIGINT,
    receipt TEXT NOT NULL,
    PRIMARY KEY (subject_key, notice_id, channel)
);

CREATE INDEX notice_sending_due ON notice_sending (channel, due_at) WHERE state = 'waiting';
