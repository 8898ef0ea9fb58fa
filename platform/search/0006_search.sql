-- What the search finds: one row a thing that has a page. A copy of what stands elsewhere, made in the transaction of each change; it can
-- be made anew at any time. `place` is at_ms * 2^20 and a tie, so the newest first is the order of the key.
CREATE TABLE search_entry (
    place {{int}} PRIMARY KEY,
    kind TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    year {{int}},
    audience {{int}} NOT NULL,
    state TEXT NOT NULL,
    context TEXT NOT NULL,
    title TEXT NOT NULL,
    body TEXT NOT NULL,
    at_ms {{int}} NOT NULL,
    UNIQUE (kind, subject_id)
) {{strict}};

-- Whether the entries are complete, and how they were folded.
CREATE TABLE search_state (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) {{strict}};

-- only sqlite
CREATE VIRTUAL TABLE search_gram USING fts5(text, content='', detail=none, columnsize=0, tokenize='grams');
-- end only
-- only postgres
ALTER TABLE search_entry ADD COLUMN grams TSVECTOR NOT NULL;
CREATE INDEX search_entry_by_gram ON search_entry USING gin (grams) WITH (gin_pending_list_limit = 256);
-- end only
