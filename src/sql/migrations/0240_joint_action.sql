-- The official calendars by which due days were counted, one after the other, each with its years
-- as JSON. Until it is complete, days that still run are being counted anew.
CREATE TABLE calendar_loaded (
    home_key      TEXT NOT NULL,
    act_id        TEXT NOT NULL,
    known_through DATE NOT NULL,
    years         TEXT NOT NULL,
    completed_by  TEXT,
    PRIMARY KEY (home_key, act_id)
);

-- Days for an acknowledgement that were counted anew.
CREATE TABLE telling_recount (
    subject_key     TEXT NOT NULL,
    distribution_id TEXT NOT NULL,
    act_id          TEXT NOT NULL,
    from_on         DATE NOT NULL,
    to_on           DATE NOT NULL,
    PRIMARY KEY (subject_key, distribution_id, act_id)
);

-- Amendments of the catalogue, and what each touched: one row a listing, under its subject.

CREATE TABLE amendment (
    home_key     TEXT NOT NULL,
    amendment_id TEXT NOT NULL,
    state        TEXT NOT NULL,
    from_on      DATE NOT NULL,
    facts        TEXT NOT NULL,
    PRIMARY KEY (home_key, amendment_id)
);

CREATE TABLE amendment_row (
    subject_key  TEXT NOT NULL,
    amendment_id TEXT NOT NULL,
    listing_id   TEXT NOT NULL,
    standard     TEXT NOT NULL,
    facts        TEXT NOT NULL,
    PRIMARY KEY (subject_key, amendment_id, listing_id)
);
CREATE INDEX amendment_row_by_amendment
    ON amendment_row (amendment_id, standard, subject_key, listing_id);
CREATE INDEX listing_under ON listing (standard, state, subject_key, listing_id);
-- Stays (停止、暂缓执行): orders by which a duty is not executed until a day. Homed at the
-- subject of the item, or at the implementing authority (停用). All derived: every act holds the
-- row.

CREATE TABLE stay (
    home_key        TEXT NOT NULL,
    stay_id         TEXT NOT NULL,
    scope           TEXT NOT NULL,
    item_id         TEXT NOT NULL,
    measure         TEXT NOT NULL,
    implementer     TEXT NOT NULL,
    ordered_by      TEXT NOT NULL,
    article         TEXT NOT NULL,
    document_number TEXT NOT NULL,
    officer         TEXT NOT NULL,
    office          TEXT NOT NULL,
    ordered_at      BIGINT NOT NULL,
    from_on         DATE NOT NULL,
    through_on      DATE NOT NULL,
    ended_at        BIGINT,
    ended_on        DATE,
    ended_as        TEXT,
    PRIMARY KEY (home_key, stay_id)
);
CREATE INDEX stay_by_id ON stay (stay_id);

-- Coverage (应查必查): cases that approval systems report, and whether each was checked. All
-- derived: every report holds its rows with what the look-ups showed at its moment.

CREATE TABLE reported_case (
    home_key    TEXT NOT NULL,
    matter      TEXT NOT NULL,
    case_number TEXT NOT NULL,
    case_id     TEXT NOT NULL,
    subject_key TEXT NOT NULL,
    category    TEXT NOT NULL,
    decided_on  DATE NOT NULL,
    state       TEXT NOT NULL,
    lookup_id   TEXT,
    looked_on   DATE,
    PRIMARY KEY (home_key, matter, case_number)
);
CREATE INDEX reported_case_by_day ON reported_case (decided_on, home_key);
CREATE INDEX reported_case_by_state ON reported_case (state, case_id);

-- Of organisations alone; what was reported last of a day stands.
CREATE TABLE reported_count (
    home_key      TEXT NOT NULL,
    matter        TEXT NOT NULL,
    counted_on    DATE NOT NULL,
    count_id      TEXT NOT NULL,
    organisations BIGINT NOT NULL,
    looked_up     BIGINT NOT NULL,
    PRIMARY KEY (home_key, matter, counted_on)
);
CREATE INDEX reported_count_by_day ON reported_count (counted_on, home_key, matter);

-- Commitments (信用承诺) and reviews of honours (荣誉撤销): each as it stands after its last act.
-- All derived: every act holds the row that follows.

