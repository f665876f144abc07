import { DownloadOutlined } from '@ant-design/icons';
import { useQueries } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import { Button } from 'antd';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportError } from '#app/api';
import { useSentence } from '../../../app/language.ts';
import { useFormat } from '../../../shared/format.ts';
import { ERRORS_A_PAGE, errorsQuery } from '../asked.ts';

/** What could not be taken, by row of the file: column, what was read, why and what to do. Fetched as it is scrolled. */
export function Errors({ workId, count }: { workId: string; count: number }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const sheet = `/api/observations/imports/${workId}/errors.csv`;
  return (
    <div className="obs-errors">
      <div className="obs-errors-head">
        <h3>{t('import.obs.errorsCount', { count: number(count) })}</h3>
        <Button size="small" icon={<DownloadOutlined />} href={sheet} download>
          {t('import.obs.errorSheet')}
        </Button>
      </div>
      <ErrorList workId={workId} count={Math.min(count, 20_000)} />
      {count > 20_000 && <p className="quiet obs-note">{t('import.obs.errorsKept')}</p>}
    </div>
  );
}

function ErrorList({ workId, count }: { workId: string; count: number }) {
  const { t } = useTranslation();
  const at = useRef<HTMLElement>(null);
  const rows = useVirtualizer({ count, getScrollElement: () => at.current, estimateSize: () => 58, overscan: 8 });
  const items = rows.getVirtualItems();
  const pages = [...new Set(items.map((item) => Math.floor(item.index / ERRORS_A_PAGE)))];
  const found = useQueries({ queries: pages.map((page) => errorsQuery(workId, page)) });
  const errorAt = (index: number) =>
    found[pages.indexOf(Math.floor(index / ERRORS_A_PAGE))]?.data?.errors[index % ERRORS_A_PAGE];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard
    <section ref={at} className="obs-errors-scroll" aria-label={t('import.obs.errors')} tabIndex={0}>
      <ol style={{ height: rows.getTotalSize() }}>
        {items.map((item) => (
          <li
            key={item.key}
            ref={rows.measureElement}
            data-index={item.index}
            aria-setsize={count}
            aria-posinset={item.index + 1}
            className="obs-error"
            style={{ transform: `translateY(${item.start}px)` }}
          >
            <ErrorRow error={errorAt(item.index)} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function ErrorRow({ error }: { error: ImportError | undefined }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  if (!error) return <span className="quiet">…</span>;
  return (
    <>
      <span className="obs-error-place">
        {t('import.obs.rowNo', { row: error.row })}
        {error.column && <span className="quiet"> {error.column}</span>}
      </span>
      <code className="obs-error-value">{error.value || t('import.obs.emptyCell')}</code>
      <span>{sentence(error.message)}</span>
    </>
  );
}
