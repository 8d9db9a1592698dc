import type { ServerApp } from '../server-app.ts';
import { addEntranceRoutes } from './account/entrance-routes.ts';
import { addParticipantRoutes } from './account/participant-routes.ts';
import { requireParticipant } from './account/participating.ts';
import { addEditionPages } from './edition/edition-pages.ts';
import { addEditionRoutes } from './edition/edition-routes.ts';
import { addEvidencePages } from './evidence/evidence-pages.ts';
import { addEvidenceRoutes } from './evidence/evidence-routes.ts';
import type { ExchangeDeps } from './exchange-deps.ts';
import { addOpinionPages } from './opinion/opinion-pages.ts';
import { addOpinionRoutes } from './opinion/opinion-routes.ts';
import { addStatementRoutes } from './opinion/statement-routes.ts';
import { addStyles } from './page/styles.ts';
import { addWordingRoutes } from './wording/wording-routes.ts';

/** Every noun's routes and public pages, one line each. */
const EXCHANGE_ROUTES: readonly ((app: ServerApp, deps: ExchangeDeps) => void)[] = [
  addStyles,
  addEntranceRoutes,
  addParticipantRoutes,
  addWordingRoutes,
  addEditionRoutes,
  addEditionPages,
  addOpinionRoutes,
  addStatementRoutes,
  addOpinionPages,
  addEvidenceRoutes,
  addEvidencePages,
];

/** Adds the other half to the server: its own door, then its routes. */
export function addExchange(app: ServerApp, deps: ExchangeDeps): void {
  requireParticipant(app, deps);
  for (const addRoutes of EXCHANGE_ROUTES) addRoutes(app, deps);
}
