import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AuditEntry } from '#app/api';
import { useFormat } from '../shared/format.ts';
import { differences } from './difference.ts';

/** The entries in a list that draws only what is in view; an entry opens to what it changed. */
export function AuditList({ entries, onEnd }: { entries: AuditEntry[]; onEnd: () => void }) {
  const { t } = useTranslation();
  const at = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState<number | null>(null);
  const rows = useVirtualizer({
    count: entries.length,
    getScrollElement: () => at.current,
    estimateSize: () => 39,
    overscan: 12,
    getItemKey: (index) => entries[index]!.seq,
  });
  const shown = rows.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;
  useEffect(() => {
    if (last >= entries.length - 20) onEnd();
  }, [last, entries.length, onEnd]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard
    <section ref={at} className="audit" tabIndex={0} aria-label={t('system.audit.title')}>
      <ol style={{ height: rows.getTotalSize() }}>
        {shown.map(({ key, index, start }) => {
          const entry = entries[index]!;
          return (
            <li
              key={key}
              ref={rows.measureElement}
              data-index={index}
              aria-setsize={-1}
              aria-posinset={index + 1}
              style={{ transform: `translateY(${start}px)` }}
            >
              <Entry
                entry={entry}
                open={open === entry.seq}
                onToggle={() => setOpen(open === entry.seq ? null : entry.seq)}
              />
            </li>
          );
        })}
      </ol>
    </section>
  );
}

function Entry({ entry, open, onToggle }: { entry: AuditEntry; open: boolean; onToggle: () => void }) {
  const { t } = useTranslation();
  const { time } = useFormat();
  const action = t(`system.audit.actions.${entry.action.replaceAll('.', '_')}`, entry.action);
  return (
    <>
      <button type="button" className="audit-entry" aria-expanded={open} onClick={onToggle}>
        <span className="quiet">#{entry.seq}</span>
        <span>{time(entry.at, true)}</span>
        <span>{entry.actor === 'system' ? t('system.jobs.system') : entry.actor}</span>
        <span title={entry.action}>{action}</span>
        <span className="quiet">
          {t(`system.audit.subjects.${entry.subjectKind}`, entry.subjectKind)} {entry.subjectId}
        </span>
      </button>
      {open && <Diff entry={entry} />}
    </>
  );
}

function Diff({ entry }: { entry: AuditEntry }) {
  const { t } = useTranslation();
  const changed = differences(entry.before, entry.after);
  return (
    <div className="audit-diff">
      {entry.address && <p className="quiet">{t('system.audit.address', { address: entry.address })}</p>}
      {changed.length === 0 ? (
        <p className="quiet">{t('system.audit.noChange')}</p>
      ) : (
        <table>
          <caption className="unseen">{t('system.audit.changes')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('system.audit.field')}</th>
              <th scope="col">{t('system.audit.before')}</th>
              <th scope="col">{t('system.audit.after')}</th>
            </tr>
          </thead>
          <tbody>
            {changed.map(({ path, before, after }) => (
              <tr key={path}>
                <th scope="row">{path}</th>
                <td>{before === null ? '—' : <del>{before}</del>}</td>
                <td>{after === null ? '—' : <ins>{after}</ins>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}
