-- Notices that are served by a step of their own and are not served yet (待送达): there with the
-- notice, gone with its service. All derived.

CREATE TABLE notice_unserved (
    subject_key TEXT NOT NULL,
    notice_id   TEXT NOT NULL,
    authority   TEXT NOT NULL,
    PRIMARY KEY (subject_key, notice_id)
);
CREATE INDEX notice_unserved_at ON notice_unserved (authority, notice_id);

CREATE INDEX complaint_concluded_at ON complaint (unit, complaint_id) WHERE open = 0;

CREATE INDEX order_standing_at ON restraint_order (authority, order_id) WHERE ended_on IS NULL;
