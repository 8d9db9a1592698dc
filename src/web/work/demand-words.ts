import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { DemandKind } from '#domain/work/demand.ts';

export const DEMAND_KIND_WORDS: Readonly<Record<DemandKind, MessageDescriptor>> = {
  need: msg`Forecast of need`,
  vacancies: msg`Open vacancies`,
};
