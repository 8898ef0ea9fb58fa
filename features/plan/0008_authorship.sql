-- Who did what in a correction 校正; null where a row is from before this was told.
ALTER TABLE plan_correction ADD COLUMN authorship TEXT;

ALTER TABLE plan_ignored ADD COLUMN at_ms {{int}};
ALTER TABLE plan_ignored ADD COLUMN by_id TEXT;
ALTER TABLE plan_ignored ADD COLUMN by_name TEXT;

-- Words 自拟 that a person wrote where the plan's document says others, or nothing. topic: its place, from 0; -1: the plan's own.
CREATE TABLE plan_own_words (
    plan_id TEXT NOT NULL REFERENCES plan (id),
    position {{int}} NOT NULL,
    topic {{int}} NOT NULL,
    field TEXT NOT NULL,
    words TEXT NOT NULL,
    document TEXT NOT NULL,
    at_ms {{int}} NOT NULL,
    by_id TEXT NOT NULL,
    by_name TEXT NOT NULL,
    PRIMARY KEY (plan_id, position)
) {{strict}};
