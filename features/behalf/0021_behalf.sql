-- Acts on behalf 代办: who acted, for whom, what; those who are told of it; what became of it, step by step (ADR 0004).
-- Scans of the papers of bodies without an account lie in the file store under sha256.
CREATE TABLE behalf_scan (
    id TEXT PRIMARY KEY,
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
    file_name TEXT NOT NULL,
    size {{int}} NOT NULL CHECK (size > 0),
    media_type TEXT NOT NULL,
    uploaded_at_ms {{int}} NOT NULL,
    uploaded_by TEXT NOT NULL,
    uploaded_by_name TEXT NOT NULL,
    version {{int}} NOT NULL
) {{strict}};

CREATE TABLE behalf_act (
    id TEXT PRIMARY KEY,
    by_id TEXT NOT NULL,
    by_name TEXT NOT NULL,
    person_id TEXT,
    body TEXT NOT NULL,
    organisation_id TEXT,
    for_name TEXT NOT NULL,
    deed TEXT NOT NULL,
    object_kind TEXT NOT NULL,
    object_id TEXT NOT NULL,
    object_version {{int}} NOT NULL,
    about TEXT NOT NULL,
    fields TEXT NOT NULL,
    scan_id TEXT REFERENCES behalf_scan (id),
    paper_day TEXT,
    state TEXT NOT NULL CHECK (state IN ('told', 'seen', 'objected', 'answered', 'settled')),
    version {{int}} NOT NULL CHECK (version > 0),
    acted_at_ms {{int}} NOT NULL,
    updated_at_ms {{int}} NOT NULL,
    CHECK ((person_id IS NULL) = (body <> '')),
    CHECK (body = '' OR (scan_id IS NOT NULL AND paper_day IS NOT NULL))
) {{strict}};

CREATE INDEX behalf_act_by_time ON behalf_act (acted_at_ms, id);
CREATE INDEX behalf_act_by_object ON behalf_act (object_kind, object_id);

CREATE TABLE behalf_told (
    act_id TEXT NOT NULL REFERENCES behalf_act (id),
    person_id TEXT NOT NULL,
    PRIMARY KEY (act_id, person_id)
) {{strict}};

CREATE INDEX behalf_told_by_person ON behalf_told (person_id);

CREATE TABLE behalf_step (
    act_id TEXT NOT NULL REFERENCES behalf_act (id),
    version {{int}} NOT NULL,
    at_ms {{int}} NOT NULL,
    by_id TEXT NOT NULL,
    by_name TEXT NOT NULL,
    action TEXT NOT NULL,
    from_state TEXT NOT NULL,
    to_state TEXT NOT NULL,
    words TEXT NOT NULL,
    PRIMARY KEY (act_id, version)
) {{strict}};
