-- Since when there are files is asked by whoever freezes numbers, at each start and each hour: fourteen readings of all
-- facts, at 20,000 files more than a second of the database's time.
create index fact_opening on fact (recorded_at) where kind = 'case_opened';