CREATE TABLE commitment (
    subject_key   TEXT NOT NULL,
    commitment_id TEXT NOT NULL,
    kind          TEXT NOT NULL,
    authority     TEXT NOT NULL,
    state         TEXT NOT NULL,
    open          BIGINT NOT NULL,
    made_on       DATE NOT NULL,
    check_on      DATE NOT NULL,
    concluded_on  DATE,
    content       TEXT NOT NULL,
    PRIMARY KEY (subject_key, commitment_id)
);
CREATE INDEX commitment_open_at ON commitment (authority, commitment_id) WHERE open = 1;

-- The way from an opaque id to its subject.
CREATE TABLE commitment_home (
    commitment_id TEXT NOT NULL PRIMARY KEY,
    subject_key   TEXT NOT NULL
);

CREATE TABLE honour_review (
    subject_key TEXT NOT NULL,
    review_id   TEXT NOT NULL,
    honour_id   TEXT NOT NULL,
    listing_id  TEXT NOT NULL,
    authority   TEXT NOT NULL,
    state       TEXT NOT NULL,
    open        BIGINT NOT NULL,
    content     TEXT NOT NULL,
    PRIMARY KEY (subject_key, review_id)
);
CREATE UNIQUE INDEX honour_review_once ON honour_review (subject_key, honour_id, listing_id);
CREATE INDEX honour_review_open_at ON honour_review (authority, review_id) WHERE open = 1;

CREATE TABLE honour_review_home (
    review_id   TEXT NOT NULL PRIMARY KEY,
    subject_key TEXT NOT NULL
);

-- Inspection plans (抽查计划), with their organisations and draw as JSON. Homed at the authority.

CREATE TABLE inspection_plan (
    home_key TEXT NOT NULL,
    plan_id  TEXT NOT NULL,
    from_on  DATE NOT NULL,
    facts    TEXT NOT NULL,
    PRIMARY KEY (home_key, plan_id)
);

-- Consents (授权同意): a subject lets one bank read chosen items. All derived: every act holds the
-- row that follows.

CREATE TABLE consent (
    subject_key TEXT NOT NULL,
    consent_id  TEXT NOT NULL,
    bank        TEXT NOT NULL,
    purpose     TEXT NOT NULL,
    from_on     DATE NOT NULL,
    through_on  DATE NOT NULL,
    ended_on    DATE,
    content     TEXT NOT NULL,
    PRIMARY KEY (subject_key, consent_id)
);
CREATE INDEX consent_by_bank ON consent (bank, consent_id);

-- The way from an opaque id to its subject.
CREATE TABLE consent_home (
    consent_id  TEXT NOT NULL PRIMARY KEY,
    subject_key TEXT NOT NULL
);

-- Tips (举报): homed at the authority that handles them. All derived: every act holds the row. No
-- table that answers for a subject refers to these, and no index leads from a subject here.

CREATE TABLE tip (
    home_key TEXT NOT NULL,
    tip_id   TEXT NOT NULL,
    receipt  TEXT NOT NULL,
    state    TEXT NOT NULL,
    open     BIGINT NOT NULL,
    content  TEXT NOT NULL,
    PRIMARY KEY (home_key, tip_id)
);
CREATE INDEX tip_by_id ON tip (tip_id);
CREATE INDEX tip_by_receipt ON tip (receipt);

CREATE TABLE tip_opening (
    home_key   TEXT NOT NULL,
    tip_id     TEXT NOT NULL,
    opening_id TEXT NOT NULL,
    account    TEXT NOT NULL,
    reason     TEXT NOT NULL,
    opened_at  BIGINT NOT NULL,
    PRIMARY KEY (home_key, tip_id, opening_id)
);

CREATE TABLE tip_key (
    home_key   TEXT NOT NULL,
    act_id     TEXT NOT NULL,
    key_id     TEXT NOT NULL,
    point      TEXT NOT NULL,
    from_on    DATE NOT NULL,
    through_on DATE NOT NULL,
    PRIMARY KEY (home_key, act_id)
);

CREATE TABLE tip_handlers (
    home_key TEXT NOT NULL PRIMARY KEY,
    accounts TEXT NOT NULL,
    act_id   TEXT NOT NULL
);
