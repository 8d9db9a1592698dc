-- A person who is erased takes their search keys along: found by the person, not by reading all keys.
create index person_block_person on person_block (person_id);
