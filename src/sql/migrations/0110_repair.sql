-- Credit repair (信用修复): each case as it stands after its last act, the acts that brought it
-- there with what the subject is told of them, and every opening of sealed content. All derived.

CREATE TABLE repair_case (
    subject_key    TEXT NOT NULL,
    case_id        TEXT NOT NULL,
    item_kind      TEXT NOT NULL,
    item_id        TEXT NOT NULL,
    authority      TEXT NOT NULL,
    way            TEXT NOT NULL,
    state          TEXT NOT NULL,
    applied_on     DATE NOT NULL,
    acceptance_due DATE NOT NULL,
    provisional    BIGINT NOT NULL,
    accepted_on    DATE,
    result_due     DATE,
    extended       BIGINT NOT NULL,
    overdue_on     DATE,
    decided_on     DATE,
    decided_by     TEXT,
    reevaluate_on  DATE,
    wait_through   DATE,
    PRIMARY KEY (subject_key, case_id)
);
CREATE INDEX repair_case_of_authority ON repair_case (authority, state);

-- The way from a case's opaque id to its subject.
CREATE TABLE repair_home (
    case_id     TEXT NOT NULL PRIMARY KEY,
    subject_key TEXT NOT NULL
);

CREATE TABLE repair_step (
    subject_key TEXT NOT NULL,
    case_id     TEXT NOT NULL,
    act_id      TEXT NOT NULL,
    step        TEXT NOT NULL,
    happened_on DATE NOT NULL,
    told        TEXT NOT NULL,
    PRIMARY KEY (subject_key, case_id, act_id)
);

-- Who opened what is sealed, why and on which ground.
CREATE TABLE repair_opening (
    subject_key TEXT NOT NULL,
    act_id      TEXT NOT NULL,
    case_id     TEXT NOT NULL,
    opened_on   DATE NOT NULL,
    authority   TEXT NOT NULL,
    reason      TEXT NOT NULL,
    ground      TEXT NOT NULL,
    PRIMARY KEY (subject_key, act_id)
);
