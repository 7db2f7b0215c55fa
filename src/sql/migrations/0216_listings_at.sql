-- What an authority has at one step, for its clerks.

CREATE INDEX listing_at ON listing (authority, state, listing_id);
