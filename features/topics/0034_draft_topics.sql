-- What a draft's topics came from: the suggestion that was taken, the topic of an earlier plan; and the field that each lies in.
ALTER TABLE topic ADD COLUMN field TEXT;
ALTER TABLE topic ADD COLUMN carried_from TEXT REFERENCES topic (id);

-- One suggestion becomes one topic.
CREATE TABLE topic_suggestion (
    suggestion_id TEXT PRIMARY KEY REFERENCES suggestion (id),
    topic_id TEXT NOT NULL REFERENCES topic (id),
    at_ms {{int}} NOT NULL,
    by_id TEXT NOT NULL,
    by_name TEXT NOT NULL
) {{strict}};

CREATE INDEX topic_suggestion_by_topic ON topic_suggestion (topic_id);
