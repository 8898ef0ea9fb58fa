-- Second factors. The secret of the codes is a sealed value (person, id, totp); here stands which step was taken last,
-- so that none is taken twice. A factor that an administrator removed stays as a row until the person has been told.
CREATE TABLE second_factor (
    person_id TEXT PRIMARY KEY REFERENCES person (id),
    added_at_ms {{int}} NOT NULL,
    last_step {{int}} NOT NULL,
    removed_at_ms {{int}},
    removed_by_name TEXT,
    CHECK ((removed_at_ms IS NULL) = (removed_by_name IS NULL))
) {{strict}};

-- Codes stand as SHA-256 only, each with its person.
CREATE TABLE recovery_code (
    person_id TEXT NOT NULL REFERENCES person (id),
    code_sha256 TEXT NOT NULL CHECK (length(code_sha256) = 64),
    used_at_ms {{int}},
    PRIMARY KEY (person_id, code_sha256)
) {{strict}};

-- Sign-ins whose first step was right and which wait for the code of the second: no sessions yet.
CREATE TABLE second_step (
    token_sha256 TEXT PRIMARY KEY CHECK (length(token_sha256) = 64),
    person_id TEXT NOT NULL REFERENCES person (id),
    person_version {{int}} NOT NULL,
    means TEXT NOT NULL,
    expires_at_ms {{int}} NOT NULL
) {{strict}};

CREATE INDEX second_step_by_person ON second_step (person_id);
CREATE INDEX second_step_by_expiry ON second_step (expires_at_ms);
