-- How old a password is, which ones a person had before, when a session last proved who it is, and whose a one-time
-- link is.
ALTER TABLE person ADD COLUMN password_set_at_ms {{int}};
UPDATE person SET password_set_at_ms = created_at_ms WHERE password_phc IS NOT NULL;

ALTER TABLE session ADD COLUMN proved_at_ms {{int}} NOT NULL DEFAULT 0;
UPDATE session SET proved_at_ms = created_at_ms;

ALTER TABLE one_time_link ADD COLUMN person_id TEXT REFERENCES person (id);
CREATE INDEX one_time_link_by_person ON one_time_link (person_id);

CREATE TABLE former_password (
    person_id TEXT NOT NULL REFERENCES person (id),
    person_version {{int}} NOT NULL,
    password_phc TEXT NOT NULL,
    PRIMARY KEY (person_id, person_version)
) {{strict}};

-- 三员分立: system administrator (2^18), security administrator (2^19) and auditor (2^17) are three people, and none of
-- them holds another role, whoever writes the row.
-- only sqlite
CREATE TRIGGER administrators_stay_apart BEFORE INSERT ON person
WHEN NEW.roles & 917504 <> 0 AND NEW.roles NOT IN (131072, 262144, 524288)
BEGIN
    SELECT RAISE(ABORT, 'an administrator holds one role');
END;

CREATE TRIGGER administrators_are_kept_apart BEFORE UPDATE ON person
WHEN NEW.roles & 917504 <> 0 AND NEW.roles NOT IN (131072, 262144, 524288)
BEGIN
    SELECT RAISE(ABORT, 'an administrator holds one role');
END;
-- end only

-- only postgres
ALTER TABLE person ADD CONSTRAINT administrators_stay_apart
    CHECK (roles & 917504 = 0 OR roles IN (131072, 262144, 524288));
-- end only
