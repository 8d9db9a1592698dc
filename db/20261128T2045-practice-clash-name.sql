-- Whose text a clash keeps, by name: the other author may not read their row.
alter table exchange.practice_clash add column said_by text not null default '';
alter table exchange.practice_clash alter column said_by drop default;
