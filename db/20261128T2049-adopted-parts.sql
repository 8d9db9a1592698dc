-- Which parts of a programme model a country took over; a practice is taken over as it is.
alter table exchange.adoption add column parts text[] not null default '{}'
  check (cardinality(parts) <= 20);
