-- Official invitations: a letter on the letterhead of its edition, numbered when it goes out, with the
-- addressee's form in each language; answered by the institution itself, by the code on the letter.

create table exchange.letterhead (
  edition_id uuid primary key references exchange.edition on delete cascade,
  institution_id uuid not null references exchange.institution,
  -- letters are counted under it: 12-04/17
  series text not null check (length(series) between 1 and 30),
  -- running numbers that were given out
  numbered integer not null default 0 check (numbered >= 0),
  place exchange.wording not null,
  contact text not null check (length(contact) between 1 and 400),
  -- who signs, by language: {title, name}
  signatory jsonb not null check (jsonb_typeof(signatory) = 'object'),
  version integer not null default 1
);

create table exchange.invitation (
  id uuid primary key,
  edition_id uuid not null references exchange.edition on delete cascade,
  institution_id uuid not null references exchange.institution,
  -- how the letter addresses its reader, by language: {institution, title, name, salutation}
  address jsonb not null check (jsonb_typeof(address) = 'object'),
  body exchange.wording not null,
  -- where it is sent besides the post
  email text check (length(email) <= 200),
  running integer,
  series text,
  -- opens the page for the answer; only organisers and the invited read it
  code text not null unique check (length(code) between 22 and 60),
  sent_at timestamptz,
  sent_by uuid references exchange.participant on delete set null,
  created_by uuid references exchange.participant on delete set null,
  created_at timestamptz not null,
  version integer not null default 1,
  constraint numbered_when_sent check ((sent_at is null) = (running is null)
    and (running is null) = (series is null)),
  constraint number_given_once unique (edition_id, series, running)
);
create index invitation_edition on exchange.invitation (edition_id, created_at desc, id);

create table exchange.invitation_reply (
  id uuid primary key,
  invitation_id uuid not null references exchange.invitation on delete cascade,
  reply text not null check (reply in ('acknowledged', 'accepted', 'declined', 'nominated')),
  words text check (length(words) between 1 and 2000),
  -- an organiser who wrote down what came by post or telephone; none where the institution answered
  noted_by uuid references exchange.participant on delete set null,
  at timestamptz not null
);
create index invitation_reply_of on exchange.invitation_reply (invitation_id, at);

create table exchange.nomination (
  id uuid primary key,
  invitation_id uuid not null references exchange.invitation on delete cascade,
  reply_id uuid not null references exchange.invitation_reply on delete cascade,
  name text not null check (length(name) between 1 and 200),
  position text check (length(position) between 1 and 200),
  email text not null check (length(email) between 3 and 200),
  -- null until the way in was mailed
  invited_at timestamptz
);
create unique index nomination_of on exchange.nomination (invitation_id, lower(email));

-- In which order guests stand, and who was given a place by hand: {participant: place}.
create table exchange.precedence (
  edition_id uuid primary key references exchange.edition on delete cascade,
  rules text[] not null default '{}' check (cardinality(rules) <= 10),
  fixed jsonb not null default '{}' check (jsonb_typeof(fixed) = 'object'),
  version integer not null default 1
);
create table exchange.protocol_rank (
  edition_id uuid not null references exchange.edition on delete cascade,
  participant_id uuid not null references exchange.participant on delete cascade,
  rank text not null check (rank in ('head_of_state', 'head_of_government', 'minister',
    'deputy_minister', 'ambassador', 'head_of_institution', 'head_of_department', 'expert')),
  -- office and title as protocol writes them, by language: {title, name}
  form jsonb not null default '{}' check (jsonb_typeof(form) = 'object'),
  primary key (edition_id, participant_id)
);

do $$
declare
  name text;
begin
  foreach name in array array['letterhead', 'invitation', 'invitation_reply', 'nomination',
    'precedence', 'protocol_rank']
  loop
    execute format('alter table exchange.%I enable row level security', name);
    execute format('alter table exchange.%I force row level security', name);
    execute format('create policy owner_all on exchange.%I to homeward_owner using (true) with check (true)', name);
  end loop;
end
$$;

-- The code that a reader without an account brought along, for this transaction.
create function exchange.brought_code() returns text
language sql stable parallel safe as $$
  select nullif(current_setting('exchange.code', true), '')
$$;
grant execute on function exchange.brought_code() to homeward_exchange, homeward_owner;

grant select, insert, update on exchange.letterhead, exchange.invitation, exchange.precedence,
  exchange.nomination to homeward_exchange;
grant select, insert on exchange.invitation_reply to homeward_exchange;
grant select, insert, update, delete on exchange.protocol_rank to homeward_exchange;

create policy reads on exchange.invitation for select to homeward_exchange
  using (exchange.holds(edition_id, 'organiser')
    or (sent_at is not null and code = exchange.brought_code()));
create policy adds on exchange.invitation for insert to homeward_exchange
  with check (exchange.holds(edition_id, 'organiser'));
create policy changes on exchange.invitation for update to homeward_exchange
  using (exchange.holds(edition_id, 'organiser'));

-- Whoever may see the letter sees under whose head it stands, and of which conference it speaks.
create policy reads on exchange.letterhead for select to homeward_exchange
  using (exchange.holds(edition_id, 'organiser')
    or exists (select from exchange.invitation i where i.edition_id = letterhead.edition_id));
create policy writes on exchange.letterhead to homeward_exchange
  using (exchange.holds(edition_id, 'organiser')) with check (exchange.holds(edition_id, 'organiser'));
create policy invited_read on exchange.edition for select to homeward_exchange
  using (exchange.brought_code() is not null
    and exists (select from exchange.invitation i where i.edition_id = edition.id));

create policy reads on exchange.invitation_reply for select to homeward_exchange
  using (exists (select from exchange.invitation i where i.id = invitation_id));
create policy adds on exchange.invitation_reply for insert to homeward_exchange
  with check (exists (select from exchange.invitation i
    where i.id = invitation_id and i.sent_at is not null));

create policy reads on exchange.nomination for select to homeward_exchange
  using (exists (select from exchange.invitation i where i.id = invitation_id));
create policy adds on exchange.nomination for insert to homeward_exchange
  with check (exists (select from exchange.invitation i
    where i.id = invitation_id and i.sent_at is not null));
create policy changes on exchange.nomination for update to homeward_exchange
  using (exists (select from exchange.invitation i
    where i.id = invitation_id and exchange.holds(i.edition_id, 'organiser')));

create policy reads on exchange.precedence for select to homeward_exchange
  using (exchange.holds(edition_id, 'organiser'));
create policy writes on exchange.precedence to homeward_exchange
  using (exchange.holds(edition_id, 'organiser')) with check (exchange.holds(edition_id, 'organiser'));
create policy reads on exchange.protocol_rank for select to homeward_exchange
  using (exchange.holds(edition_id, 'organiser'));
create policy writes on exchange.protocol_rank to homeward_exchange
  using (exchange.holds(edition_id, 'organiser')) with check (exchange.holds(edition_id, 'organiser'));
