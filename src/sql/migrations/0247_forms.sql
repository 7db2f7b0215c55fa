-- Forms that an account filled in and has not sent (未提交的表单), sealed. Not derived, never
-- rebuilt.

CREATE TABLE unsent_form (
    account    TEXT NOT NULL,
    form       BYTES NOT NULL,
    saved_at   BIGINT NOT NULL,
    through_on DATE NOT NULL,
    sealed     BYTES NOT NULL,
    PRIMARY KEY (account, form)
);
CREATE INDEX unsent_form_through ON unsent_form (through_on);
