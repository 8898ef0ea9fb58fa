-- Calls for topics 议题征集, the suggestions that came in under them, and what became of each. Nothing here is ever deleted:
-- an edit keeps the words before it in suggestion_words, a step says why in suggestion_step.
CREATE TABLE topic_call (
    id TEXT PRIMARY KEY,
    year {{int}} NOT NULL CHECK (year BETWEEN 1949 AND 2999),
    title TEXT NOT NULL,
    guidance TEXT NOT NULL,
    constituencies TEXT NOT NULL,
    opens_on TEXT NOT NULL,
    closes_on TEXT NOT NULL,
    most_suggestions {{int}} NOT NULL CHECK (most_suggestions > 0),
    most_characters {{int}} NOT NULL CHECK (most_characters > 0),
    state TEXT NOT NULL CHECK (state IN ('draft', 'open', 'closed')),
    code TEXT NOT NULL,
    version {{int}} NOT NULL CHECK (version > 0),
    created_at_ms {{int}} NOT NULL,
    created_by TEXT NOT NULL,
    created_by_name TEXT NOT NULL,
    updated_at_ms {{int}} NOT NULL
) {{strict}};

CREATE UNIQUE INDEX topic_call_by_code ON topic_call (code) WHERE code <> '';

CREATE TABLE topic_call_step (
    call_id TEXT NOT NULL REFERENCES topic_call (id),
    version {{int}} NOT NULL,
    at_ms {{int}} NOT NULL,
    by_id TEXT NOT NULL,
    by_name TEXT NOT NULL,
    action TEXT NOT NULL,
    from_state TEXT NOT NULL,
    to_state TEXT NOT NULL,
    reason TEXT NOT NULL,
    closes_on TEXT NOT NULL,
    PRIMARY KEY (call_id, version)
) {{strict}};

CREATE TABLE suggestion (
    id TEXT PRIMARY KEY,
    call_id TEXT NOT NULL REFERENCES topic_call (id),
    title TEXT NOT NULL,
    problem TEXT NOT NULL,
    reason TEXT NOT NULL,
    kind TEXT,
    departments TEXT NOT NULL,
    field TEXT,
    serves TEXT NOT NULL,
    constituency TEXT NOT NULL,
    channel TEXT NOT NULL CHECK (channel IN ('own', 'paper', 'public_')),
    by_id TEXT NOT NULL,
    by_name TEXT NOT NULL,
    for_name TEXT NOT NULL,
    body_id TEXT NOT NULL,
    body_name TEXT NOT NULL,
    paper_day TEXT,
    state TEXT NOT NULL,
    merged_into TEXT REFERENCES suggestion (id),
    passed_to TEXT NOT NULL,
    answer TEXT NOT NULL,
    version {{int}} NOT NULL CHECK (version > 0),
    suggested_at_ms {{int}} NOT NULL,
    updated_at_ms {{int}} NOT NULL,
    CHECK ((channel = 'paper') = (paper_day IS NOT NULL)),
    CHECK ((state = 'merged') = (merged_into IS NOT NULL))
) {{strict}};

CREATE INDEX suggestion_by_call ON suggestion (call_id, suggested_at_ms, id);
CREATE INDEX suggestion_by_time ON suggestion (suggested_at_ms, id);
CREATE INDEX suggestion_by_proposer ON suggestion (by_id);
CREATE INDEX suggestion_by_target ON suggestion (merged_into);

CREATE TABLE suggestion_words (
    suggestion_id TEXT NOT NULL REFERENCES suggestion (id),
    version {{int}} NOT NULL,
    at_ms {{int}} NOT NULL,
    by_id TEXT NOT NULL,
    by_name TEXT NOT NULL,
    title TEXT NOT NULL,
    problem TEXT NOT NULL,
    reason TEXT NOT NULL,
    kind TEXT,
    departments TEXT NOT NULL,
    field TEXT,
    serves TEXT NOT NULL,
    PRIMARY KEY (suggestion_id, version)
) {{strict}};

CREATE TABLE suggestion_step (
    suggestion_id TEXT NOT NULL REFERENCES suggestion (id),
    version {{int}} NOT NULL,
    at_ms {{int}} NOT NULL,
    by_id TEXT NOT NULL,
    by_name TEXT NOT NULL,
    action TEXT NOT NULL,
    from_state TEXT NOT NULL,
    to_state TEXT NOT NULL,
    reason TEXT NOT NULL,
    passed_to TEXT NOT NULL,
    target_id TEXT REFERENCES suggestion (id),
    PRIMARY KEY (suggestion_id, version)
) {{strict}};

CREATE TABLE suggestion_comment (
    id TEXT PRIMARY KEY,
    suggestion_id TEXT NOT NULL REFERENCES suggestion (id),
    at_ms {{int}} NOT NULL,
    by_id TEXT NOT NULL,
    by_name TEXT NOT NULL,
    words TEXT NOT NULL
) {{strict}};

CREATE INDEX suggestion_comment_by_suggestion ON suggestion_comment (suggestion_id, at_ms, id);

-- Whether both proposers consent that one is merged into the other. `is_over`: it has its result, or it was taken.
CREATE TABLE suggestion_merge (
    id TEXT PRIMARY KEY,
    suggestion_id TEXT NOT NULL REFERENCES suggestion (id),
    target_id TEXT NOT NULL REFERENCES suggestion (id),
    reason TEXT NOT NULL,
    asked_at_ms {{int}} NOT NULL,
    asked_by TEXT NOT NULL,
    asked_by_name TEXT NOT NULL,
    is_over {{bool}} NOT NULL,
    CHECK (suggestion_id <> target_id)
) {{strict}};

CREATE INDEX suggestion_merge_by_suggestion ON suggestion_merge (suggestion_id);
CREATE INDEX suggestion_merge_by_target ON suggestion_merge (target_id);

CREATE TABLE suggestion_consent (
    merge_id TEXT NOT NULL REFERENCES suggestion_merge (id),
    side TEXT NOT NULL CHECK (side IN ('merged', 'target')),
    agrees {{bool}} NOT NULL,
    words TEXT NOT NULL,
    at_ms {{int}} NOT NULL,
    by_id TEXT NOT NULL,
    by_name TEXT NOT NULL,
    PRIMARY KEY (merge_id, side)
) {{strict}};

-- With the code whose SHA-256 this is, who has no account reads what became of it.
CREATE TABLE suggestion_code (
    code_sha256 TEXT PRIMARY KEY CHECK (length(code_sha256) = 64),
    suggestion_id TEXT NOT NULL REFERENCES suggestion (id),
    made_at_ms {{int}} NOT NULL
) {{strict}};
