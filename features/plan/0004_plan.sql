-- Plan documents 计划文件 as they were handed in (the bytes lie in the file store under sha256), and the plans made from them.
CREATE TABLE plan_document (
    id TEXT PRIMARY KEY,
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
    file_name TEXT NOT NULL,
    size {{int}} NOT NULL CHECK (size > 0),
    encoding TEXT NOT NULL,
    uploaded_at_ms {{int}} NOT NULL,
    uploaded_by TEXT NOT NULL,
    uploaded_by_name TEXT NOT NULL,
    version {{int}} NOT NULL
) {{strict}};

CREATE TABLE plan (
    id TEXT PRIMARY KEY,
    document_id TEXT REFERENCES plan_document (id),
    title TEXT NOT NULL,
    committee TEXT NOT NULL,
    year {{int}} CHECK (year BETWEEN 1949 AND 2999),
    draft {{bool}} NOT NULL,
    state TEXT NOT NULL,
    version {{int}} NOT NULL CHECK (version > 0),
    created_at_ms {{int}} NOT NULL,
    created_by TEXT NOT NULL,
    created_by_name TEXT NOT NULL,
    updated_at_ms {{int}} NOT NULL
) {{strict}};

CREATE INDEX plan_by_change ON plan (updated_at_ms, id);
CREATE INDEX plan_by_year ON plan (year, id);

CREATE TABLE plan_section (
    plan_id TEXT NOT NULL REFERENCES plan (id),
    position {{int}} NOT NULL,
    heading TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (plan_id, position)
) {{strict}};

-- No state moves without its step (ADR 0004).
CREATE TABLE plan_step (
    plan_id TEXT NOT NULL REFERENCES plan (id),
    version {{int}} NOT NULL,
    at_ms {{int}} NOT NULL,
    by_id TEXT NOT NULL,
    by_name TEXT NOT NULL,
    action TEXT NOT NULL,
    from_state TEXT NOT NULL,
    to_state TEXT NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (plan_id, version)
) {{strict}};
