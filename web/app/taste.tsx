import { BulbOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { type Choice, useAppearance } from './appearance.tsx';
import { changeLanguage, LANGUAGES, type Language, useLanguage } from './language.ts';
import { LateMenu } from './late-menu.tsx';

/** With two languages the button names the other one, in that language. */
export function LanguageSwitch() {
  const language = useLanguage();
  const codes = Object.keys(LANGUAGES) as Language[];
  const next = codes[(codes.indexOf(language) + 1) % codes.length] ?? language;
  return (
    <Button type="text" lang={next} onClick={() => void changeLanguage(next)} aria-label={LANGUAGES[next].name}>
      {LANGUAGES[next].short}
    </Button>
  );
}

const CHOICES: Choice[] = ['system', 'light', 'dark'];

export function AppearanceMenu() {
  const { t } = useTranslation();
  const { choice, choose } = useAppearance();
  return (
    <LateMenu
      type="text"
      icon={<BulbOutlined />}
      aria-label={t('shell.appearance.label')}
      menu={{
        selectable: true,
        selectedKeys: [choice],
        items: CHOICES.map((key) => ({ key, label: t(`shell.appearance.${key}`) })),
        onClick: ({ key }) => choose(key as Choice),
      }}
    />
  );
}
