import { DatePicker } from 'antd';
import dayjs from 'dayjs';

/** The two calendars themselves. */
export default function SpanCalendar(props: {
  from: string;
  until: string;
  last: string;
  label: string;
  onChoose: (from: string, until: string) => void;
  onClose: () => void;
}) {
  return (
    <DatePicker.RangePicker
      defaultOpen
      autoFocus
      inputReadOnly
      allowClear={false}
      defaultValue={[dayjs(props.from), dayjs(props.until)]}
      aria-label={props.label}
      disabledDate={(day) => day.isAfter(dayjs(props.last), 'day')}
      onChange={(days) => {
        if (days?.[0] && days[1]) props.onChoose(days[0].format('YYYY-MM-DD'), days[1].format('YYYY-MM-DD'));
      }}
      onOpenChange={(open) => !open && props.onClose()}
    />
  );
}
