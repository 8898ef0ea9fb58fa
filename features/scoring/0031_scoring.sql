-- Scoring rounds 评分 of the suggestions of a call. Nothing that was given is ever changed or deleted: scoring again adds a
-- version, a correction of a comment is another comment.
CREATE TABLE scoring_round (
    id TEXT PRIMARY KEY,
    call_id TEXT NOT NULL REFERENCES topic_call (id),
    title TEXT NOT NULL,
    criteria TEXT NOT NULL,
    reviewers TEXT NOT NULL,
    closes_on TEXT NOT NULL,
    divided_from {{int}} NOT NULL CHECK (divided_from > 0),
    state TEXT NOT NULL CHECK (state IN ('preparing', 'open', 'closed')),
    version {{int}} NOT NULL CHECK (version > 0),
    created_at_ms {{int}} NOT NULL,
    created_by TEXT NOT NULL,
    created_by_name TEXT NOT NULL,
    updated_at_ms {{int}} NOT NULL
) {{strict}};

CREATE INDEX scoring_round_by_call ON scoring_round (call_id);

CREATE TABLE scoring_step (
    round_id TEXT NOT NULL REFERENCES scoring_round (id),
    version {{int}} NOT NULL,
    at_ms {{int}} NOT NULL,
    by_id TEXT NOT NULL,
    by_name TEXT NOT NULL,
    action TEXT NOT NULL,
    from_state TEXT NOT NULL,
    to_state TEXT NOT NULL,
    reason TEXT NOT NULL,
    closes_on TEXT NOT NULL,
    PRIMARY KEY (round_id, version)
) {{strict}};

-- What is scored, from the opening on.
CREATE TABLE scoring_item (
    round_id TEXT NOT NULL REFERENCES scoring_round (id),
    suggestion_id TEXT NOT NULL REFERENCES suggestion (id),
    place {{int}} NOT NULL,
    PRIMARY KEY (round_id, suggestion_id)
) {{strict}};

-- The sheet of one reviewer on one suggestion; `version` is that of its last scores.
CREATE TABLE scoring_sheet (
    id TEXT PRIMARY KEY,
    round_id TEXT NOT NULL,
    suggestion_id TEXT NOT NULL,
    reviewer_id TEXT NOT NULL,
    reviewer_name TEXT NOT NULL,
    version {{int}} NOT NULL CHECK (version > 0),
    UNIQUE (round_id, suggestion_id, reviewer_id),
    FOREIGN KEY (round_id, suggestion_id) REFERENCES scoring_item (round_id, suggestion_id)
) {{strict}};

CREATE TABLE scoring_sheet_version (
    sheet_id TEXT NOT NULL REFERENCES scoring_sheet (id),
    version {{int}} NOT NULL,
    at_ms {{int}} NOT NULL,
    scores TEXT NOT NULL,
    PRIMARY KEY (sheet_id, version)
) {{strict}};

CREATE TABLE scoring_comment (
    id TEXT PRIMARY KEY,
    round_id TEXT NOT NULL,
    suggestion_id TEXT NOT NULL,
    by_id TEXT NOT NULL,
    by_name TEXT NOT NULL,
    at_ms {{int}} NOT NULL,
    words TEXT NOT NULL,
    FOREIGN KEY (round_id, suggestion_id) REFERENCES scoring_item (round_id, suggestion_id)
) {{strict}};

CREATE INDEX scoring_comment_by_suggestion ON scoring_comment (round_id, suggestion_id, at_ms, id);
