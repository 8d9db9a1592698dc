import { expect, it } from 'vitest';
import { testDatabase } from '#test/database.ts';

// What the catalogue must say of every object, so that a new table, view or function without its own
// door fails here (guarantees S3). Broken once each to see it fail: a table without `force`, a definer
// function not on the list, one without search_path, a view without security_invoker, `grant select on
// person to public`, `alter role homeward_app bypassrls`, `grant truncate on fact to homeward_app`.

const database = await testDatabase({ seeded: false });
const catalogue = database.pool('superuser');
const SCHEMAS = `('public', 'auth', 'exchange', 'exchange_auth')`;

/** Functions that run with the rights of homeward_reader. Each asks for reach or role inside. */
const DEFINERS = [
  // Of the exchange: names who acts there.
  ...['begin', 'enter'],
  // Which version a reader without an account may read: a number; words that the second editor sent out.
  ...['public_version', 'take_words', 'take_back_words'],
  // Forms of a name and a conference, in and out by the desk; an alias leaves the directory.
  // Certificates by the clock: how many were made and for whom.
  ...['certificates_due', 'issue_certificates'],
  ...['hide_edition', 'leave_directory', 'take_back_names', 'take_names'],
  // Of the exchange: votes and feedback told without names.
  ...[
    'feedback_given',
    'feedback_signed',
    'feedback_unsigned',
    'opinion_ballots',
    'opinion_countable',
    'opinion_regions',
    'opinion_voters',
    'own_statements',
  ],
  // Recommendations: whom it concerns (ids alone), reminders, the Chatham House Rule afterwards.
  ...['people_of_edition', 'people_of_recommendation', 'due_reminders', 'note_reminder'],
  'forget_speakers',
  // What stands against giving on materials of a session: one word.
  'materials_bar',
  // What one's own word changes beyond one's own rows.
  ...['appear_as', 'refuse_recording', 'step_back'],
  // Of a conference: each gives a count, a yes or exactly what was agreed to, never a row.
  ...['stands_near', 'reviews_too', 'seats_taken', 'move_up', 'listed_participants'],
  ...['listed_experts', 'invited_here'],
  ...['invitation_by', 'certificate_by', 'sexes', 'seat_is_role'],
  ...['remind_conference', 'remind_replies'],
  ...['add_complaint_recording', 'complaint_by_code', 'complaint_steps', 'forget_complaints'],
  ...['receive_complaint', 'reply_to_complaint'],
  ...['begin_actor', 'begin_case', 'begin_undo', 'caseloads', 'colleagues', 'count_people'],
  ...['count_access', 'count_assistance', 'count_unanswered', 'receipts_without_key'],
  ...['counting_since', 'device_person_summary', 'duplicate_candidates', 'known_device'],
  ...['duplicates_to_settle', 'emergency_failed', 'emergency_file', 'emergency_tries'],
  ...['emergency_turn', 'erase_fact', 'erase_file', 'expire_arrival_files', 'feed_news'],
  ...['forgets_family', 'moves_family', 'parts_family', 'people_in_own_reach'],
  // Search keys belong to somebody, and go with them.
  ...['blocks_have_persons', 'blocks_go_with_person'],
  ...[
    'organisation_receives_now',
    'course_round_confirmed',
    'tell_course_round',
    'tell_course_seat',
    'queue_webhooks',
  ],
  // What a file's policies say of every row alike, asked once: a page and an opened file.
  ...['beside_person', 'facts_in_reach', 'lived_in', 'page_of_files'],
  ...['find_referral_link', 'packet_by_link', 'watch_referrals'],
  ...['due_leavings', 'end_leaving', 'files_left', 'leaves_from_here'],
  ...[
    'attendance_as_said',
    'count_groups',
    'count_schooling',
    'file_of_member',
    'group_taken',
    'moves_group',
  ],
  ...[
    'files_begun',
    'files_changed',
    'flag_list_duplicates',
    'forget_emergencies',
    'forget_file_work',
  ],
  ...['hold_arrival_list', 'holders_of', 'homecoming_mine', 'household_known'],
  ...['household_members', 'household_mine', 'households_in_reach', 'keep_parked', 'load_case'],
  ...[
    'loaded_facts',
    'members_in_reach',
    'model_trial_files',
    'model_trial_size',
    'moves_person',
    'note_arrival_rows',
    'note_duplicates',
  ],
  ...[
    'note_wiped',
    'on_duty',
    'organisation_has_receivers',
    'outing_answerers',
    'open_cases',
    'open_case_numbers',
    'person_known',
    'person_mine',
    'own_feed_epoch',
    'ran_course_round',
    'reaches_person',
    'readings_of',
  ],
  ...['register_matches', 'relatives_in_own_reach', 'relatives_in_reach', 'role_of', 'save_case'],
  ...['keep_ended_try', 'stand_in_candidates', 'standing_in', 'try_ended', 'turn_contact'],
  ...['search_people', 'set_reach', 'settle_duplicate', 'team_caseloads', 'tell_ended_reach'],
  ...[
    'tell_of_helpers',
    'tell_officers_of_grant',
    'undo_rows',
    'watch_outings',
    'watch_reading',
    'withheld_entry',
    'works_with',
    'write_people',
  ],
];

