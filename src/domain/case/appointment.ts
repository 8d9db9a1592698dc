import { z } from 'zod';
import { type Id, id } from '../id.ts';
import { line, prose } from '../text.ts';
import { type Instant, instant } from '../time.ts';
import { accept, commandKind, type Noun, refuse, stale } from './command.ts';
import { factKind } from './fact.ts';

const times = { at: instant, remind_at: instant.optional() };
const named = { appointment_id: id };

/** An appointment with a service or with the worker. Its title says nothing: it stands on a print. */
export const bookAppointment = z.strictObject({
  ...named,
  /** Neutral, for any eye: "Appointment, room 4"; never what it is for. */
  title: line,
  with: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('worker') }),
    z.strictObject({ kind: z.literal('service'), service_id: id, referral_id: id.optional() }),
  ]),
  ...times,
  place: line.optional(),
});
const moveAppointment = z.strictObject({ ...named, ...times });
const endAppointment = z.strictObject({ ...named, words: prose.optional() });
const missAppointment = endAppointment.extend({
  reason: z.enum(['ill', 'no_transport', 'forgotten', 'did_not_wish', 'service_absent', 'unknown']),
});
const appointmentMoved = moveAppointment.extend({ conflicting: z.boolean() });

export interface Appointment extends z.infer<typeof bookAppointment> {
  readonly status: 'booked' | 'kept' | 'missed' | 'cancelled';
  /** The fact that said the time: what a move must have seen. */
  readonly by: Id;
  /** A time said elsewhere without knowledge of this one; kept until somebody moves it again. */
  readonly conflict?: { readonly at: Instant; readonly by: Id };
}
export interface AppointmentState {
  readonly appointments: Readonly<Record<Id, Appointment>>;
}

/** The appointments that are still to come or were not told of yet, the earliest first. */
export function booked(slice: AppointmentState): readonly Appointment[] {
  return Object.values(slice.appointments)
    .filter(({ status }) => status === 'booked')
    .sort((a, b) => (`${a.at}${a.appointment_id}` < `${b.at}${b.appointment_id}` ? -1 : 1));
}

function change(
  slice: AppointmentState,
  appointmentId: Id,
  to: (known: Appointment) => Appointment,
): AppointmentState {
  const known = slice.appointments[appointmentId];
  if (known === undefined) return slice;
  return { appointments: { ...slice.appointments, [appointmentId]: to(known) } };
}

/** The booked appointment of this id, or why nothing can be said about it. */
function bookedOne(slice: AppointmentState, appointmentId: Id) {
  const known = slice.appointments[appointmentId];
  if (known === undefined) return { answer: refuse('appointment_unknown') };
  if (known.status !== 'booked') return { answer: stale('appointment_ended') };
  return { known };
}

function timeProblem(said: Instant, { at, remind_at }: z.infer<typeof moveAppointment>) {
  // By the clock of whoever said it: a booking made with the line cut may arrive after its time.
  if (at < said) return refuse('moment_in_the_past');
  return remind_at !== undefined && remind_at > at ? refuse('reminder_too_late') : null;
}

