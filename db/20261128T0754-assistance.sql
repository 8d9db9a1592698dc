-- What people were given: kind, money, who paid, when. No name and no words of the file. It goes with the
-- file. An amount is text, so that what stands here is what the fact says, to the last figure.
create table assistance (
  id uuid not null,
  case_id uuid not null references case_file (id) on delete cascade,
  person_id uuid not null references person (id) on delete cascade,
  kind text not null,
  given_on date not null,
  -- Who paid: an organisation of the directory; null where somebody else was named.
  payer_id uuid,
  given_as text not null check (given_as in ('money', 'goods')),
  amount text check (amount ~ '^[0-9]{1,12}(\.[0-9]{1,4})?$'),
  currency text,
  recorded_at timestamptz(3) not null,
  withdrawn boolean not null,
  primary key (case_id, id)
);
create index assistance_recorded on assistance (recorded_at);
alter table assistance enable row level security;
alter table assistance force row level security;
create policy owner_all on assistance to homeward_owner using (true) with check (true);
create policy in_reach on assistance for select to homeward_app using (
  case_id = (select homeward_case())
  or (select homeward_may('read', 'general')) and exists (select from case_reach r
    where r.case_id = assistance.case_id and r.compartment = 'general'));
create policy command_adds on assistance for insert to homeward_app
  with check (case_id = (select homeward_case()));
create policy command_changes on assistance for update to homeward_app
  using (case_id = (select homeward_case())) with check (case_id = (select homeward_case()));
create policy command_removes on assistance for delete to homeward_app
  using (case_id = (select homeward_case()));
grant select, insert, update, delete on assistance to homeward_app;
create policy reader_finds on assistance for select to homeward_reader using (true);
grant select on assistance to homeward_reader;

-- Receipts: sealed copies on the disk of the server. The key is the row: whoever erases what was given, or
-- the file, has erased the receipt.
create table assistance_receipt (
  id uuid primary key,
  case_id uuid not null,
  assistance_id uuid not null,
  media_type text not null check (media_type in ('application/pdf', 'image/jpeg', 'image/png')),
  bytes integer not null,
  key bytea not null,
  added_by uuid not null,
  added_at timestamptz(3) not null,
  constraint receipt_of_assistance foreign key (case_id, assistance_id)
    references assistance (case_id, id) on delete cascade
);
create index assistance_receipt_case on assistance_receipt (case_id, assistance_id);
alter table assistance_receipt enable row level security;
alter table assistance_receipt force row level security;
create policy owner_all on assistance_receipt to homeward_owner using (true) with check (true);
create policy in_reach on assistance_receipt for select to homeward_app using (
  (select homeward_may('read', 'general')) and exists (select from case_reach r
    where r.case_id = assistance_receipt.case_id and r.compartment = 'general'));
-- Who is here for an emergency looks, and adds nothing.
create policy author_adds on assistance_receipt for insert to homeward_app with check (
  added_by = homeward_actor() and (select homeward_may('append', 'general'))
  and exists (select from case_reach r where r.case_id = assistance_receipt.case_id
    and r.compartment = 'general' and r.until is null));
create policy author_removes on assistance_receipt for delete to homeward_app using (
  (added_by = homeward_actor() or (select homeward_may('approve', 'general')))
  and exists (select from case_reach r where r.case_id = assistance_receipt.case_id
    and r.compartment = 'general' and r.until is null));
grant select, insert, delete on assistance_receipt to homeward_app;
create policy reader_finds on assistance_receipt for select to homeward_reader using (true);
grant select on assistance_receipt to homeward_reader;

-- Of these sealed copies those that no key opens any more. Says nothing that the disk does not say.
create function receipts_without_key(ids uuid[]) returns setof uuid
language sql stable security definer set search_path = public
  begin atomic
    select copy from unnest(ids) copy
      where not exists (select from assistance_receipt r where r.id = copy);
  end;
alter function receipts_without_key(uuid[]) owner to homeward_reader;
revoke execute on function receipts_without_key(uuid[]) from public;
grant execute on function receipts_without_key(uuid[]) to homeward_app;

-- Sums of a month, frozen like the other numbers: what stands here has passed disclosure control.
create table frozen_assistance (
  month date primary key check (extract(day from month) = 1),
  rows jsonb not null,
  method jsonb not null,
  made_at timestamptz(3) not null
);
alter table frozen_assistance enable row level security;
alter table frozen_assistance force row level security;
create policy owner_all on frozen_assistance to homeward_owner using (true) with check (true);
create policy coordinator_reads on frozen_assistance for select to homeward_app
  using (homeward_role() in ('coordinator', 'job'));
create policy freezes on frozen_assistance for insert to homeward_app
  with check (homeward_role() in ('coordinator', 'job'));
grant select, insert on frozen_assistance to homeward_app;

-- What was written down from one moment to another, by who paid, money or goods, currency and kind, with
-- one line over all kinds (`kind` null); `largest` = the most that one person was given of it. Payers that
-- are in no directory are counted together: a name that was typed may be somebody's.
create function count_assistance(since timestamptz, until timestamptz)
returns table (payer_id uuid, given_as text, currency text, kind text,
  people integer, households integer, amount text, largest text)
language plpgsql stable security definer set search_path = public as $$
begin
  if coalesce(homeward_role(), '') not in ('coordinator', 'job') then
    raise exception 'not allowed' using errcode = 'insufficient_privilege';
  end if;
  return query
  with given as (
    select a.payer_id, a.given_as, a.currency, a.kind, a.person_id,
      coalesce(m.household_id, a.person_id) as household, sum(a.amount::numeric) as amount
    from assistance a
      left join household_member m on m.person_id = a.person_id and m.until_day is null
    where a.recorded_at >= count_assistance.since and a.recorded_at < count_assistance.until
      and not a.withdrawn and a.amount is not null
    group by 1, 2, 3, 4, 5, 6
  ), everything as (
    select g.payer_id, g.given_as, g.currency, g.kind, g.person_id, g.household, g.amount from given g
    union all
    select g.payer_id, g.given_as, g.currency, null, g.person_id, g.household, sum(g.amount)
      from given g group by 1, 2, 3, 5, 6
  )
  select e.payer_id, e.given_as, e.currency, e.kind, count(distinct e.person_id)::integer,
    count(distinct e.household)::integer, trim_scale(sum(e.amount))::text, trim_scale(max(e.amount))::text
    from everything e group by 1, 2, 3, 4;
end
$$;
alter function count_assistance(timestamptz, timestamptz) owner to homeward_reader;
revoke execute on function count_assistance(timestamptz, timestamptz) from public;
grant execute on function count_assistance(timestamptz, timestamptz) to homeward_app;
