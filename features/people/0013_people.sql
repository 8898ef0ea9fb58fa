-- The register 人员与机构: persons with or without an account (of the same id as person.id), organisations, terms 届,
-- posts and who holds them, memberships of a term. Days are ISO 8601 texts. Contacts are not kept here.
CREATE TABLE registered_person (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    stroke_key TEXT NOT NULL,
    pinyin_key TEXT NOT NULL,
    search_text TEXT NOT NULL,
    sex TEXT NOT NULL,
    birth_month TEXT,
    ethnic_group TEXT,
    party TEXT,
    education TEXT,
    invented {{bool}} NOT NULL,
    version {{int}} NOT NULL CHECK (version > 0),
    updated_at_ms {{int}} NOT NULL
) {{strict}};

CREATE INDEX registered_person_by_strokes ON registered_person (stroke_key, id);
CREATE INDEX registered_person_by_pinyin ON registered_person (pinyin_key, id);

CREATE TABLE former_name (
    person_id TEXT NOT NULL REFERENCES registered_person (id),
    position {{int}} NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (person_id, position)
) {{strict}};

CREATE TABLE organisation (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    short_name TEXT NOT NULL,
    code TEXT NOT NULL UNIQUE,
    parent_id TEXT REFERENCES organisation (id),
    from_day TEXT NOT NULL,
    until_day TEXT CHECK (until_day >= from_day),
    invented {{bool}} NOT NULL,
    version {{int}} NOT NULL CHECK (version > 0),
    updated_at_ms {{int}} NOT NULL
) {{strict}};

CREATE TABLE term (
    id TEXT PRIMARY KEY,
    number {{int}} NOT NULL UNIQUE CHECK (number > 0),
    from_day TEXT NOT NULL,
    until_day TEXT CHECK (until_day >= from_day),
    version {{int}} NOT NULL CHECK (version > 0),
    updated_at_ms {{int}} NOT NULL
) {{strict}};

CREATE TABLE post (
    id TEXT PRIMARY KEY,
    organisation_id TEXT NOT NULL REFERENCES organisation (id),
    title TEXT NOT NULL,
    single_seat {{bool}} NOT NULL,
    version {{int}} NOT NULL CHECK (version > 0),
    updated_at_ms {{int}} NOT NULL
) {{strict}};

CREATE INDEX post_by_organisation ON post (organisation_id);

CREATE TABLE tenure (
    id TEXT PRIMARY KEY,
    post_id TEXT NOT NULL REFERENCES post (id),
    person_id TEXT NOT NULL REFERENCES registered_person (id),
    from_day TEXT NOT NULL,
    until_day TEXT CHECK (until_day >= from_day),
    version {{int}} NOT NULL CHECK (version > 0),
    updated_at_ms {{int}} NOT NULL
) {{strict}};

CREATE INDEX tenure_by_post ON tenure (post_id);
CREATE INDEX tenure_by_person ON tenure (person_id);

CREATE TABLE membership (
    id TEXT PRIMARY KEY,
    term_id TEXT NOT NULL REFERENCES term (id),
    person_id TEXT NOT NULL REFERENCES registered_person (id),
    sector_id TEXT NOT NULL REFERENCES organisation (id),
    group_id TEXT REFERENCES organisation (id),
    state TEXT NOT NULL CHECK (state IN ('active', 'invited', 'suspended', 'former')),
    version {{int}} NOT NULL CHECK (version > 0),
    updated_at_ms {{int}} NOT NULL,
    UNIQUE (term_id, person_id)
) {{strict}};

CREATE INDEX membership_by_person ON membership (person_id);
CREATE INDEX membership_by_sector ON membership (sector_id);

-- No state moves without its step (ADR 0004).
CREATE TABLE membership_step (
    membership_id TEXT NOT NULL REFERENCES membership (id),
    version {{int}} NOT NULL,
    at_ms {{int}} NOT NULL,
    by_id TEXT NOT NULL,
    by_name TEXT NOT NULL,
    action TEXT NOT NULL,
    from_state TEXT NOT NULL,
    to_state TEXT NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (membership_id, version)
) {{strict}};
