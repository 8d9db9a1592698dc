-- Accounts: better-auth's tables under our own names, in a schema and under a role of their own.
-- The role homeward_auth owns nothing and sees nothing else; the application's role sees of an account
-- only what a screen shows. A name of a worker is no case data, a password is nobody's business.

grant usage on schema auth to homeward_app;

create table auth.account (
  id uuid primary key,
  name text not null check (length(name) between 1 and 200),
  -- many caseworkers have no address: then a placeholder under the reserved domain `invalid`
  email text not null unique,
  email_verified boolean not null default false,
  image text check (image is null),
  username text unique check (username = lower(username)),
  locale text not null default 'en' check (locale in ('en', 'ru', 'uz')),
  two_factor_enabled boolean not null default false,
  disabled_at timestamptz,
  -- made by the demo world: live mode refuses to start while one exists
  demo boolean not null default false,
  created_at timestamptz not null,
  updated_at timestamptz not null
);

create table auth.credential (
  id uuid primary key,
  account_id text not null,
  provider_id text not null,
  user_id uuid not null references auth.account on delete cascade,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  -- Argon2id in PHC form
  password text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (provider_id, account_id)
);
create index credential_user on auth.credential (user_id);

create table auth.session (
  id uuid primary key,
  token text not null unique,
  user_id uuid not null references auth.account on delete cascade,
  expires_at timestamptz not null,
  -- by the server's clock; a background pull does not move it
  last_active_at timestamptz not null,
  -- where and with what somebody works is not kept
  ip_address text check (ip_address is null),
  user_agent text check (user_agent is null),
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index session_by_user on auth.session (user_id);

create table auth.verification (
  id uuid primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index verification_identifier on auth.verification (identifier);

create table auth.two_factor (
  id uuid primary key,
  user_id uuid not null unique references auth.account on delete cascade,
  secret text not null,
  backup_codes text not null,
  verified boolean not null default true,
  failed_verification_count integer not null default 0,
  locked_until timestamptz
);

create table auth.rate_limit (
  id uuid primary key,
  key text not null unique,
  count integer not null,
  last_request bigint not null
);

-- Wrong attempts by account and by address; the key is a keyed hash, so no name and no address is kept.
create table auth.attempt (
  key text primary key,
  count integer not null,
  window_ends_at timestamptz not null
);

-- A way in for one account, once: the secret of the link, or the printed code, as a keyed hash only.
create table auth.invitation (
  id uuid primary key,
  account_id uuid not null references auth.account on delete cascade,
  means text not null check (means in ('link', 'code')),
  secret_hash text not null unique,
  invited_by uuid references auth.account,
  invited_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > invited_at),
  used_at timestamptz,
  withdrawn_at timestamptz
);
create index invitation_account on auth.invitation (account_id);

do $$
declare
  name text;
begin
  foreach name in array array['account', 'credential', 'session', 'verification', 'two_factor',
    'rate_limit', 'attempt', 'invitation']
  loop
    execute format('alter table auth.%I enable row level security', name);
    execute format('alter table auth.%I force row level security', name);
    execute format('revoke all on auth.%I from public', name);
    execute format('grant select, insert, update, delete on auth.%I to homeward_auth', name);
    execute format('create policy auth_all on auth.%I to homeward_auth using (true) with check (true)', name);
    execute format('create policy owner_all on auth.%I to homeward_owner using (true) with check (true)', name);
  end loop;
end
$$;

-- The application may know who works here: columns by grant, because policies cannot hide columns.
grant select (id, name, username, locale, disabled_at) on auth.account to homeward_app;
create policy app_reads on auth.account for select to homeward_app using (true);

-- Each grant and each revocation tells every data protection officer, whoever made it and however:
-- through the server, the command line or the seed. Ids and codes only.
grant insert on public.notification to homeward_reader;
create policy reader_tells on public.notification for insert to homeward_reader with check (true);

create function public.tell_officers_of_grant() returns trigger
language plpgsql security definer set search_path = public as $$
begin
  insert into notification (id, account_id, kind, details, created_at)
  select
    -- a UUIDv7: the moment's milliseconds before random bits
    encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid())
      placing substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3)
      from 1 for 6), 52, 1), 53, 1), 'hex')::uuid,
    officer,
    case when new.revoked_at is null then 'role_granted' else 'role_revoked' end,
    jsonb_build_object('account', new.account_id, 'role', new.role,
      'by', case when new.revoked_at is null then new.granted_by else new.revoked_by end),
    coalesce(new.revoked_at, new.granted_at)
  from holders_of('data_protection_officer', null) as officer;
  return null;
end
$$;
alter function public.tell_officers_of_grant() owner to homeward_reader;

create trigger tell_officers after insert or update of revoked_at on role_grant
  for each row execute function public.tell_officers_of_grant();
