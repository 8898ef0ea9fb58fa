-- Passkeys (W3C Web Authentication): public keys alone, so whoever reads the database can sign in nowhere with them.
CREATE TABLE passkey (
    id TEXT PRIMARY KEY,
    person_id TEXT NOT NULL REFERENCES person (id),
    name TEXT NOT NULL,
    site TEXT NOT NULL,
    credential_id TEXT NOT NULL,
    algorithm {{int}} NOT NULL,
    public_key TEXT NOT NULL,
    counter {{int}} NOT NULL CHECK (counter >= 0),
    made_at_ms {{int}} NOT NULL,
    used_at_ms {{int}},
    UNIQUE (site, credential_id)
) {{strict}};

CREATE INDEX passkey_by_person ON passkey (person_id);

-- Ceremonies that were begun. Holder: the session in which a passkey is being added, or the browser that signs in.
CREATE TABLE passkey_challenge (
    challenge_sha256 TEXT PRIMARY KEY CHECK (length(challenge_sha256) = 64),
    holder_sha256 TEXT NOT NULL CHECK (length(holder_sha256) = 64),
    purpose TEXT NOT NULL,
    address TEXT NOT NULL,
    expires_at_ms {{int}} NOT NULL
) {{strict}};

CREATE INDEX passkey_challenge_by_expiry ON passkey_challenge (expires_at_ms);
CREATE INDEX passkey_challenge_by_address ON passkey_challenge (address);
