import { z } from 'zod';
import { courseAnswers } from '#domain/course/course-round.ts';
import { id } from '#domain/id.ts';
import type { Deps } from '../deps.ts';
import { gone } from '../directory/organisation-routes.ts';
import { sendProblem } from '../problem-reply.ts';
import { logRead } from '../read-log/read-log.ts';
import type { ServerApp } from '../server-app.ts';
import { courseAnswersOf } from './course-answers.ts';

const params = z.object({ id });

/** What the person of a file is told of rounds: the answer to each wish with its reason, and no one else. */
export function addCourseAnswerRoutes(app: ServerApp, deps: Deps): void {
  app.get(
    '/api/cases/:id/course-answers',
    { schema: { params, response: { 200: courseAnswers } } },
    async (request, reply) => {
      const case_id = request.params.id;
      const found = await deps.database.as(request.actor, async (acting) => {
        const told = await courseAnswersOf(acting, case_id);
        if (told === null) return null;
        const details = { list: 'course_answers' };
        await logRead(acting, { action: 'listed', case_id, details }, deps.clock());
        return told;
      });
      return found ?? sendProblem(reply, gone);
    },
  );
}
