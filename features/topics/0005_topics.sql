-- Topics 议题 of a plan, and the bodies that answer for them or take part.
CREATE TABLE topic (
    id TEXT PRIMARY KEY,
    plan_id TEXT NOT NULL REFERENCES plan (id),
    position {{int}} NOT NULL,
    number {{int}} NOT NULL,
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    period TEXT NOT NULL,
    month {{int}} CHECK (month BETWEEN 1 AND 12),
    line {{int}} NOT NULL,
    version {{int}} NOT NULL CHECK (version > 0),
    updated_at_ms {{int}} NOT NULL,
    UNIQUE (plan_id, position)
) {{strict}};

CREATE TABLE topic_body (
    topic_id TEXT NOT NULL REFERENCES topic (id),
    part TEXT NOT NULL CHECK (part IN ('responsible', 'participating')),
    position {{int}} NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (topic_id, part, position)
) {{strict}};
