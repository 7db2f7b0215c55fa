-- The office at which an objection was filed: only who filed it may withdraw it.
ALTER TABLE objection ADD COLUMN filed_by TEXT NOT NULL DEFAULT '';
