-- What was answered under an Idempotency-Key, kept in the transaction of what it answers (ADR 0006).
-- status 0 stands only inside of that transaction: the key is claimed, the answer comes before the commit.
CREATE TABLE kept_answer (
    actor_id TEXT NOT NULL,
    request_key TEXT NOT NULL,
    request_sha256 TEXT NOT NULL,
    status {{int}} NOT NULL,
    headers TEXT NOT NULL,
    body TEXT NOT NULL,
    created_at_ms {{int}} NOT NULL,
    PRIMARY KEY (actor_id, request_key)
) {{strict}};

CREATE INDEX kept_answer_by_age ON kept_answer (created_at_ms);
