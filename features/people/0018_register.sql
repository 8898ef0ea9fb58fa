-- Posts that a re-election 换届 ends, and the salt of the digest by which the record holds a person's words
-- without telling them: a new one with each change, so that a digest of before says nothing any more.
ALTER TABLE post ADD COLUMN term_bound {{bool}} NOT NULL DEFAULT FALSE;
ALTER TABLE registered_person ADD COLUMN salt TEXT NOT NULL DEFAULT '';
