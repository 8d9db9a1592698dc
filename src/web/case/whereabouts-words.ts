import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { CommandBodies } from '#domain/case/nouns.ts';
import { formatDay } from '../ui/format.ts';
import { EXPRESSION_WORDS } from './consent-words.ts';
import type { Body, Sentence } from './fact-words.ts';
import { labelOf } from './labels.ts';

type Receiver = CommandBodies['hand_over']['to'];

/** To whom somebody goes home. */
export const RECEIVER_WORDS: Readonly<Record<Receiver, MessageDescriptor>> = {
  family: msg`The own family`,
  guardian: msg`A guardian`,
  receiving_family: msg`A receiving family`,
};

/** Reception, hand-over, pauses and places in the timeline. */
export const WHEREABOUTS_FACTS: Readonly<Record<string, Sentence>> = {
  place_changed: (body, { names }) => {
    const place = names.place(str(body.place_id)) ?? '…';
    return msg`The support file belongs to this place now: ${place}`;
  },
  reception_entered: (body, { i18n }) => {
    const [place, on] = [str(body.place), formatDay(i18n.locale, str(body.on))];
    return msg`Arrived in reception on ${on}: ${place}`;
  },
  reception_left: (body, { i18n }) => {
    const on = formatDay(i18n.locale, str(body.on));
    return msg`Left reception on ${on}.`;
  },
  handed_over: (body, { i18n }) => {
    const on = formatDay(i18n.locale, str(body.on));
    const [to, place] = [i18n._(RECEIVER_WORDS[body.to as Receiver]), str(body.place)];
    const asked = body.consent as CommandBodies['hand_over']['consent'];
    if (asked === undefined) return msg`Went home on ${on} (${place}). Received by: ${to}.`;
    const yes = formatDay(i18n.locale, asked.on);
    const how = i18n._(EXPRESSION_WORDS[asked.expression]);
    return msg`Went home on ${on} (${place}). Received by: ${to}. Their yes: ${yes}, ${how}.`;
  },
  pause_started: (body, { i18n, model }) => {
    const reason = labelOf(i18n.locale, model.pause_reasons, str(body.reason));
    const from = formatDay(i18n.locale, str(body.from));
    return msg`A pause began on ${from}: ${reason}`;
  },
  pause_ended: (body, { i18n, model, facts }) => {
    const begun = facts.find(
      (fact) => fact.kind === 'pause_started' && (fact.body as Body)?.pause_id === body.pause_id,
    );
    const code = str((begun?.body as Body | undefined)?.reason);
    const reason = labelOf(i18n.locale, model.pause_reasons, code);
    const on = formatDay(i18n.locale, str(body.on));
    return msg`A pause ended on ${on}: ${reason}`;
  },
};

function str(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
