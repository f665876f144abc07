import { DatePicker } from 'antd';
import dayjs from 'dayjs';

/** The calendar itself, fetched when a person first opens it. */
export default function DayPicker(props: {
  value: string;
  last: string;
  label: string;
  onChoose: (day: string) => void;
  onClose: () => void;
}) {
  return (
    <DatePicker
      open
      autoFocus
      inputReadOnly
      allowClear={false}
      value={dayjs(props.value)}
      aria-label={props.label}
      disabledDate={(day) => day.isAfter(dayjs(props.last), 'day')}
      onChange={(day) => day && props.onChoose(day.format('YYYY-MM-DD'))}
      onOpenChange={(open) => !open && props.onClose()}
    />
  );
}
