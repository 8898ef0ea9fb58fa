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
-- Who was placed where on a day: what an organisation's own days have to cover.
CREATE INDEX membership_step_by_sector ON membership_step (sector_id);
CREATE INDEX membership_step_by_group ON membership_step (group_id);