/** Appointments: booked, moved, kept, missed, cancelled; each is a task, and its reminder another. */
export const appointment = {
  slice: 'appointment',
  initial: { appointments: {} } as AppointmentState,
  facts: {
    appointment_booked: factKind({
      version: 1,
      compartment: 'general',
      body: bookAppointment,
      apply: (slice: AppointmentState, { body, id: by }): AppointmentState => ({
        appointments: {
          ...slice.appointments,
          [body.appointment_id]: { ...body, status: 'booked', by },
        },
      }),
    }),
    appointment_moved: factKind({
      version: 1,
      compartment: 'general',
      body: appointmentMoved,
      apply: (slice: AppointmentState, { body, id: by }): AppointmentState =>
        change(slice, body.appointment_id, (known) => {
          const { conflict: _settled, remind_at: _old, ...rest } = known;
          const { at, remind_at, conflicting } = body;
          return {
            ...{ ...rest, at, by, status: 'booked' },
            ...(remind_at === undefined ? {} : { remind_at }),
            ...(conflicting ? { conflict: { at: known.at, by: known.by } } : {}),
          };
        }),
    }),
    appointment_kept: factKind({
      version: 1,
      compartment: 'general',
      body: endAppointment,
      apply: (slice: AppointmentState, { body }): AppointmentState =>
        change(slice, body.appointment_id, (known) => ({ ...known, status: 'kept' })),
    }),
    appointment_missed: factKind({
      version: 1,
      compartment: 'general',
      body: missAppointment,
      apply: (slice: AppointmentState, { body }): AppointmentState =>
        change(slice, body.appointment_id, (known) => ({ ...known, status: 'missed' })),
    }),
    appointment_cancelled: factKind({
      version: 1,
      compartment: 'general',
      body: endAppointment,
      apply: (slice: AppointmentState, { body }): AppointmentState =>
        change(slice, body.appointment_id, (known) => ({ ...known, status: 'cancelled' })),
    }),
  },
  commands: {
    book_appointment: commandKind({
      body: bookAppointment,
      verb: 'append',
      compartment: 'general',
      decide: (state, { body, said_at }, { services }) => {
        if (state.appointment.appointments[body.appointment_id] !== undefined) {
          return refuse('already_recorded');
        }
        if (body.with.kind === 'service') {
          const { service_id, referral_id } = body.with;
          if (services !== undefined && services[service_id] === undefined) {
            return refuse('service_unknown');
          }
          const referral = referral_id && state.referral.referrals[referral_id];
          if (referral_id !== undefined && !referral) return refuse('referral_unknown');
        }
        return timeProblem(said_at, body) ?? accept({ kind: 'appointment_booked', body });
      },
    }),
    move_appointment: commandKind({
      body: moveAppointment,
      verb: 'append',
      compartment: 'general',
      decide: (state, { body, said_at, seen }) => {
        const known = state.appointment.appointments[body.appointment_id];
        if (known === undefined) return refuse('appointment_unknown');
        // A missed one may be given a new time; one that was kept or called off is over.
        if (known.status === 'kept' || known.status === 'cancelled') {
          return stale('appointment_ended');
        }
        const problem = timeProblem(said_at, body);
        if (problem !== null) return problem;
        const saw = seen?.[`appointment:${body.appointment_id}`];
        const conflicting = saw !== undefined && saw !== known.by;
        const fact = { kind: 'appointment_moved', body: { ...body, conflicting } };
        return conflicting ? { facts: [fact], conflict: true } : accept(fact);
      },
    }),
    keep_appointment: commandKind({
      body: endAppointment,
      verb: 'append',
      compartment: 'general',
      decide: (state, { body, said_at }) => {
        const { known, answer } = bookedOne(state.appointment, body.appointment_id);
        if (known === undefined) return answer;
        if (said_at.slice(0, 10) < known.at.slice(0, 10)) return refuse('appointment_ahead');
        return accept({ kind: 'appointment_kept', body });
      },
    }),
    miss_appointment: commandKind({
      body: missAppointment,
      verb: 'append',
      compartment: 'general',
      decide: (state, { body, said_at }) => {
        const { known, answer } = bookedOne(state.appointment, body.appointment_id);
        if (known === undefined) return answer;
        if (said_at < known.at) return refuse('appointment_ahead');
        return accept({ kind: 'appointment_missed', body });
      },
    }),
    cancel_appointment: commandKind({
      body: endAppointment,
      verb: 'append',
      compartment: 'general',
      decide: (state, { body }) => {
        const { known, answer } = bookedOne(state.appointment, body.appointment_id);
        return known === undefined ? answer : accept({ kind: 'appointment_cancelled', body });
      },
    }),
  },
} as const satisfies Noun<'appointment'>;
