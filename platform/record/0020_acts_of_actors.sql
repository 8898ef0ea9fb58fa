-- What one person did of one kind: where the kind is common and the person seldom does it, neither index of before finds it soon.
CREATE INDEX event_by_actor_and_action ON event (actor_id, action, at_ms, sequence);
