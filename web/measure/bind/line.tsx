import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../app/queries.ts';
import { useFormat } from '../../shared/format.ts';
import { bindingsQuery } from '../queries.ts';
import './bind.css';

const BindDialog = lazy(() => import('./dialog.tsx'));

/** Who decided which indicators serve the measure, and the way to decide otherwise. */
export function BindLine({ year, id }: { year: string; id: string }) {
  const { t } = useTranslation();
  const { time } = useFormat();
  const may = useMay('plan.bind');
  const [open, setOpen] = useState(false);
  const { data } = useQuery(bindingsQuery(year, id));
  if (!data) return null;
  const [last] = data.decisions;
  return (
    <p className="measure-bind-line quiet">
      {data.chosen && last
        ? t('measure.bind.byPerson', { name: last.by, at: time(last.at), reason: last.reason })
        : data.indicators.length > 0 && t('measure.bind.byPlan')}
      {may && (
        <Button size="small" onClick={() => setOpen(true)}>
          {t(data.indicators.length > 0 ? 'measure.bind.change' : 'measure.bind.choose')}
        </Button>
      )}
      {open && (
        <Suspense>
          <BindDialog year={year} id={id} given={data} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </p>
  );
}
