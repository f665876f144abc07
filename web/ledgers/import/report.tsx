import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type { LedgerDefinition, LedgerImport } from '#app/api';
import { useSentence } from '../../app/language.ts';

/** What an import did or would do, and what it could not take, row by row. */
export function Report({ definition, report }: { definition: LedgerDefinition; report: LedgerImport }) {
  const { t } = useTranslation();
  const unknown = report.headings.filter(({ column, heading }) => column === null && !/^[A-Z]{1,2}$/.test(heading));
  const notes = [
    unknown.length > 0 &&
      t('ledgers.unknownHeadings', { headings: unknown.map(({ heading }) => heading).join(t('shared.listComma')) }),
    report.sums > 0 && t('ledgers.sumsLeft', { count: report.sums }),
  ].filter((note) => note !== false);
  return (
    <>
      <Alert
        showIcon
        type={report.faulty > 0 ? 'warning' : 'success'}
        title={t(report.dryRun ? 'ledgers.tried' : 'ledgers.imported', {
          rows: report.rows,
          created: report.created,
          changed: report.changed,
          unchanged: report.unchanged,
          faulty: report.faulty,
        })}
        description={notes.length > 0 ? notes.map((note) => <div key={note}>{note}</div>) : undefined}
      />
      {report.faults.length > 0 && <Faults definition={definition} faults={report.faults} />}
    </>
  );
}

function Faults({ definition, faults }: { definition: LedgerDefinition; faults: LedgerImport['faults'] }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const titleOf = (column: string | null) =>
    column === 'place'
      ? t('ledgers.place')
      : sentence(definition.columns.find(({ id }) => id === column)?.title) || '—';
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard
    <section className="ledger-faults" tabIndex={0} aria-label={t('ledgers.faults')}>
      <table className="data-table">
        <thead>
          <tr>
            <th scope="col">{t('ledgers.row')}</th>
            <th scope="col">{t('ledgers.column')}</th>
            <th scope="col">{t('ledgers.value')}</th>
            <th scope="col">{t('ledgers.fault')}</th>
          </tr>
        </thead>
        <tbody>
          {faults.map((fault, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes, and a row may have several faults
            <tr key={i}>
              <th scope="row">{fault.row}</th>
              <td data-label={t('ledgers.column')}>{titleOf(fault.column)}</td>
              <td data-label={t('ledgers.value')}>{fault.value || '—'}</td>
              <td data-label={t('ledgers.fault')}>{sentence(fault.message)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