async function names(query: string): Promise<string[]> {
  const { rows } = await catalogue.query<{ name: string }>(query);
  return rows.map((row) => row.name).sort();
}

it('every table forces row-level security', async () => {
  const found = await names(
    `select n.nspname || '.' || c.relname as name
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and n.nspname in ${SCHEMAS}
       and not (c.relrowsecurity and c.relforcerowsecurity)`,
  );
  expect(found).toEqual([]);
});

it('functions with the rights of another are those of the list, with a fixed path and one owner', async () => {
  const definers = `from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where p.prosecdef and n.nspname in ${SCHEMAS}
      and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')`;
  expect(await names(`select p.proname as name ${definers}`)).toEqual(DEFINERS.toSorted());
  const loose = await names(
    `select p.proname as name ${definers} and (p.proowner <> 'homeward_reader'::regrole
       or not coalesce(case n.nspname when 'exchange' then 'search_path=exchange'
            else 'search_path=public' end = any (p.proconfig), false))`,
  );
  expect(loose).toEqual([]);
});

it('every view asks with the rights of whoever looks, and no copy of rows stands beside the tables', async () => {
  const views = await names(
    `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname in ${SCHEMAS} and (c.relkind = 'm' or c.relkind = 'v'
       and not coalesce('security_invoker=true' = any (c.reloptions), false))
       and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')`,
  );
  expect(views).toEqual([]);
});

it('nothing is open to everybody', async () => {
  const open = await names(
    `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace,
       aclexplode(c.relacl) a where n.nspname in ${SCHEMAS} and a.grantee = 0
     union all
     select p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace,
       aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
     where n.nspname in ${SCHEMAS} and a.grantee = 0
       and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
     union all
     select n.nspname from pg_namespace n, aclexplode(n.nspacl) a
     where n.nspname in ${SCHEMAS} and a.grantee = 0`,
  );
  expect(open).toEqual([]);
});

it('no role of the application goes around row security or past a grant', async () => {
  const strong = await names(
    `select rolname as name from pg_roles where rolname like 'homeward%'
       and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)`,
  );
  expect(strong).toEqual([]);
  // TRUNCATE and REFERENCES are not subject to row security; a temporary table could stand before a
  // real one in the path of a definer function.
  const past = await names(
    `select grantee || ' ' || privilege_type || ' ' || table_name as name
     from information_schema.role_table_grants
     where grantee in ('homeward_app', 'homeward_auth', 'homeward_jobs', 'homeward_exchange')
       and table_schema in ${SCHEMAS} and privilege_type in ('TRUNCATE', 'REFERENCES', 'TRIGGER')
     union all
     select rolname || ' temp' from pg_roles where rolname in ('homeward_app', 'homeward_auth',
       'homeward_jobs', 'homeward_exchange')
       and has_database_privilege(rolname, current_database(), 'temp, create')
     union all
     select tableowner || ' owns ' || tablename from pg_tables
     where schemaname in ${SCHEMAS} and tableowner <> 'homeward_owner'`,
  );
  expect(past).toEqual([]);
});

it('every table that the application may touch has a policy for each right that it has', async () => {
  // A right without a policy is a row that nobody reaches; it says that somebody forgot one of the two.
  const bare = await names(
    `select g.table_name || ' ' || g.privilege_type as name
     from information_schema.role_table_grants g
     join pg_tables t on t.schemaname = g.table_schema and t.tablename = g.table_name
     where g.grantee = 'homeward_app' and g.table_schema = 'public' and not exists (
       select from pg_policies p where p.schemaname = 'public' and p.tablename = g.table_name
         and ('homeward_app' = any (p.roles) or 'public' = any (p.roles))
         and p.cmd in (g.privilege_type, 'ALL'))`,
  );
  expect(bare).toEqual([]);
});
