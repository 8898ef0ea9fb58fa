-- An import 导入 is a plan document of which no plan was made yet; the office may discard it with a reason, and restore it.
ALTER TABLE plan_document ADD COLUMN state TEXT NOT NULL DEFAULT 'kept';

-- No state moves without its step (ADR 0004).
CREATE TABLE plan_document_step (
    document_id TEXT NOT NULL REFERENCES plan_document (id),
    version {{int}} NOT NULL,
    at_ms {{int}} NOT NULL,
    by_id TEXT NOT NULL,
    by_name TEXT NOT NULL,
    action TEXT NOT NULL,
    from_state TEXT NOT NULL,
    to_state TEXT NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (document_id, version)
) {{strict}};

CREATE INDEX plan_document_by_bytes ON plan_document (sha256);
CREATE INDEX plan_document_by_upload ON plan_document (uploaded_at_ms, id);
CREATE INDEX plan_by_document ON plan (document_id);
