import { Trans, useLingui } from '@lingui/react/macro';
import { z } from 'zod';
import { LOCALES } from '#domain/account/account.ts';
import { call } from '../http.ts';
import { Languages } from '../ui/languages.tsx';
import { Page, Section } from '../ui/page.tsx';
import { ROLE_NAMES } from '../ui/role-names.ts';
import { Devices } from './devices.tsx';
import { PasswordForm } from './password-form.tsx';
import { SecondFactorSetting } from './second-factor-setting.tsx';
import { refreshMe } from './session.ts';
import { useMe } from './use-session.ts';

/** The own account: who I am here, language, password, second factor. */
export function AccountScreen() {
  const { t, i18n } = useLingui();
  const me = useMe();
  const role = me.role === null ? t`No role yet` : i18n._(ROLE_NAMES[me.role]);

  async function keepLanguage(chosen: string) {
    const locale = LOCALES.find((one) => one === chosen);
    if (locale === undefined) return;
    await call('/api/me/locale', z.unknown(), { method: 'PUT', body: { locale } });
    await refreshMe();
  }

  return (
    <Page title={t`My account`} intro={`${me.name} · ${role}`}>
      <Section title={<Trans>Language</Trans>}>
        <Languages onChosen={(locale) => void keepLanguage(locale)} />
      </Section>
      <Section title={<Trans>Password</Trans>}>
        <PasswordForm />
      </Section>
      <Section title={<Trans>Second step at sign-in</Trans>}>
        <SecondFactorSetting />
      </Section>
      <Section title={<Trans>My devices</Trans>}>
        <Devices list="/api/devices" withdrawAt={(id) => `/api/devices/${id}`} />
      </Section>
    </Page>
  );
}
