import { z } from 'zod';
import { vaccinationsOfModel } from '#domain/case/model-vaccination.ts';
import { readVaccinationList } from '#domain/case/vaccination-list.ts';
import type { Deps } from '../deps.ts';
import { sendProblem } from '../problem-reply.ts';
import type { ServerApp } from '../server-app.ts';
import { rowsOfUpload, wrongRows } from '../work/work-file.ts';

const answer = z.object({
  doses: vaccinationsOfModel.shape.doses,
  /** Headings that mean nothing here. */
  left_out: z.array(z.string()),
});

/**
 * Reads the vaccination calendar of a country from a table, without writing anything: whoever coordinates looks
 * at it and puts it into the draft of the programme, where every version stays.
 */
export function addVaccinationRoutes(app: ServerApp, deps: Deps): void {
  app.post(
    '/api/model/vaccinations/read',
    { schema: { response: { 200: answer } } },
    async (request, reply) => {
      const allowed = await deps.database.as(
        request.actor,
        async (acting) => acting.role === 'coordinator',
      );
      if (!allowed) return sendProblem(reply, { code: 'gone' });
      const rows = await rowsOfUpload(request);
      if ('code' in rows) return sendProblem(reply, rows);
      const read = readVaccinationList(rows);
      if ('problems' in read) return sendProblem(reply, wrongRows(read.problems));
      return { doses: [...read.doses], left_out: [...read.left_out] };
    },
  );
}
