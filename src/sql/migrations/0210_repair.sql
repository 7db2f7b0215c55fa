-- Who brought an application for repair, and the item that an objection to its result hangs on.

ALTER TABLE repair_case ADD COLUMN filed_by TEXT NOT NULL DEFAULT '';
ALTER TABLE repair_case ADD COLUMN filed_at TEXT NOT NULL DEFAULT '';
ALTER TABLE objection ADD COLUMN item_id TEXT NOT NULL DEFAULT '';

-- The matter that a file was given for, and the authority that gave it; empty for the subject.
ALTER TABLE evidence ADD COLUMN about_kind TEXT NOT NULL DEFAULT '';
ALTER TABLE evidence ADD COLUMN about_id TEXT NOT NULL DEFAULT '';
ALTER TABLE evidence ADD COLUMN given_by TEXT NOT NULL DEFAULT '';
