import { msg } from '@lingui/core/macro';

/** What may stand in the way of a programme model as a package, and of its card in the exchange. */
export const MODEL_PROBLEMS = {
  model_dossier_missing: msg`The dossier is still empty. Please write at least one part of it first.`,
  model_file_missing: msg`There is no package on this card yet. Please upload one first.`,
  package_of_other_country: msg`This package is of another country than the card.`,
  peers_not_asked: msg`No questions are taken at this point.`,
  peers_of_own_country: msg`Questions are asked by people of other countries.`,
};
