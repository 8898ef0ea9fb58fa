-- Reviews 审议 of plans: what a reviewer decided, in which meeting, on which day; each belongs to a step of its plan.
CREATE TABLE plan_review (
    plan_id TEXT NOT NULL,
    version {{int}} NOT NULL,
    round {{int}} NOT NULL CHECK (round > 0),
    stage TEXT NOT NULL,
    role TEXT NOT NULL,
    verdict TEXT NOT NULL,
    meeting TEXT NOT NULL,
    meeting_day TEXT NOT NULL,
    decided_on TEXT NOT NULL,
    papers TEXT NOT NULL,
    PRIMARY KEY (plan_id, version),
    FOREIGN KEY (plan_id, version) REFERENCES plan_step (plan_id, version)
) {{strict}};
