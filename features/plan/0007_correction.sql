-- The unfinished correction 校正 of a plan document's reading, one a document; and who has it open.
CREATE TABLE plan_correction (
    document_id TEXT PRIMARY KEY REFERENCES plan_document (id),
    content TEXT NOT NULL,
    version {{int}} NOT NULL CHECK (version > 1),
    updated_at_ms {{int}} NOT NULL,
    updated_by TEXT NOT NULL,
    updated_by_name TEXT NOT NULL
) {{strict}};

CREATE TABLE plan_correction_visit (
    document_id TEXT NOT NULL REFERENCES plan_document (id),
    window_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    person_name TEXT NOT NULL,
    seen_at_ms {{int}} NOT NULL,
    PRIMARY KEY (document_id, window_id)
) {{strict}};

-- Words of the document that a person took into no part of the plan, with the reason.
CREATE TABLE plan_ignored (
    plan_id TEXT NOT NULL REFERENCES plan (id),
    position {{int}} NOT NULL,
    line {{int}} NOT NULL,
    sheet TEXT NOT NULL,
    body TEXT NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (plan_id, position)
) {{strict}};
