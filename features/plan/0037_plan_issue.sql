-- The day 印发日期 on which a plan was issued, as whoever recorded it says it.
CREATE TABLE plan_issue (
    plan_id TEXT PRIMARY KEY REFERENCES plan (id),
    issued_on TEXT NOT NULL
) {{strict}};
