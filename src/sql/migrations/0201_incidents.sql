-- Leak incidents (信息泄露事件), and whom they concern. All derived from acts; nothing of it is
-- public.

CREATE TABLE incident (
    home_key      TEXT NOT NULL,
    incident_id   TEXT NOT NULL,
    authority     TEXT NOT NULL,
    kinds         TEXT NOT NULL,
    cause         TEXT NOT NULL,
    harm          TEXT NOT NULL,
    steps         TEXT NOT NULL,
    protection    TEXT NOT NULL,
    contact       TEXT NOT NULL,
    discovered_on DATE NOT NULL,
    opened_on     DATE NOT NULL,
    report_due_on DATE NOT NULL,
    tell_due_on   DATE,
    reported_on   DATE,
    reported_to   TEXT NOT NULL,
    excepted_on   DATE,
    ordered_on    DATE,
    completed_on  DATE,
    overdue_on    DATE,
    closed_on     DATE,
    PRIMARY KEY (home_key, incident_id)
);
CREATE INDEX incident_by_id ON incident (incident_id);

CREATE TABLE incident_subject (
    subject_key  TEXT NOT NULL,
    incident_id  TEXT NOT NULL,
    home_key     TEXT NOT NULL,
    state        TEXT NOT NULL,
    items        TEXT NOT NULL,
    noted_on     DATE NOT NULL,
    told_on      DATE,
    notice_id    TEXT NOT NULL,
    unreached_on DATE,
    PRIMARY KEY (subject_key, incident_id)
);
CREATE INDEX incident_subject_by_incident ON incident_subject (incident_id, subject_key);
