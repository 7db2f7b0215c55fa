-- Execution (执行反馈): what an authority had to do, or could do, about a subject, and what it said
-- it did; each as it stands after its last act. All derived: every act holds the row that follows.

CREATE TABLE execution (
    subject_key  TEXT NOT NULL,
    execution_id TEXT NOT NULL,
    origin       TEXT NOT NULL,
    authority    TEXT NOT NULL,
    matter       TEXT NOT NULL,
    case_number  TEXT NOT NULL,
    opened_on    DATE NOT NULL,
    due_on       DATE NOT NULL,
    provisional  BIGINT NOT NULL,
    accepted_on  DATE,
    overdue_on   DATE,
    lapsed_on    DATE,
    open         BIGINT NOT NULL,
    duties       TEXT NOT NULL,
    PRIMARY KEY (subject_key, execution_id)
);
CREATE INDEX execution_open_at ON execution (authority, execution_id) WHERE open = 1;

-- The way from an opaque id to its subject.
CREATE TABLE execution_home (
    execution_id TEXT NOT NULL PRIMARY KEY,
    subject_key  TEXT NOT NULL
);

-- Joint actions (联合奖惩发起): which listings were started, so that none is started twice.

CREATE TABLE joint_action (
    subject_key TEXT NOT NULL,
    listing_id  TEXT NOT NULL,
    act_id      TEXT NOT NULL,
    started_on  DATE NOT NULL,
    PRIMARY KEY (subject_key, listing_id)
);
