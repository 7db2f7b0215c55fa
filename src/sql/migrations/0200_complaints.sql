-- Complaints (投诉): each as it stands after its last act. All derived: every act of a complaint
-- holds the row that follows from it. No table that answers for a subject refers to these.

CREATE TABLE complaint (
    subject_key     TEXT NOT NULL,
    complaint_id    TEXT NOT NULL,
    respondent      TEXT NOT NULL,
    unit            TEXT NOT NULL,
    filer           TEXT NOT NULL,
    filed_at_window TEXT NOT NULL,
    confidential    BIGINT NOT NULL,
    state           TEXT NOT NULL,
    open            BIGINT NOT NULL,
    filed_on        DATE NOT NULL,
    due_on          DATE,
    provisional     BIGINT NOT NULL,
    extended        BIGINT NOT NULL,
    referred        BIGINT NOT NULL,
    accepted_on     DATE,
    overdue_on      DATE,
    asked_on        DATE,
    answered_on     DATE,
    concluded_on    DATE,
    about           TEXT NOT NULL,
    about_id        TEXT NOT NULL,
    objection_id    TEXT NOT NULL,
    question        TEXT NOT NULL,
    reply           TEXT NOT NULL,
    raised          TEXT NOT NULL,
    files           TEXT NOT NULL,
    PRIMARY KEY (subject_key, complaint_id)
);
CREATE INDEX complaint_open_at_unit ON complaint (unit, complaint_id) WHERE open = 1;

-- The way from a complaint's opaque id to its subject.
CREATE TABLE complaint_home (
    complaint_id TEXT NOT NULL PRIMARY KEY,
    subject_key  TEXT NOT NULL
);
