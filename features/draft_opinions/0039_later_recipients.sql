-- Who was added to a draft that was sent already: the version of the request that brought the recipient; 1: with the draft itself.
ALTER TABLE opinion_recipient ADD COLUMN added_in {{int}} NOT NULL DEFAULT 1;
