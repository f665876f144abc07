import { useTranslation } from 'react-i18next';
import type { LedgerColumn } from '../../ledgers/values.ts';
import type { Draft } from './draft.ts';
import type { Source } from './sources.ts';

type Spoken = { zh: string; en: string };

/** How the figure is computed, as a sentence in both languages, from what the form says. */
export function useMethod(
  draft: Draft,
  sources: readonly Source[],
  columns: readonly LedgerColumn[],
  covering: readonly LedgerColumn[],
): Spoken {
  const { i18n } = useTranslation();
  const [zh, en] = [i18n.getFixedT('zh-CN'), i18n.getFixedT('en')];
  const column = (id: string, of = columns) => of.find((one) => one.id === id)?.title ?? { zh: id, en: id };
  const titleOf = (of: string) => sources.find(({ id }) => id === of)?.title ?? of;
  const { cover } = draft;
  const say = (t: typeof zh, language: 'zh' | 'en') => {
    const part =
      (among: readonly LedgerColumn[]) =>
      ({ column: id, is, than, of }: Draft['base'][number]) => {
        const choice = (value: string) =>
          among.find((one) => one.id === id)?.choices?.find((one) => one.id === value)?.title[language] ?? value;
        const other =
          of?.map(choice).join(t('shared.listComma')) ??
          (typeof than === 'object'
            ? column(than.column, among)[language]
            : than === undefined
              ? ''
              : choice(String(than)));
        return `${column(id, among)[language]}${t(`ledgers.conditions.of.${is}`)}${other}`;
      };
    const which = (parts: Draft['base'], among = columns) => parts.map(part(among)).join(t('shared.listComma'));
    const only = (parts: Draft['base'], among = columns) =>
      parts.length > 0 ? t('indicators.declare.only', { which: which(parts, among) }) : '';
    return t(`indicators.declare.methods.${draft.way}`, {
      source: titleOf(draft.source),
      on: column(draft.on)[language],
      what: draft.amount ? column(draft.amount)[language] : t('indicators.declare.number'),
      base: only(draft.base),
      done: draft.way === 'coverage' ? only(draft.done, covering) : which(draft.done),
      cover: titleOf(cover.source),
      coverOn: column(cover.on, covering)[language],
      coverOver: t(`indicators.declare.cover.overs.${cover.over}`),
      over: t(`indicators.declare.overs.${draft.over}`),
      interpolation: { escapeValue: false },
    }).slice(0, 400);
  };
  return { zh: say(zh, 'zh'), en: say(en, 'en') };
}
