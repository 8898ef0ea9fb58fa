-- Who reviews a plan in a round, as the settings said when it was submitted: what the settings say later is for the next round.
CREATE TABLE plan_reviewer (
    plan_id TEXT NOT NULL REFERENCES plan (id),
    round {{int}} NOT NULL CHECK (round > 0),
    stage TEXT NOT NULL,
    place {{int}} NOT NULL,
    role TEXT NOT NULL,
    position {{int}} NOT NULL,
    how_many {{int}} NOT NULL CHECK (how_many > 0),
    PRIMARY KEY (plan_id, round, stage, place)
) {{strict}};

-- Of a review that the office recorded on behalf: the person for whom; empty: the body itself. None: the reviewer's own, or from
-- before this was told.
ALTER TABLE plan_review ADD COLUMN for_id TEXT;
ALTER TABLE plan_review ADD COLUMN for_name TEXT;
