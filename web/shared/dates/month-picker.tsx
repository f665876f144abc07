import { CalendarOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';

const MonthCalendar = lazy(() => import('./month-calendar.tsx'));

/** Chooses a month that is over; the calendar is fetched when it is first opened. */
export function MonthPicker(props: { label: string; before: string; onChoose: (month: string) => void }) {
  const [open, setOpen] = useState(false);
  const button = (
    <Button type="primary" icon={<CalendarOutlined />} onClick={() => setOpen(true)}>
      {props.label}
    </Button>
  );
  if (!open) return button;
  return (
    <Suspense fallback={button}>
      <MonthCalendar {...props} onClose={() => setOpen(false)} />
    </Suspense>
  );
}
