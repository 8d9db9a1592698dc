import { v7 as uuid } from 'uuid';
import { expect, it } from 'vitest';
import { testDatabase } from '#test/database.ts';
import { openFile } from '#test/file.ts';
import { testServer } from '#test/http.ts';
import { signIn } from '#test/world.ts';
import type { DemoName } from '../seed/accounts.ts';

// Every route that answers with people leaves one row in the read log, in the transaction that read
// (guarantees S12). Each GET of the server stands here once: a new one fails until somebody has said
// whether it reads people. Seen to fail: an answer that left before its transaction had ended, and whose
// row was not there yet; a search that could still write its row by another role.

const database = await testDatabase();
const server = await testServer(database);
const owner = database.pool('owner');
const file = await openFile(server, 'aziza');
const device = { 'x-homeward-device': uuid() };

interface Asked {
  readonly by: DemoName;
  readonly action: string;
  readonly url?: string;
  readonly headers?: Record<string, string>;
}

/** Reads people: who may ask, what is written down, and how it is asked where that is not the address. */
const LOGGED: Readonly<Record<string, Asked>> = {
  '/api/cases': { by: 'aziza', action: 'listed' },
  '/api/cases/:id': { by: 'aziza', action: 'opened', url: `/api/cases/${file.case_id}` },
  '/api/tasks': { by: 'aziza', action: 'listed' },
  '/api/team': { by: 'gulnora', action: 'listed' },
  '/api/approvals': { by: 'gulnora', action: 'listed' },
  '/api/concerns': { by: 'gulnora', action: 'listed' },
  '/api/emergency-openings': { by: 'gulnora', action: 'listed' },
  '/api/authority-requests': { by: 'gulnora', action: 'listed' },
  '/api/commission/unanswered': { by: 'gulnora', action: 'listed' },
  '/api/commission/agenda': {
    ...{ by: 'gulnora', action: 'printed' },
    url: '/api/commission/agenda?commission=district&session_on=2026-12-01',
  },
  '/api/parked': { by: 'gulnora', action: 'listed' },
  '/api/pull': { by: 'aziza', action: 'pulled', headers: device },
  '/api/search': { by: 'aziza', action: 'searched', url: '/api/search?text=Zuhra' },
  '/api/meetings': { by: 'sanobar', action: 'listed' },
  '/api/packets': { by: 'farida', action: 'packets_listed' },
  '/api/read-log': { by: 'malika', action: 'log_read' },
  '/api/complaints': { by: 'zebo', action: 'complaints_listed' },
  '/api/waiting-files': { by: 'dilnoza', action: 'listed' },
  '/api/duplicates': { by: 'dilnoza', action: 'listed' },
};

/** Reads nobody who takes part, or answers with ids, codes and numbers that the caller knows already. */
const NOT_LOGGED = [
  '/api/health/live',
  '/api/health/ready',
  '/api/openapi.json',
  '/api/me',
  '/api/accounts',
  '/api/accounts/:id/devices',
  '/api/devices',
  '/api/colleagues',
  '/api/duties',
  '/api/caseloads',
  '/api/organisations',
  '/api/services',
  '/api/places',
  '/api/model',
  '/api/numbers',
  '/api/notifications',
  '/api/packets/words',
  // Days of sessions and how many matters each has.
  '/api/commission/sessions',
  '/api/community',
