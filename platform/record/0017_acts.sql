-- Who did what, when, to which object: the lists of the auditor at a million events. Each narrows by one thing and is read in
-- the order of time.
CREATE INDEX event_by_time ON event (at_ms, sequence);
CREATE INDEX event_by_actor ON event (actor_id, at_ms, sequence);
CREATE INDEX event_by_action ON event (action, at_ms, sequence);
CREATE INDEX event_by_kind ON event (subject_kind, at_ms, sequence);
CREATE INDEX event_by_id ON event (subject_id, at_ms, sequence);
