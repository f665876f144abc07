import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import i18next from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import zhCN from '../../locales/zh-CN/index.ts';

/** One sentence in both languages, as the server sends it. */
export type Sentence = { zh: string; en: string };
export type Language = keyof typeof LANGUAGES;

/** Each language is one folder of `locales/`; only Chinese is loaded with the first page. */
export const LANGUAGES = {
  'zh-CN': { name: '中文', short: '中', dayjs: 'zh-cn', sentence: 'zh', texts: async () => zhCN },
  en: {
    name: 'English',
    short: 'EN',
    dayjs: 'en',
    sentence: 'en',
    texts: async () => (await import('../../locales/en/index.ts')).default,
  },
} as const;

const STORED = 'lantian.language';

function firstLanguage(): Language {
  const stored = localStorage.getItem(STORED);
  if (stored && stored in LANGUAGES) return stored as Language;
  return 'zh-CN';
}

/** Loads the texts of the language last chosen (Chinese at first) and starts the translation. */
export async function startLanguage(): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: 'zh-CN',
    fallbackLng: 'zh-CN',
    resources: { 'zh-CN': { translation: zhCN } },
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  await applyLanguage(firstLanguage());
}

/** Changes the language without reloading; dates, numbers and the page's `lang` follow. */
export async function changeLanguage(language: Language): Promise<void> {
  localStorage.setItem(STORED, language);
  await applyLanguage(language);
}

async function applyLanguage(language: Language): Promise<void> {
  if (!i18next.hasResourceBundle(language, 'translation'))
    i18next.addResourceBundle(language, 'translation', await LANGUAGES[language].texts());
  dayjs.locale(LANGUAGES[language].dayjs);
  document.documentElement.lang = language;
  await i18next.changeLanguage(language);
}

/** The language in use; the component draws again when it changes. */
export function useLanguage(): Language {
  const { i18n } = useTranslation();
  return i18n.language in LANGUAGES ? (i18n.language as Language) : 'zh-CN';
}

/** Picks the text of the language in use out of a server's sentence. */
export function useSentence(): (sentence: Sentence | null | undefined) => string {
  const { sentence: key } = LANGUAGES[useLanguage()];
  return (sentence) => sentence?.[key] ?? sentence?.zh ?? '';
}

/** The name of something that has a Chinese and an English one (street, station, unit). */
export function useName(): (named: { nameZh: string; nameEn: string }) => string {
  const chinese = useLanguage() === 'zh-CN';
  return (named) => (chinese ? named.nameZh : named.nameEn || named.nameZh);
}
