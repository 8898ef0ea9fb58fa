-- Selection rounds 遴选: who marked what, the shortlist that was proposed from the marks, how people changed it and what they decided.
-- Nothing here is ever deleted. Of a year one round is open at a time.
CREATE TABLE selection_round (
    id TEXT PRIMARY KEY,
    year {{int}} NOT NULL CHECK (year BETWEEN 1949 AND 2999),
    title TEXT NOT NULL,
    closes_on TEXT NOT NULL,
    slots TEXT NOT NULL,
    wanted TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('marking', 'marked', 'proposed', 'decided')),
    placements TEXT NOT NULL,
    listed TEXT NOT NULL,
    proposal_sha256 TEXT NOT NULL,
    proposed_on TEXT NOT NULL,
    decision TEXT NOT NULL,
    version {{int}} NOT NULL CHECK (version > 0),
    created_at_ms {{int}} NOT NULL,
    created_by TEXT NOT NULL,
    created_by_name TEXT NOT NULL,
    updated_at_ms {{int}} NOT NULL,
    CHECK ((state = 'decided') = (decision <> ''))
) {{strict}};

CREATE UNIQUE INDEX selection_round_open ON selection_round (year) WHERE state <> 'decided';

CREATE TABLE selection_step (
    round_id TEXT NOT NULL REFERENCES selection_round (id),
    version {{int}} NOT NULL,
    at_ms {{int}} NOT NULL,
    by_id TEXT NOT NULL,
    by_name TEXT NOT NULL,
    action TEXT NOT NULL,
    from_state TEXT NOT NULL,
    to_state TEXT NOT NULL,
    reason TEXT NOT NULL,
    takes_in TEXT REFERENCES suggestion (id),
    takes_out TEXT REFERENCES suggestion (id),
    effect TEXT NOT NULL,
    PRIMARY KEY (round_id, version)
) {{strict}};

-- All that one person marked in a round. Nobody but himself reads it; the proposal counts it.
CREATE TABLE support_ballot (
    id TEXT PRIMARY KEY,
    round_id TEXT NOT NULL REFERENCES selection_round (id),
    by_id TEXT NOT NULL,
    marks TEXT NOT NULL,
    version {{int}} NOT NULL CHECK (version > 0),
    updated_at_ms {{int}} NOT NULL,
    UNIQUE (round_id, by_id)
) {{strict}};

-- The proposal as it was made, whole; selection_round.proposal_sha256 is its digest.
CREATE TABLE selection_proposal (
    round_id TEXT PRIMARY KEY REFERENCES selection_round (id),
    content TEXT NOT NULL
) {{strict}};
