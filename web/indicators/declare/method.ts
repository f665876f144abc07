import { useTranslation } from 'react-i18next';
import type { LedgerColumn } from '../../ledgers/values.ts';
import type { Draft } from './draft.ts';
import type { Source } from './sources.ts';

type Spoken = { zh: string; en: string };

/** How the figure is computed, as a sentence in both languages, from what the form says. */
export function useMethod(draft: Draft, sources: readonly Source[], columns: readonly LedgerColumn[]): Spoken {
  const { i18n } = useTranslation();
  const [zh, en] = [i18n.getFixedT('zh-CN'), i18n.getFixedT('en')];
  const column = (id: string) => columns.find((one) => one.id === id)?.title ?? { zh: id, en: id };
  const source = sources.find(({ id }) => id === draft.source)?.title ?? draft.source;
  const say = (t: typeof zh, language: 'zh' | 'en') => {
    const part = ({ column: id, is, than, of }: Draft['base'][number]) => {
      const choice = (value: string) =>
        columns.find((one) => one.id === id)?.choices?.find((one) => one.id === value)?.title[language] ?? value;
      const other =
        of?.map(choice).join(t('shared.listComma')) ??
        (typeof than === 'object' ? column(than.column)[language] : than === undefined ? '' : choice(String(than)));
      return `${column(id)[language]}${t(`ledgers.conditions.of.${is}`)}${other}`;
    };
    const which = (parts: Draft['base']) => parts.map(part).join(t('shared.listComma'));
    return t(`indicators.declare.methods.${draft.way}`, {
      source,
      on: column(draft.on)[language],
      what: draft.amount ? column(draft.amount)[language] : t('indicators.declare.number'),
      base: draft.base.length > 0 ? t('indicators.declare.only', { which: which(draft.base) }) : '',
      done: which(draft.done),
      over: t(`indicators.declare.overs.${draft.over}`),
      interpolation: { escapeValue: false },
    }).slice(0, 400);
  };
  return { zh: say(zh, 'zh'), en: say(en, 'en') };
}
