import { CalendarOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useFormat } from '../format.ts';

const SpanCalendar = lazy(() => import('./span-calendar.tsx'));

type Props = {
  from: string;
  until: string;
  last: string;
  label: string;
  onChoose: (from: string, until: string) => void;
};

/** First and last day of a period; the calendar is fetched when it is first opened. */
export function SpanPicker(props: Props) {
  const { date } = useFormat();
  const [open, setOpen] = useState(false);
  const button = (
    <Button icon={<CalendarOutlined />} iconPlacement="end" onClick={() => setOpen(true)} aria-label={props.label}>
      <span>
        {date(props.from)} – {date(props.until)}
      </span>
    </Button>
  );
  if (!open) return button;
  return (
    <Suspense fallback={button}>
      <SpanCalendar {...props} onClose={() => setOpen(false)} />
    </Suspense>
  );
}
