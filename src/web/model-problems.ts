import { msg } from '@lingui/core/macro';

/** What may stand in the way of a programme model as a package, and of its card in the exchange. */
export const MODEL_PROBLEMS = {
  model_dossier_missing: msg`The dossier is still empty. Please write at least one part of it first.`,
  model_file_missing: msg`There is no package on this card yet. Please upload one first.`,
  package_changed: msg`This package is not as it was signed: something in the file was changed, or it was signed by another key. Please ask for the file again.`,
  package_names_person: msg`A person seems to stand in this package. Nothing was taken out of it; please look at the marked places.`,
  package_newer: msg`This package was made by a newer version of the program than this one. Please update the program first.`,
  package_older: msg`This package was made in a form that is not read any more. Please ask for it to be made again.`,
  package_part_unknown: msg`The package has no such difference any more: your draft was changed in the meantime. Please look at it again.`,
  package_too_deep: msg`This file is nested so deeply that it can be no package.`,
  package_unreadable: msg`This file is no package of a programme model.`,
  package_unsound: msg`Something in this package is not right. Please look at the marked places.`,
  package_of_other_country: msg`This package is of another country than the card.`,
  peers_not_asked: msg`No questions are taken at this point.`,
  peers_of_own_country: msg`Questions are asked by people of other countries.`,
};
