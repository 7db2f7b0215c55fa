-- Look-ups of one commit, until they are settled into `lookup`: one row at the end of the table, so
-- that an answer waits for one page on its way to the disk and not for one page of every index and
-- look-up. On Citus distributed by block_id.
CREATE TABLE lookup_block (
    block_id TEXT NOT NULL,
    entries  BYTES NOT NULL,
    PRIMARY KEY (block_id)
);
