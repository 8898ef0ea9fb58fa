-- Opinions asked for on a draft 征求意见: the text as it stood when it was sent, whom it went to, what each said, what the
-- office answered. Nothing here is ever deleted: who says it otherwise leaves the words before in draft_opinion_words, an
-- answer that is changed leaves the one before in draft_opinion_answer.
CREATE TABLE opinion_request (
    id TEXT PRIMARY KEY,
    plan_id TEXT NOT NULL REFERENCES plan (id),
    plan_version {{int}} NOT NULL,
    plan_title TEXT NOT NULL,
    note TEXT NOT NULL,
    sent_on TEXT NOT NULL,
    closes_on TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('sent', 'closed', 'answered')),
    version {{int}} NOT NULL CHECK (version > 0),
    sent_at_ms {{int}} NOT NULL,
    sent_by TEXT NOT NULL,
    sent_by_name TEXT NOT NULL,
    updated_at_ms {{int}} NOT NULL
) {{strict}};

CREATE INDEX opinion_request_by_plan ON opinion_request (plan_id, sent_at_ms, id);

CREATE TABLE opinion_request_part (
    request_id TEXT NOT NULL REFERENCES opinion_request (id),
    position {{int}} NOT NULL,
    key TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('paragraph', 'topic')),
    heading TEXT NOT NULL,
    text TEXT NOT NULL,
    form TEXT,
    PRIMARY KEY (request_id, position),
    UNIQUE (request_id, key),
    CHECK ((kind = 'topic') = (form IS NOT NULL))
) {{strict}};

CREATE TABLE opinion_recipient (
    id TEXT PRIMARY KEY,
    request_id TEXT NOT NULL REFERENCES opinion_request (id),
    position {{int}} NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('body', 'person')),
    subject_id TEXT NOT NULL,
    name TEXT NOT NULL,
    UNIQUE (request_id, position),
    UNIQUE (request_id, kind, subject_id)
) {{strict}};

CREATE INDEX opinion_recipient_by_subject ON opinion_recipient (subject_id);

CREATE TABLE opinion_request_step (
    request_id TEXT NOT NULL REFERENCES opinion_request (id),
    version {{int}} NOT NULL,
    at_ms {{int}} NOT NULL,
    by_id TEXT NOT NULL,
    by_name TEXT NOT NULL,
    action TEXT NOT NULL,
    from_state TEXT NOT NULL,
    to_state TEXT NOT NULL,
    reason TEXT NOT NULL,
    closes_on TEXT NOT NULL,
    PRIMARY KEY (request_id, version)
) {{strict}};

CREATE TABLE draft_opinion (
    id TEXT PRIMARY KEY,
    request_id TEXT NOT NULL REFERENCES opinion_request (id),
    recipient_id TEXT NOT NULL REFERENCES opinion_recipient (id),
    part TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('agree', 'change', 'object', 'none')),
    text TEXT NOT NULL,
    proposed TEXT NOT NULL,
    channel TEXT NOT NULL CHECK (channel IN ('own', 'paper')),
    by_id TEXT NOT NULL,
    by_name TEXT NOT NULL,
    paper_day TEXT,
    verdict TEXT CHECK (verdict IN ('adopted', 'partly', 'explained')),
    version {{int}} NOT NULL CHECK (version > 0),
    said_at_ms {{int}} NOT NULL,
    updated_at_ms {{int}} NOT NULL,
    UNIQUE (recipient_id, part),
    CHECK ((channel = 'paper') = (paper_day IS NOT NULL))
) {{strict}};

CREATE INDEX draft_opinion_by_request ON draft_opinion (request_id, said_at_ms, id);

CREATE TABLE draft_opinion_words (
    opinion_id TEXT NOT NULL REFERENCES draft_opinion (id),
    version {{int}} NOT NULL,
    at_ms {{int}} NOT NULL,
    by_id TEXT NOT NULL,
    by_name TEXT NOT NULL,
    part TEXT NOT NULL,
    kind TEXT NOT NULL,
    text TEXT NOT NULL,
    proposed TEXT NOT NULL,
    PRIMARY KEY (opinion_id, version)
) {{strict}};

CREATE TABLE draft_opinion_answer (
    opinion_id TEXT NOT NULL REFERENCES draft_opinion (id),
    version {{int}} NOT NULL,
    at_ms {{int}} NOT NULL,
    by_id TEXT NOT NULL,
    by_name TEXT NOT NULL,
    verdict TEXT NOT NULL CHECK (verdict IN ('adopted', 'partly', 'explained')),
    reason TEXT NOT NULL,
    wording TEXT NOT NULL,
    PRIMARY KEY (opinion_id, version)
) {{strict}};
