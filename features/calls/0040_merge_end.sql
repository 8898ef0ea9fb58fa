-- Why a question about merging ended; null: it has not, or ended before this was kept.
ALTER TABLE suggestion_merge ADD COLUMN ended_because TEXT CHECK (ended_because IN ('declined', 'taken', 'vain', 'reworded'));
