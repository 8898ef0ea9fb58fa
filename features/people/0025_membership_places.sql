-- The sector and group that hold from the day of a step on. A place changes with a move or an invitation alone: a step after
-- which there was none has that of the membership. Of those before, the record knows (former_place_actions.h); until it was
-- asked, and where it has lost it, there is no sector: not known.
ALTER TABLE membership_step ADD COLUMN sector_id TEXT REFERENCES organisation (id);
ALTER TABLE membership_step ADD COLUMN group_id TEXT REFERENCES organisation (id);
UPDATE membership_step SET
    sector_id = (SELECT m.sector_id FROM membership m WHERE m.id = membership_step.membership_id),
    group_id = (SELECT m.group_id FROM membership m WHERE m.id = membership_step.membership_id)
WHERE NOT EXISTS (SELECT 1 FROM membership_step l WHERE l.membership_id = membership_step.membership_id
    AND l.version > membership_step.version AND l.action IN ('move', 'invite'));
-- A tenure that was entered by mistake and taken back: it says of no day who held the post, and stays.
ALTER TABLE tenure ADD COLUMN withdrawn_at_ms {{int}};
ALTER TABLE tenure ADD COLUMN withdrawn_by_id TEXT;
ALTER TABLE tenure ADD COLUMN withdrawn_by_name TEXT;
ALTER TABLE tenure ADD COLUMN withdrawn_reason TEXT;
