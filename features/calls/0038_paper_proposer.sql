-- Of a paper: the person of the register who suggested it, so that it is his as what he hands in himself; empty: somebody whom the
-- register does not know, or a body.
ALTER TABLE suggestion ADD COLUMN for_id TEXT NOT NULL DEFAULT '';
