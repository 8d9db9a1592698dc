import type { FieldProblem } from '../problem.ts';
import { isTimeZone } from '../zone.ts';
import { documentKinds, documentProblems } from './document-kind.ts';
import type { ProgrammeModel } from './model.ts';
import { businessFaults } from './model-business.ts';
import { TOLD_OF_RETURN } from './model-names.ts';
import { schoolingFaults } from './model-schooling.ts';
import { vaccinationFaults } from './model-vaccination.ts';
import { isPattern } from './words.ts';

/** The keys whose value is a text in several languages. */
const LABEL_KEYS: ReadonlySet<string> = new Set(['labels', 'question', 'office']);

/**
 * What a schema cannot see: names that point nowhere, codes said twice, stages that nobody can reach,
 * labels without a language, packets that tell what they must not. Empty = sound.
 */
export function modelProblems(
  model: ProgrammeModel,
  languages: readonly string[],
): readonly FieldProblem[] {
  return [
    ...twice(model),
    ...missingLabels(model, [...new Set([...languages, ...model.languages])]),
    ...unreachable(model),
    ...unknownNames(model),
    ...ageProblems(model),
    ...documentProblems(model),
    ...packetProblems(model),
    ...calendarProblems(model),
    ...wordProblems(model),
    ...printProblems(model),
  ];
}

/** Whether a stage ends a case: nothing follows it but reopening. */
export function endsCase(model: ProgrammeModel, code: string): boolean {
  return model.stages.some((stage) => stage.code === code && stage.phase === 'closed');
}

function twice(model: ProgrammeModel): FieldProblem[] {
  const lists: Record<string, readonly { readonly code: string }[]> = {
    stages: model.stages,
    approvals: model.approvals,
    need_domains: model.need_domains,
    pause_reasons: model.pause_reasons,
    timers: model.timers,
    consent_purposes: model.consent_purposes,
    legal_bases: model.legal_bases,
    milestones: model.milestones,
    'documents.kinds': documentKinds(model),
    'documents.refusal_reasons': model.documents?.refusal_reasons ?? [],
    prints: model.prints ?? [],
    'life_events.events': model.life_events?.events ?? [],
    'assistance.kinds': model.assistance?.kinds ?? [],
    closure_reasons: model.closure_reasons,
    visit_kinds: model.visit_kinds,
    group_kinds: model.group_kinds ?? [],
    contact_channels: model.contact_channels,
    holidays: model.holidays,
    indicators: model.indicators,
    retention: model.retention.map(({ category }) => ({ code: category })),
    'referral.packets': model.referral.packets.map(({ purpose }) => ({ code: purpose })),
    'referral.barriers': model.referral.barriers,
    'word_list.suggestions': model.word_list.suggestions,
    'closing.check_ins': model.closing.check_ins,
    'closing.feedback_questions': model.closing.feedback_questions,
  };
  model.need_domains.forEach((domain, at) => {
    lists[`need_domains.${at}.subtopics`] = domain.subtopics;
  });
  return Object.entries(lists).flatMap(([name, entries]) =>
    entries.flatMap(({ code }, at) =>
      entries.findIndex((entry) => entry.code === code) < at
        ? [problem(`${name}.${at}.code`, 'duplicate_code', { code })]
        : [],
    ),
  );
}

/** A print that is offered for a kind of visit or a milestone that there is not. */
function printProblems(model: ProgrammeModel): FieldProblem[] {
  const lists = {
    home_visit: [codes(model.visit_kinds), 'unknown_visit_kind'],
    certificate: [codes(model.milestones), 'unknown_milestone'],
  } as const;
  return (model.prints ?? []).flatMap(({ code, offered_for = [] }, at) => {
    if (code !== 'home_visit' && code !== 'certificate') return [];
    const [known, what] = lists[code];
    return offered_for.flatMap((name, index) =>
      known.has(name) ? [] : [problem(`prints.${at}.offered_for.${index}`, what, { name })],
    );
  });
}

function missingLabels(
  value: unknown,
  languages: readonly string[],
  path: readonly string[] = [],
): FieldProblem[] {
  if (typeof value !== 'object' || value === null) return [];
  if (LABEL_KEYS.has(path.at(-1) ?? '')) {
    return languages
      .filter((language) => !Object.hasOwn(value, language))
      .map((language) => problem([...path, language].join('.'), 'label_missing', { language }));
  }
  return Object.entries(value).flatMap(([key, inner]) =>
    missingLabels(inner, languages, [...path, key]),
  );
}

