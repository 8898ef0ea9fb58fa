-- A suggestion leaves its topic when that leaves the short list, or its draft is discarded, and may become another topic. A row is a
-- turn of it in one topic, and stays; of a suggestion at most one turn goes on.
ALTER TABLE topic_suggestion RENAME TO topic_suggestion_first;

CREATE TABLE topic_suggestion (
    topic_id TEXT NOT NULL REFERENCES topic (id),
    turn {{int}} NOT NULL CHECK (turn > 0),
    suggestion_id TEXT NOT NULL REFERENCES suggestion (id),
    at_ms {{int}} NOT NULL,
    by_id TEXT NOT NULL,
    by_name TEXT NOT NULL,
    left_at_ms {{int}},
    PRIMARY KEY (topic_id, turn)
) {{strict}};

INSERT INTO topic_suggestion (topic_id, turn, suggestion_id, at_ms, by_id, by_name)
SELECT f.topic_id, 1, f.suggestion_id, f.at_ms, f.by_id, f.by_name FROM topic_suggestion_first f;

DROP TABLE topic_suggestion_first;

CREATE UNIQUE INDEX topic_suggestion_that_goes_on ON topic_suggestion (suggestion_id) WHERE left_at_ms IS NULL;
