-- Amendments 议题调整 of plans: what is proposed, which meeting decided, what each change did; each move with its step.
CREATE TABLE amendment (
    id TEXT PRIMARY KEY,
    plan_id TEXT NOT NULL REFERENCES plan (id),
    reason TEXT NOT NULL,
    changes TEXT NOT NULL,
    decision TEXT NOT NULL,
    applied TEXT NOT NULL,
    state TEXT NOT NULL,
    version {{int}} NOT NULL CHECK (version > 0),
    created_at_ms {{int}} NOT NULL,
    created_by TEXT NOT NULL,
    created_by_name TEXT NOT NULL,
    updated_at_ms {{int}} NOT NULL
) {{strict}};

CREATE INDEX amendment_by_plan ON amendment (plan_id, id);

CREATE TABLE amendment_step (
    amendment_id TEXT NOT NULL REFERENCES amendment (id),
    version {{int}} NOT NULL,
    at_ms {{int}} NOT NULL,
    by_id TEXT NOT NULL,
    by_name TEXT NOT NULL,
    action TEXT NOT NULL,
    from_state TEXT NOT NULL,
    to_state TEXT NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (amendment_id, version)
) {{strict}};