/**
 * A stage that no case can come to: an ending before it takes everybody whom it would take, and no
 * reason of closure leads to it. The first stage is where a case begins and asks for nothing.
 */
function unreachable(model: ProgrammeModel): FieldProblem[] {
  const named = new Set(model.closure_reasons.map((reason) => reason.stage));
  return model.stages.flatMap((stage, at) => {
    if (at === 0) {
      const wrong = stage.enter.length > 0 || stage.phase === 'closed';
      return wrong ? [problem('stages.0', 'stage_unreachable', { stage: stage.code })] : [];
    }
    const before = model.stages.slice(0, at);
    const taken = before.some(
      (other) =>
        other.phase === 'closed' && other.enter.every((name) => stage.enter.includes(name)),
    );
    return taken && !named.has(stage.code)
      ? [problem(`stages.${at}`, 'stage_unreachable', { stage: stage.code })]
      : [];
  });
}

function unknownNames(model: ProgrammeModel): FieldProblem[] {
  const stages = codes(model.stages);
  const domains = codes(model.need_domains);
  const purposes = codes(model.consent_purposes);
  const pauses = codes(model.pause_reasons);
  const milestones = codes(model.milestones);
  const approvals = codes(model.approvals);
  const found: FieldProblem[] = [];
  const check = (known: ReadonlySet<string>, name: string, path: string, what: string) => {
    if (!known.has(name)) found.push(problem(path, what, { name }));
  };
  check(stages, model.reopened_stage, 'reopened_stage', 'unknown_stage');
  if (endsCase(model, model.reopened_stage)) {
    found.push(problem('reopened_stage', 'stage_is_an_ending', { name: model.reopened_stage }));
  }
  model.stages.forEach(({ approval }, at) => {
    if (approval !== undefined) {
      check(approvals, approval, `stages.${at}.approval`, 'unknown_approval');
    }
  });
  const named: Readonly<Record<string, readonly [ReadonlySet<string>, string]>> = {
    stage: [stages, 'unknown_stage'],
    milestone: [milestones, 'unknown_milestone'],
    life_event: [codes(model.life_events?.events ?? []), 'unknown_life_event'],
  };
  model.timers.forEach((timer, at) => {
    for (const key of ['starts_on', 'ends_on', 'stops_on'] as const) {
      timer[key].forEach((event, index) => {
        const [kind = '', code = ''] = event.split(':');
        const [known, fault] = named[kind] ?? [];
        if (known === undefined || fault === undefined) return;
        check(known, code, `timers.${at}.${key}.${index}`, fault);
      });
    }
    timer.pause_reasons.forEach((reason, index) => {
      check(pauses, reason, `timers.${at}.pause_reasons.${index}`, 'unknown_pause_reason');
    });
  });
  model.consent_purposes.forEach(({ need_domain }, at) => {
    if (need_domain === null) return;
    check(domains, need_domain, `consent_purposes.${at}.need_domain`, 'unknown_need_domain');
  });
  model.legal_bases.forEach((basis, at) => {
    basis.purposes.forEach((purpose, index) => {
      check(purposes, purpose, `legal_bases.${at}.purposes.${index}`, 'unknown_purpose');
    });
  });
  const given = codes(model.assistance?.kinds ?? []);
  model.assistance?.limits?.forEach(({ kind }, at) => {
    if (kind === undefined) return;
    check(given, kind, `assistance.limits.${at}.kind`, 'unknown_assistance_kind');
  });
  model.milestones.forEach(({ need_domain, after }, at) => {
    check(domains, need_domain, `milestones.${at}.need_domain`, 'unknown_need_domain');
    if (after === undefined) return;
    check(milestones, after.milestone, `milestones.${at}.after.milestone`, 'unknown_milestone');
  });
  for (const { path, code, name } of schoolingFaults(model)) {
    found.push(problem(`schooling.${path}`, code, { name: name ?? '' }));
  }
  for (const { path, code, name } of businessFaults(model)) {
    found.push(problem(`business.${path}`, code, { name: name ?? '' }));
  }
  for (const { path, name } of vaccinationFaults(model)) {
    found.push(problem(`vaccinations.${path}`, 'unknown_dose', { name }));
  }
  model.closure_reasons.forEach(({ stage }, at) => {
    check(stages, stage, `closure_reasons.${at}.stage`, 'unknown_stage');
    const phase = model.stages.find((entry) => entry.code === stage)?.phase;
    if (phase !== undefined && phase !== 'closed' && phase !== 'aftercare') {
      found.push(problem(`closure_reasons.${at}.stage`, 'stage_is_no_ending', { name: stage }));
    }
  });
  return found;
}

