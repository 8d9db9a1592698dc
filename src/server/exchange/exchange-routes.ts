import type { ServerApp } from '../server-app.ts';
import { addEntranceRoutes } from './account/entrance-routes.ts';
import { addParticipantRoutes } from './account/participant-routes.ts';
import { requireParticipant } from './account/participating.ts';
import { addEditionPages } from './edition/edition-pages.ts';
import { addEditionRoutes } from './edition/edition-routes.ts';
import type { ExchangeDeps } from './exchange-deps.ts';
import { addModelPages } from './model/model-pages.ts';
import { addModelRoutes } from './model/model-routes.ts';
import { addModelReviewRoutes } from './model/review-routes.ts';
import { addStyles } from './page/styles.ts';
import { addPublicationRoutes } from './publication/publication-routes.ts';
import { addWordingRoutes } from './wording/wording-routes.ts';

/** Every noun's routes and public pages, one line each. */
const EXCHANGE_ROUTES: readonly ((app: ServerApp, deps: ExchangeDeps) => void)[] = [
  addStyles,
  addEntranceRoutes,
  addParticipantRoutes,
  addWordingRoutes,
  addEditionRoutes,
  addEditionPages,
  addPublicationRoutes,
  addModelRoutes,
  addModelReviewRoutes,
  addModelPages,
];

/** Adds the other half to the server: its own door, then its routes. */
export function addExchange(app: ServerApp, deps: ExchangeDeps): void {
  requireParticipant(app, deps);
  for (const addRoutes of EXCHANGE_ROUTES) addRoutes(app, deps);
}
