import type { TFunction } from 'i18next';
import type { Sentence } from '../../app/language.ts';
import { type Column, type Draft, isChosen, type Part } from './draft.ts';
import { takesValue } from './parts.ts';

/** How the language of the page says things. */
export type Voice = {
  t: TFunction;
  sentence: (sentence: Sentence) => string;
  unit: (unit: string) => string;
  ledger: (id: string) => string;
  value: (column: Column, value: string | number | boolean) => string;
};

/** What a ledger asks of whoever keeps it, and what is checked, in sentences. */
export function said(draft: Draft, voice: Voice) {
  return { about: aboutOf(draft, voice), columns: columnsOf(draft, voice), checks: checksOf(draft, voice) };
}

const titleOf = (id: string, { columns }: Draft, { sentence }: Voice) => {
  const column = columns.find((one) => one.id === id);
  return column ? sentence(column.title) || id : id;
};

function aboutOf(draft: Draft, voice: Voice): string[] {
  const { t, sentence } = voice;
  const title = (id: string) => titleOf(id, draft, voice);
  const { keeper, entry, key, name, place, placeRequired, refreshDays, object } = draft;
  return [
    t('ledgers.declare.preview.keeper', { keeper: t(`ledgers.keepers.${keeper}`), entry: sentence(entry) }),
    t('ledgers.declare.preview.key', { columns: key.map(title).join(t('ledgers.and')), name: title(name) }),
    place === 'none'
      ? t('ledgers.declare.preview.noPlace')
      : t(`ledgers.declare.preview.${placeRequired ? 'placeRequired' : 'place'}`, {
          place: t(`ledgers.declare.places.${place}`),
        }),
    refreshDays === null
      ? t('ledgers.declare.preview.noRefresh')
      : t('ledgers.declare.preview.refresh', { count: refreshDays }),
    ...(object
      ? [
          t('ledgers.declare.preview.object', {
            kind: t(`ledgers.object.kinds.${object.kind}`),
            column: title(object.by),
          }),
        ]
      : []),
  ];
}

function columnsOf({ columns }: Draft, voice: Voice): { title: string; asks: string; help: string }[] {
  const { t, sentence } = voice;
  return columns.map((column) => ({
    title: sentence(column.title) || column.id,
    asks: asksOf(column, voice).join(t('ledgers.declare.preview.comma')),
    help: column.help ? sentence(column.help) : '',
  }));
}

function asksOf(column: Column, { t, sentence, unit, ledger }: Voice): string[] {
  const { least, most, decimals, longest, choices = [], derived, required } = column;
  const asks = [t(`ledgers.declare.types.${column.type}`)];
  const add = (key: string, values: object) => asks.push(t(`ledgers.declare.preview.${key}`, { ...values }));
  if (derived) add('derived', {});
  if (required) add('required', {});
  const counted = column.unit && unit(column.unit);
  if (counted) add('unit', { unit: counted });
  if (least !== undefined && most !== undefined) add('between', { least, most });
  else if (least !== undefined) add('least', { least });
  else if (most !== undefined) add('most', { most });
  if (decimals !== undefined) add('decimals', { count: decimals });
  if (longest !== undefined) add('longest', { count: longest });
  if (isChosen(column)) add('choices', { choices: choices.map(({ title }) => sentence(title)).join(t('ledgers.and')) });
  if (column.type === 'entry' && column.ledger) add('entry', { ledger: ledger(column.ledger) });
  return asks;
}

function checksOf(draft: Draft, voice: Voice): string[] {
  const { t, sentence } = voice;
  const { complete = [], contradictions = [] } = draft;
  const title = (id: string) => (id === 'place' ? t('ledgers.declare.preview.aPlace') : titleOf(id, draft, voice));
  return [
    ...(complete.length
      ? [t('ledgers.declare.preview.complete', { columns: complete.map(title).join(t('ledgers.and')) })]
      : []),
    ...contradictions.map((rule) =>
      t('ledgers.declare.preview.rule', {
        rule: sentence(rule.title),
        when: rule.when.map((part) => partSaid(part, draft, voice)).join(t('ledgers.declare.preview.andAlso')),
      }),
    ),
  ];
}

/** 清洗日期早于开业日期 */
function partSaid({ column, is, than, of = [] }: Part, draft: Draft, voice: Voice): string {
  const asked = draft.columns.find(({ id }) => id === column);
  const value = (one: string | number | boolean) => (asked ? voice.value(asked, one) : String(one));
  const other = () => {
    if (is === 'one_of') return of.map(value).join(voice.t('ledgers.and'));
    if (than === undefined) return '…';
    return typeof than === 'object' ? titleOf(than.column, draft, voice) : value(than);
  };
  const said = `${titleOf(column, draft, voice)}${voice.t(`ledgers.conditions.of.${is}`)}`;
  return takesValue(is) ? `${said}${other()}` : said.trimEnd();
}
