-- The steps of imports of rosters (ADR 0004). heads_sha256: of the head that the office matched, so that the next file with the
-- same heads begins with the same columns; columns_from: the import whose columns were proposed.
ALTER TABLE roster_import ADD COLUMN heads_sha256 TEXT;
ALTER TABLE roster_import ADD COLUMN columns_from TEXT;

CREATE INDEX roster_import_by_bytes ON roster_import (sha256);
CREATE INDEX roster_import_by_heads ON roster_import (heads_sha256);

CREATE TABLE roster_import_step (
    import_id TEXT NOT NULL REFERENCES roster_import (id),
    version {{int}} NOT NULL,
    at_ms {{int}} NOT NULL,
    by_id TEXT NOT NULL,
    by_name TEXT NOT NULL,
    action TEXT NOT NULL,
    from_state TEXT NOT NULL,
    to_state TEXT NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (import_id, version)
) {{strict}};
