-- Settings that somebody set 设置, and the calendars of years that somebody handed in 工作日历. What has no row is as the
-- program carries it. What was before, by whom and why, stands in the record.
CREATE TABLE setting (
    name TEXT PRIMARY KEY,
    by_default {{bool}} NOT NULL,
    text TEXT NOT NULL,
    items TEXT NOT NULL,
    version {{int}} NOT NULL CHECK (version > 0),
    updated_at_ms {{int}} NOT NULL,
    updated_by TEXT NOT NULL,
    updated_by_name TEXT NOT NULL,
    reason TEXT NOT NULL
) {{strict}};

CREATE TABLE calendar_year (
    year {{int}} PRIMARY KEY CHECK (year BETWEEN 1900 AND 2999),
    complete {{bool}} NOT NULL,
    version {{int}} NOT NULL CHECK (version > 0),
    updated_at_ms {{int}} NOT NULL,
    updated_by TEXT NOT NULL,
    updated_by_name TEXT NOT NULL,
    reason TEXT NOT NULL
) {{strict}};

CREATE TABLE calendar_day (
    day TEXT PRIMARY KEY CHECK (length(day) = 10),
    year {{int}} NOT NULL REFERENCES calendar_year (year),
    kind TEXT NOT NULL CHECK (kind IN ('holiday', 'adjusted_workday')),
    name TEXT NOT NULL,
    name_en TEXT NOT NULL
) {{strict}};

CREATE INDEX calendar_day_by_year ON calendar_day (year, day);
