-- The day from which a step of a membership holds. Steps of before hold from the legal day in China (UTC+8)
-- of the instant at which they were taken: the civil date of a count of days, in whole numbers.
ALTER TABLE membership_step ADD COLUMN from_day TEXT NOT NULL DEFAULT '';
UPDATE membership_step SET from_day = (
    SELECT CAST(y AS TEXT) || CASE WHEN m < 10 THEN '-0' ELSE '-' END || CAST(m AS TEXT)
        || CASE WHEN d < 10 THEN '-0' ELSE '-' END || CAST(d AS TEXT)
    FROM (SELECT yoe + era * 400 + CASE WHEN mp < 10 THEN 0 ELSE 1 END AS y,
            CASE WHEN mp < 10 THEN mp + 3 ELSE mp - 9 END AS m, doy - (153 * mp + 2) / 5 + 1 AS d
        FROM (SELECT era, yoe, doy, (5 * doy + 2) / 153 AS mp
            FROM (SELECT era, yoe, doe - (365 * yoe + yoe / 4 - yoe / 100) AS doy
                FROM (SELECT era, doe, (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365 AS yoe
                    FROM (SELECT z / 146097 AS era, z - z / 146097 * 146097 AS doe
                        FROM (SELECT (at_ms / 1000 + 28800) / 86400 + 719468 AS z) AS days
                    ) AS eras) AS years) AS days_of_years) AS months) AS dates);
