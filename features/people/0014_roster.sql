-- Imports of rosters 名册. The file lies sealed in sealed_value (roster_import/<id>/file), as it holds contacts; its digest
-- tells which it was. options and result are JSON without contacts; seen: 8 bytes for each row, what the office was shown.
ALTER TABLE registered_person ADD COLUMN unit TEXT;
ALTER TABLE registered_person ADD COLUMN job TEXT;

CREATE TABLE roster_import (
    id TEXT PRIMARY KEY,
    sha256 TEXT NOT NULL,
    file_name TEXT NOT NULL,
    size {{int}} NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'imported', 'discarded')),
    options TEXT NOT NULL,
    seen {{blob}},
    result TEXT NOT NULL,
    uploaded_at_ms {{int}} NOT NULL,
    uploaded_by TEXT NOT NULL,
    uploaded_by_name TEXT NOT NULL,
    version {{int}} NOT NULL CHECK (version > 0),
    updated_at_ms {{int}} NOT NULL
) {{strict}};

CREATE INDEX roster_import_by_upload ON roster_import (uploaded_at_ms, id);
