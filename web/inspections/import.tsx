import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { InspectionKindView, VisitImport } from '#app/api';
import { ApiError, upload } from '../app/api.ts';
import { useSentence } from '../app/language.ts';
import '../shared/data-table.css';

/** Visits out of a workbook: tried first, with every row that is wrong, then kept; given again nothing doubles. */
export function Import({ kinds }: { kinds: readonly InspectionKindView[] }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const [kind, setKind] = useState<string>();
  const [file, setFile] = useState<File | null>(null);
  const act = useMutation({
    mutationFn: ({ given, dryRun }: { given: File; dryRun: boolean }) =>
      upload<VisitImport>('/api/inspections/imports', [given], {
        fields: { kind: kind ?? '', dryRun: dryRun ? '1' : '' },
      }),
    onSuccess: ({ dryRun }) => (dryRun ? undefined : client.invalidateQueries({ queryKey: ['inspections'] })),
  });
  const report = act.data;
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('inspections.import.title')}</Button>
      <Modal
        open={open}
        title={t('inspections.import.title')}
        footer={null}
        onCancel={() => setOpen(false)}
        width={720}
      >
        <div className="inspection-import">
          <p className="quiet">{t('inspections.import.help')}</p>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            placeholder={t('inspections.kind')}
            aria-label={t('inspections.kind')}
            value={kind}
            options={kinds.map((one) => ({ value: one.id, label: sentence(one.title) }))}
            onChange={setKind}
          />
          <input
            type="file"
            aria-label={t('inspections.import.file')}
            accept=".xlsx,.csv,.gz"
            disabled={!kind || act.isPending}
            onChange={(event) => {
              const given = event.target.files?.[0];
              if (!given) return;
              setFile(given);
              act.mutate({ given, dryRun: true });
            }}
          />
          {act.error && (
            <Alert
              type="error"
              showIcon
              title={act.error instanceof ApiError ? sentence(act.error.sentence) : t('shared.states.broken')}
            />
          )}
          {report && (
            <>
              <Alert
                showIcon
                type={report.faulty ? 'warning' : 'success'}
                title={t(report.dryRun ? 'inspections.import.tried' : 'inspections.import.done', report)}
              />
              {report.faults.length > 0 && (
                <ul className="inspection-faults">
                  {report.faults.map((fault) => (
                    <li key={`${fault.row} ${fault.column}`}>
                      {t('inspections.import.row', { row: fault.row })} {fault.column}{' '}
                      {fault.value && `“${fault.value}”`}：{sentence(fault.message)}
                    </li>
                  ))}
                </ul>
              )}
              {report.dryRun && report.created > 0 && file && (
                <Button
                  type="primary"
                  loading={act.isPending}
                  onClick={() => act.mutate({ given: file, dryRun: false })}
                >
                  {t('inspections.import.keep', { count: report.created })}
                </Button>
              )}
            </>
          )}
        </div>
      </Modal>
    </>
  );
}
