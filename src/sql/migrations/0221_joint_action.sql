-- Joint actions (联合奖惩发起): which listings were started, so that none is started twice.

CREATE TABLE joint_action (
    subject_key TEXT NOT NULL,
    listing_id  TEXT NOT NULL,
    act_id      TEXT NOT NULL,
    started_on  DATE NOT NULL,
    PRIMARY KEY (subject_key, listing_id)
);
