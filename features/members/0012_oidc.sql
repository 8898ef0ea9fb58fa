-- Signing in at a provider (OpenID Connect). Tokens stand as SHA-256 only: who reads the database can finish no
-- sign-in that another has begun.
CREATE TABLE oidc_begun (
    state_sha256 TEXT PRIMARY KEY CHECK (length(state_sha256) = 64),
    browser_sha256 TEXT NOT NULL CHECK (length(browser_sha256) = 64),
    redirect_uri TEXT NOT NULL,
    back TEXT NOT NULL,
    link_sha256 TEXT,
    address TEXT NOT NULL,
    expires_at_ms {{int}} NOT NULL
) {{strict}};

CREATE INDEX oidc_begun_by_expiry ON oidc_begun (expires_at_ms);
CREATE INDEX oidc_begun_by_address ON oidc_begun (address);

-- Who a provider's subject is here: one account a subject, and one subject of a provider an account.
CREATE TABLE oidc_identity (
    issuer TEXT NOT NULL,
    subject TEXT NOT NULL,
    person_id TEXT NOT NULL REFERENCES person (id),
    linked_at_ms {{int}} NOT NULL,
    PRIMARY KEY (issuer, subject),
    UNIQUE (issuer, person_id)
) {{strict}};

-- One-time links that tie whoever signs in at the provider to an account.
CREATE TABLE oidc_link (
    token_sha256 TEXT PRIMARY KEY CHECK (length(token_sha256) = 64),
    person_id TEXT NOT NULL REFERENCES person (id),
    expires_at_ms {{int}} NOT NULL,
    used_at_ms {{int}}
) {{strict}};
