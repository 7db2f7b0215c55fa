-- Objections (异议): each as it stands after its last act. All derived: every act of an objection
-- holds the row that follows from it. An open one is the hold on its item.

CREATE TABLE objection (
    subject_key  TEXT NOT NULL,
    objection_id TEXT NOT NULL,
    about        TEXT NOT NULL,
    about_id     TEXT NOT NULL,
    source       TEXT NOT NULL,
    filer        TEXT NOT NULL,
    state        TEXT NOT NULL,
    open         BIGINT NOT NULL,
    filed_on     DATE NOT NULL,
    due_on       DATE,
    provisional  BIGINT NOT NULL,
    extended     BIGINT NOT NULL,
    silent       TEXT NOT NULL,
    concluded_on DATE,
    raised       TEXT NOT NULL,
    files        TEXT NOT NULL,
    PRIMARY KEY (subject_key, objection_id)
);
CREATE INDEX objection_open_at_source ON objection (source, objection_id) WHERE open = 1;
CREATE INDEX objection_open ON objection (objection_id) WHERE open = 1;

-- The way from an objection's opaque id to its subject.
CREATE TABLE objection_home (
    objection_id TEXT NOT NULL PRIMARY KEY,
    subject_key  TEXT NOT NULL
);

-- What an upheld objection took out of publicity while the item itself stands.
CREATE TABLE publicity_closed (
    subject_key TEXT NOT NULL,
    about_id    TEXT NOT NULL,
    act_id      TEXT NOT NULL,
    PRIMARY KEY (subject_key, about_id)
);

-- What was to be acknowledged by which day, for naming who is late.
CREATE INDEX distribution_by_due_day ON distribution (due_on, distribution_id)
 WHERE due_on IS NOT NULL;
