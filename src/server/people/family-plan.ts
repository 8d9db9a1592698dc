import { familyGoalProblem, namedIn } from '#domain/people/family-plan.ts';
import type { RegisterBodies } from '#domain/people/register.ts';
import { dayAt } from '#domain/zone.ts';
import { modelOf } from '../case/model.ts';
import type { Acting } from '../database.ts';
import { birthOf, lockPerson } from './person-row.ts';
import { APPLIED, GONE, noteChange, type Said, stale, type Written } from './said.ts';

/**
 * Writes what a household agreed on. Whoever says it reaches everybody whom it names; a member beyond
 * reach is answered like somebody who is not there.
 */
export async function agreeFamilyGoal(
  acting: Acting,
  goal: RegisterBodies['agree_family_goal'],
  said: Said,
): Promise<Written> {
  const named = namedIn(goal);
  const people = [];
  // Locked, so that nobody leaves the household while this is written.
  for (const person_id of named) {
    const person = await lockPerson(acting, person_id);
    if (person === null) return GONE;
    people.push(person);
  }
  const models = await modelsOf(acting, named);
  // Among relatives alone nobody would ever reach it.
  if (models.length === 0)
    return { answer: 'refused', problem: { code: 'household_without_file' } };
  const here = await livingAmong(acting, goal.household_id, named);
  const living = people
    .filter(({ id }) => here.has(id))
    .map((person) => ({ person_id: person.id, birth: birthOf(person) ?? null }));
  const today = dayAt(said.now.toISOString(), models[0]?.time_zone ?? 'UTC');
  const problem = familyGoalProblem(goal, models, living, today);
  if (problem !== null) return { answer: 'refused', problem };
  await write(acting, goal, said);
  for (const { id, version } of people) {
    await noteChange(acting, said, id, version, { family_plan: goal });
  }
  return APPLIED;
}

async function write(acting: Acting, goal: RegisterBodies['agree_family_goal'], said: Said) {
  const { household_id, goal_id, domain, words, steps, agreed } = goal;
  await acting.tx
    .insertInto('family_goal')
    .values({
      ...{ id: goal_id, household_id, domain, words, said_by: said.actor.id },
      ...{ said_at: said.said_at, recorded_at: said.now },
    })
    .execute();
  await acting.tx
    .insertInto('family_step')
    .values(
      steps.map(({ step_id, what, members, owner_id, due_on }) => ({
        ...{ id: step_id, goal_id, household_id, what, members, owner_id, due_on },
        agreed: agreed.filter((one) => members.includes(one)),
      })),
    )
    .execute();
}

/** A step ends for everybody whom it names. */
export async function endFamilyStep(
  acting: Acting,
  { step_id, outcome }: RegisterBodies['end_family_step'],
  said: Said,
): Promise<Written> {
  const step = await acting.tx
    .selectFrom('family_step')
    .select(['members', 'outcome'])
    .where('id', '=', step_id)
    .forUpdate()
    .executeTakeFirst();
  if (step === undefined) return GONE;
  if (step.outcome !== null) return stale('step_already_ended');
  await acting.tx
    .updateTable('family_step')
    .set({ outcome, ended_at: said.now, ended_by: said.actor.id })
    .where('id', '=', step_id)
    .execute();
  return APPLIED;
}

/** The models that the files of these people are pinned to, as far as the actor reaches them. */
async function modelsOf(acting: Acting, people: readonly string[]) {
  const rows = await acting.tx
    .selectFrom('case_file')
    .select('model_id')
    .distinct()
    .where('person_id', 'in', people)
    .execute();
  const models = await Promise.all(rows.map(({ model_id }) => modelOf(acting, model_id)));
  return models.filter((model) => model !== null);
}

async function livingAmong(acting: Acting, householdId: string, people: readonly string[]) {
  const rows = await acting.tx
    .selectFrom('household_member')
    .select('person_id')
    .where('household_id', '=', householdId)
    .where('person_id', 'in', people)
    .where('until_day', 'is', null)
    .execute();
  return new Set(rows.map(({ person_id }) => person_id));
}
