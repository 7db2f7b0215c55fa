-- Listings (列入): each as it stands after its last act, and the acts that brought it there.
-- All derived: every act of a listing holds the row that follows from it.

CREATE TABLE listing (
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
);

-- The way from a listing's opaque id to its subject.
CREATE TABLE listing_home (
    listing_id  TEXT NOT NULL PRIMARY KEY,
    subject_key TEXT NOT NULL
);

CREATE TABLE listing_step (
    subject_key TEXT NOT NULL,
    listing_id  TEXT NOT NULL,
    act_id      TEXT NOT NULL,
    step        TEXT NOT NULL,
    happened_on DATE NOT NULL,
    PRIMARY KEY (subject_key, listing_id, act_id)
);
