import { msg } from '@lingui/core/macro';
import type { ModelPart } from '../model-part.ts';
import { RECEIVER_WORDS } from '../model-words.ts';
import { packetOptions } from '../packet-words.ts';
import {
  code,
  labelled,
  name,
  needDomain,
  number,
  numberOrNone,
  sourced,
  unread,
} from './fields.ts';

/** What a person is asked, what a child's word means, and who is told what. */
export const CONSENT: readonly ModelPart[] = [
  {
    path: 'consent_purposes',
    title: msg`What consent is asked for`,
    intro: msg`With the ages from which a child is asked, its word is needed, and it decides alone.`,
    list: {
      shows: ['receiver'],
      fresh: { ...labelled, question: {}, need_domain: null, receiver: 'none', entitlement: false },
    },
    fields: [
      ...[name, code],
      { key: 'question', kind: 'labels', label: msg`As it is asked` },
      { ...needDomain, empty: 'null' },
      {
        ...{ key: 'receiver', kind: 'choice', label: msg`Who is told` },
        choices: { words: RECEIVER_WORDS },
      },
      {
        ...{ key: 'entitlement', kind: 'flag' },
        label: msg`Due to everybody by law, also without consent`,
      },
      {
        ...{ key: 'own_agreement', kind: 'group', label: msg`The child’s own word` },
        optional: { asked_from: 6, needed_from: 10, alone_from: null, ...unread },
        fields: [
          number('asked_from', msg`Asked from the age of`),
          number('needed_from', msg`Needed from the age of`),
          {
            ...{ key: 'alone_from', kind: 'number', empty: 'null' },
            label: msg`Enough alone from the age of`,
            description: msg`Empty: never before full age.`,
          },
          ...sourced,
        ],
      },
    ],
  },
  {
    path: 'best_interests',
    title: msg`Decisions on a child’s best interests`,
    fields: [
      number('disciplines', msg`At least so many professions decide together`),
      number('heard_from', msg`The child is heard from the age of`),
      ...sourced,
    ],
  },
  {
    path: 'family',
    title: msg`What a family plans together`,
    fields: [
      {
        ...{ key: 'sensitive_domains', kind: 'choices', label: msg`What stays with the person` },
        description: msg`Areas with a specialist of their own always do.`,
        choices: { part: 'need_domains' },
      },
      number('child_asked_from', msg`A child says yes or no itself from the age of`),
      ...sourced,
    ],
  },
  {
    path: 'legal_bases',
    title: msg`Legal bases without consent`,
    intro: msg`A basis reaches only as far as the purposes that are chosen here.`,
    list: { fresh: { ...labelled, purposes: [] }, shows: ['purposes'] },
    fields: [
      ...[name, code],
      {
        ...{ key: 'purposes', kind: 'choices', label: msg`For these purposes` },
        choices: { part: 'consent_purposes' },
      },
    ],
  },
  {
    path: 'referral.packets',
    title: msg`What a service is sent`,
    intro: msg`Only what the service needs. What it must never get, the return above all, is not offered for it.`,
    list: {
      title: ['purpose'],
      fresh: { purpose: '', fields: [], fields_by_law: [] },
    },
    fields: [
      {
        ...{ key: 'purpose', kind: 'choice', label: msg`For what` },
        choices: { part: 'consent_purposes' },
      },
      {
        ...{ key: 'fields', kind: 'choices', label: msg`Sent with the person’s consent` },
        choices: { of: packetOptions },
      },
      {
        ...{ key: 'fields_by_law', kind: 'choices' },
        label: msg`Sent where only a law stands behind it`,
        description: msg`Never more than with consent. Nothing chosen: nothing is sent without consent.`,
        choices: { of: packetOptions },
      },
    ],
  },
  {
    path: 'referral',
    title: msg`Referrals`,
    fields: [
      number('silence_days', msg`Silence is shown after so many days`),
      number('packet_days_after_answer', msg`Days until a packet vanishes after its answer`),
      numberOrNone(
        'link_days',
        msg`Days that a link for a service without an account holds`,
        msg`Empty: 14 days.`,
      ),
    ],
  },
  {
    path: 'referral.barriers',
    title: msg`What may stand in the way of a service`,
    list: { fresh: labelled, ordered: true },
    fields: [name, code],
  },
];
