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
