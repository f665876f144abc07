import type { Sentence } from '../../app/language.ts';
import type { Draft } from './draft.ts';

/** Whether a fault is still about what was sent: a row that was changed since is judged when it is sent again. */
export function stands({ at }: { at: string }, sent: Draft, draft: Draft): boolean {
  const [part, row] = at.split('.') as [keyof Draft, string?];
  if (row === undefined) return draft[part] === sent[part] && draft.columns === sent.columns;
  const rowOf = (of: Draft) => (of[part] as readonly unknown[] | undefined)?.[Number(row)];
  return rowOf(draft) === rowOf(sent);
}

const NAME = /^[a-z][a-zA-Z0-9]{0,39}$/;
const CHOICE = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const LEDGER = /^[a-z]+\.[a-z0-9]+(-[a-z0-9]+)*$/;

/** What is still to be written before it can be sent: the row, and which text says so. */
export function lacksOf(draft: Draft, ledgers: readonly { id: string }[] | undefined): { at: string; lack: string }[] {
  const lacks: { at: string; lack: string }[] = [];
  const want = (fine: boolean, at: string, lack: string) => fine || lacks.push({ at, lack });
  const said = ({ zh, en }: Sentence) => zh.trim() !== '' || en.trim() !== '';
  want(said(draft.title), 'title', 'title');
  want(LEDGER.test(draft.id.trim()), 'id', 'id');
  want(said(draft.entry), 'entry', 'entry');
  for (const [i, column] of draft.columns.entries()) {
    const at = `columns.${i}`;
    want(said(column.title), at, 'columnTitle');
    want(NAME.test(column.id), at, 'columnId');
    const known = column.ledger === draft.id || !ledgers || ledgers.some(({ id }) => id === column.ledger);
    want(column.type !== 'entry' || !column.ledger || known, at, 'ledger');
    if (column.type !== 'choice' && column.type !== 'choices') continue;
    for (const [j, choice] of (column.choices ?? []).entries()) {
      want(said(choice.title), `${at}.choices.${j}`, 'choiceTitle');
      want(CHOICE.test(choice.id), `${at}.choices.${j}`, 'choiceId');
    }
  }
  for (const [i, { title }] of (draft.contradictions ?? []).entries())
    want(said(title), `contradictions.${i}`, 'ruleTitle');
  return lacks;
}
