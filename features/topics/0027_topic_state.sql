-- Where a topic stands in its life; each change with its step.
ALTER TABLE topic ADD COLUMN state TEXT NOT NULL DEFAULT 'shortlisted';

CREATE TABLE topic_step (
    topic_id TEXT NOT NULL REFERENCES topic (id),
    version {{int}} NOT NULL,
    at_ms {{int}} NOT NULL,
    by_id TEXT NOT NULL,
    by_name TEXT NOT NULL,
    action TEXT NOT NULL,
    from_state TEXT NOT NULL,
    to_state TEXT NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (topic_id, version)
) {{strict}};
