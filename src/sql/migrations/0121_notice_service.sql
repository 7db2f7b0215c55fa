-- How notices were served, and what a subject agreed to. All derived.

-- One row for each act about the service of a notice: served, failed, read.
CREATE TABLE notice_service (
    subject_key TEXT NOT NULL,
    notice_id TEXT NOT NULL,
    act_id TEXT NOT NULL,
    outcome TEXT NOT NULL,
    method TEXT NOT NULL,
    happened_on DATE NOT NULL,
    counts_from DATE,
    PRIMARY KEY (subject_key, notice_id, act_id)
);

-- Consent to electronic service; withdrawn_on is the first day without it.
CREATE TABLE notice_consent (
    subject_key TEXT NOT NULL,
    consent_id TEXT NOT NULL,
    given_on DATE NOT NULL,
    withdrawn_on DATE,
    PRIMARY KEY (subject_key, consent_id)
);

-- The channels to which the subject gave an address. The address itself stands in notice_address.
CREATE TABLE notice_channel (
    subject_key TEXT NOT NULL,
    channel TEXT NOT NULL,
    opened_on DATE NOT NULL,
    act_id TEXT NOT NULL,
    PRIMARY KEY (subject_key, channel)
);
