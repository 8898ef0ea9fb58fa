-- The record (ADR 0010): one event a change, append-only; salt and content beside it, so that a lawful deletion of content
-- leaves the commitment, and with it the proof, valid.
CREATE TABLE event (
    sequence {{int}} PRIMARY KEY CHECK (sequence > 0),
    at_ms {{int}} NOT NULL,
    actor_id TEXT NOT NULL,
    actor_roles {{int}} NOT NULL,
    action TEXT NOT NULL,
    subject_kind TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    subject_version {{int}} NOT NULL,
    commitment TEXT NOT NULL CHECK (length(commitment) = 64)
) {{strict}};

CREATE INDEX event_by_subject ON event (subject_kind, subject_id, sequence);

CREATE TABLE event_content (
    sequence {{int}} PRIMARY KEY REFERENCES event (sequence),
    salt {{blob}} NOT NULL,
    content TEXT NOT NULL
) {{strict}};

-- only sqlite
CREATE TRIGGER event_is_never_changed BEFORE UPDATE ON event
BEGIN
    SELECT RAISE(ABORT, 'the record is append-only');
END;

CREATE TRIGGER event_is_never_deleted BEFORE DELETE ON event
BEGIN
    SELECT RAISE(ABORT, 'the record is append-only');
END;
-- end only

-- only postgres
CREATE FUNCTION refuse_change_of_the_record() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the record is append-only' USING ERRCODE = 'check_violation';
END;
$$;

CREATE TRIGGER event_is_never_changed BEFORE UPDATE OR DELETE ON event
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_the_record();
-- end only
