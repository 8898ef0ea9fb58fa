-- When a passkey was last shown in a session, which stands for both factors.
ALTER TABLE session ADD COLUMN passkey_shown_at_ms {{int}};

-- The session of whoever is signed in already and signs in anew at the provider, to show who he is.
ALTER TABLE oidc_begun ADD COLUMN session_sha256 TEXT;
