-- Records whose content stands, by kind and by the day from which their five years run: what the
-- register erases by itself is found without reading the others. Law:
-- sd-social-credit-regulation-2020 art. 38.

CREATE INDEX record_by_age
    ON record (kind, COALESCE(conduct_on, decided_on), subject_key, record_id)
 WHERE body <> '';
CREATE INDEX quarantine_by_age
    ON record_quarantine (kind, COALESCE(conduct_on, decided_on), subject_key, record_id)
 WHERE body <> '';
