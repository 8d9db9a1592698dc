import { createHash, createPrivateKey, createPublicKey, sign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  type PackageManifest,
  type PackageSignature,
  packageText,
  signedText,
} from '#domain/model-package/package-file.ts';

interface Named {
  readonly code: string;
  [key: string]: unknown;
}
interface Model {
  version: number;
  stages: Named[];
  timers: Named[];
  milestones: Named[];
  [key: string]: unknown;
}

const MODEL = fileURLToPath(new URL('../../../../seed/programme-model.json', import.meta.url));
/** The head of an Ed25519 key in PKCS 8, before its 32 bytes. */
const PKCS8 = '302e020100300506032b657004220420';

const GUIDE = {
  en: 'Begin with the stages and the time limits that stand on a source. Agree with schools before the first child is received. What stands here on a proposal of ours should be decided anew by those who answer for it in your country.',
  ru: 'Начните с этапов и сроков, у которых есть источник. Договоритесь со школами до приёма первого ребёнка. То, что здесь предложено нами, пусть заново решат те, кто отвечает за это в вашей стране.',
  uz: 'Bosqichlardan va manbasi koʻrsatilgan muddatlardan boshlang. Birinchi bolani qabul qilishdan oldin maktablar bilan kelishib oling. Biz taklif qilgan narsalarni mamlakatingizda shunga javobgarlar qaytadan hal qilsin.',
};

/** The second version of the demo's model, as its country offers it: what a year taught is in it. */
export function demoPackage(): {
  file: string;
  hash: string;
  manifest: PackageManifest;
  key: string;
} {
  const model = secondVersion(JSON.parse(readFileSync(MODEL, 'utf8')) as Model);
  const manifest: PackageManifest = {
    title: {
      en: 'Homeward: support after coming home',
      ru: 'Homeward: сопровождение после возвращения',
      uz: 'Homeward: qaytgandan keyingi hamrohlik',
    },
    ...{ country: 'UZ', made_by: 'Registan Institute for Social Return', made_on: '2025-12-01' },
    ...{ licence: 'CC-BY-4.0', version: model.version, made_from: [] },
  };
  const content = { model, guide: GUIDE };
  const by = signature(signedText(manifest, content));
  const file = packageText(manifest, content, by);
  const hash = createHash('sha256').update(file).digest('hex');
  return { file, hash, manifest, key: by.public_key };
}

function secondVersion(model: Model): Model {
  const timer = (code: string) => ({ ...model.timers.find((one) => one.code === code), code });
  const at = model.stages.findIndex(({ code }) => code === 'registered') + 1;
  model.version = 2;
  model.stages.splice(at, 0, {
    code: 'first_week',
    labels: { en: 'First week at home', ru: 'Первая неделя дома', uz: 'Uydagi birinchi hafta' },
    ...{ phase: 'community', enter: ['guardian_known', 'consent_or_basis', 'worker_assigned'] },
    leave: [],
  });
  model.milestones.push({
    code: 'companion_at_school',
    labels: {
      en: 'Has a companion at school',
      ru: 'Есть товарищ-помощник в школе',
      uz: 'Maktabda hamrohi bor',
    },
    need_domain: 'education',
  });
  model.timers = model.timers.map((one) =>
    one.code === 'plan_review'
      ? { ...one, amount: 60, source_citation: 'First dialogue “Homecoming”, country experience' }
      : one,
  );
  model.timers.push(
    {
      ...timer('first_visit'),
      ...{ code: 'first_week_visit', duty: 'first_week', starts_on: ['stage:first_week'] },
      labels: {
        en: 'Visit in the first week',
        ru: 'Визит в первую неделю',
        uz: 'Birinchi haftadagi tashrif',
      },
      ...{ amount: 5, unit: 'calendar_days', pause_reasons: ['in_hospital'] },
      source_citation: 'First dialogue “Homecoming”, country experience',
    },
    {
      ...timer('first_visit_child'),
      ...{ code: 'companion_found', duty: 'companion', starts_on: ['milestone:school_entered'] },
      ends_on: ['milestone:companion_at_school'],
      labels: {
        en: 'A companion at school is found',
        ru: 'Найти товарища-помощника в школе',
        uz: 'Maktabda hamroh topish',
      },
      ...{ amount: 30, unit: 'calendar_days' },
      source_citation: 'First dialogue “Homecoming”, country experience',
    },
  );
  return model;
}

/** By a key that everybody can make again: it vouches for nothing but the demo. */
function signature(text: string): PackageSignature {
  const seed = createHash('sha256').update('the key of the demo’s model').digest('hex');
  const key = createPrivateKey({
    ...{ key: Buffer.from(PKCS8 + seed, 'hex'), format: 'der', type: 'pkcs8' },
  });
  const { x: public_key = '' } = createPublicKey(key).export({ format: 'jwk' });
  const value = sign(null, Buffer.from(text), key).toString('base64url');
  return { algorithm: 'Ed25519', public_key, value };
}