/** A child is asked before it must have been asked, and that before it decides alone. */
function ageProblems(model: ProgrammeModel): FieldProblem[] {
  return model.consent_purposes.flatMap(({ own_agreement: ages }, at) => {
    if (ages === undefined) return [];
    const path = `consent_purposes.${at}.own_agreement`;
    const early = ages.needed_from < ages.asked_from;
    const alone = ages.alone_from !== null && ages.alone_from < ages.needed_from;
    return [
      ...(early ? [problem(`${path}.needed_from`, 'ages_out_of_order', {})] : []),
      ...(alone ? [problem(`${path}.alone_from`, 'ages_out_of_order', {})] : []),
    ];
  });
}

/** Return history reaches only those who restore papers; a school or an employer never. */
function packetProblems(model: ProgrammeModel): FieldProblem[] {
  return model.referral.packets.flatMap((packet, at) => {
    const path = `referral.packets.${at}`;
    const purpose = model.consent_purposes.find((entry) => entry.code === packet.purpose);
    if (purpose === undefined) {
      return [problem(`${path}.purpose`, 'unknown_purpose', { name: packet.purpose })];
    }
    const told = TOLD_OF_RETURN.includes(purpose.receiver);
    return (['fields', 'fields_by_law'] as const).flatMap((key) =>
      packet[key].flatMap((field, index) => {
        const where = `${path}.${key}.${index}`;
        if (field.startsWith('return.') && !told) {
          return [problem(where, 'return_history_in_packet', { field })];
        }
        // The law never needs more than the person would have agreed to.
        return key === 'fields_by_law' && !packet.fields.includes(field)
          ? [problem(where, 'more_than_consent', { field })]
          : [];
      }),
    );
  });
}

function calendarProblems(model: ProgrammeModel): FieldProblem[] {
  const zone = isTimeZone(model.time_zone) ? [] : [problem('time_zone', 'not_a_time_zone', {})];
  const days = model.holidays.flatMap(({ on }, at) => {
    // A day of every year is tried in a leap year, so that 29 February may be one.
    const full = on.length === 5 ? `2028-${on}` : on;
    const date = new Date(`${full}T00:00:00.000Z`);
    const real = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(full);
    return real ? [] : [problem(`holidays.${at}.on`, 'not_a_day', {})];
  });
  const full = model.thresholds.caseload_full < model.thresholds.caseload_warn;
  return [
    ...zone,
    ...days,
    ...(full ? [problem('thresholds.caseload_full', 'below_warning', {})] : []),
  ];
}

function wordProblems(model: ProgrammeModel): FieldProblem[] {
  const suggestions = codes(model.word_list.suggestions);
  return model.word_list.entries.flatMap((entry, at) => {
    const path = `word_list.entries.${at}`;
    const unknown = suggestions.has(entry.suggestion_code)
      ? []
      : [problem(`${path}.suggestion_code`, 'unknown_suggestion', { name: entry.suggestion_code })];
    const wrong = (['patterns', 'except'] as const).flatMap((key) =>
      entry[key].flatMap((pattern, index) =>
        isPattern(pattern) ? [] : [problem(`${path}.${key}.${index}`, 'not_a_pattern', {})],
      ),
    );
    return [...unknown, ...wrong];
  });
}

function codes(entries: readonly { readonly code: string }[]): ReadonlySet<string> {
  return new Set(entries.map((entry) => entry.code));
}

function problem(
  path: string,
  code: string,
  details: Readonly<Record<string, string | number>>,
): FieldProblem {
  return { path: `model.${path}`, code, details };
}
