-- Values encrypted at rest (platform/sealing); the keys lie in a file outside of the database.
-- The keys that this database has met, without their secrets. The one with the highest number seals; numbers only grow, so no
-- node with an old key file can turn a rotation back. A retired key stays listed and never comes back.
CREATE TABLE sealing_key (
    key_id TEXT PRIMARY KEY,
    number {{int}} NOT NULL UNIQUE CHECK (number > 0),
    suite TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    made_at_ms {{int}} NOT NULL,
    retired_at_ms {{int}}
) {{strict}};

-- finder: HMAC of the value, for fields that are looked up by their exact value.
CREATE TABLE sealed_value (
    subject_kind TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    field TEXT NOT NULL,
    version {{int}} NOT NULL CHECK (version > 0),
    key_id TEXT NOT NULL REFERENCES sealing_key (key_id),
    box {{blob}} NOT NULL,
    finder {{blob}},
    PRIMARY KEY (subject_kind, subject_id, field)
) {{strict}};

CREATE INDEX sealed_value_by_key ON sealed_value (key_id);
CREATE INDEX sealed_value_by_finder ON sealed_value (subject_kind, field, finder);
