import { useMemo } from 'react';
import { z } from 'zod';
import type { ProgrammeModel } from '#domain/case/model.ts';
import { type Labels, labels } from '#domain/text.ts';
import { useMe } from '../account/use-session.ts';
import { useAsk } from '../ask.ts';
import { modelRow, placeRow } from '../case/rows.ts';
import { hasCaseload } from '../device/caseload.ts';
import { useRows } from '../device/use-rows.ts';

interface PlaceKnown {
  readonly id: string;
  readonly parent_id: string | null;
  readonly level: string;
  readonly name: Labels;
}

const places = z.object({
  places: z.array(
    z.object({ id: z.string(), parent_id: z.string().nullable(), level: z.string(), name: labels }),
  ),
});
const newest = z.object({
  model_id: z.string(),
  word_list: z.custom<ProgrammeModel['word_list']>(),
});

export interface Ground {
  readonly model_id: string | undefined;
  readonly districts: readonly PlaceKnown[];
  /** The words to look at once more; undefined where there is no model. */
  readonly words: Pick<ProgrammeModel, 'word_list'> | undefined;
}

/** What opening a file needs: the newest programme model and the districts of the own place. */
export function useGround(): Ground | undefined {
  const me = useMe();
  const carried = hasCaseload(me.role);
  const models = useRows('programme_model', modelRow);
  const rows = useRows('place', placeRow);
  const asked = useAsk(['places'], '/api/places', places, {
    enabled: !carried,
    staleTime: 600_000,
  });
  const model = useAsk(['newest model'], '/api/people/new', newest, { enabled: !carried });
  return useMemo(() => {
    const all: readonly PlaceKnown[] | undefined = carried
      ? rows && [...rows.values()]
      : asked.value?.places;
    if (all === undefined || (carried && models === undefined)) return undefined;
    if (!carried && model.value === undefined) return undefined;
    const parents = new Map(all.map((one) => [one.id, one.parent_id]));
    const below = (id: string | null): boolean => {
      if (id === null) return false;
      return id === me.place_id || below(parents.get(id) ?? null);
    };
    const districts = all.filter((one) => one.level === 'district' && below(one.id));
    const held = [...(models?.values() ?? [])].toSorted(
      (a, b) => b.document.version - a.document.version,
    );
    const [own] = held;
    return carried
      ? { model_id: own?.id, words: own?.document, districts }
      : { model_id: model.value?.model_id, words: model.value, districts };
  }, [carried, rows, models, asked.value, model.value, me.place_id]);
}
