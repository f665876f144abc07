import { DatePicker } from 'antd';
import dayjs from 'dayjs';

/** The months of a year to choose from; the current one and those to come cannot be chosen. */
export default function MonthCalendar(props: {
  label: string;
  before: string;
  onChoose: (month: string) => void;
  onClose: () => void;
}) {
  return (
    <DatePicker.MonthPicker
      defaultOpen
      autoFocus
      inputReadOnly
      allowClear={false}
      aria-label={props.label}
      placeholder={props.label}
      defaultPickerValue={dayjs(props.before).subtract(1, 'month')}
      disabledDate={(day) => !day.isBefore(dayjs(props.before), 'month')}
      onChange={(day) => day && props.onChoose(day.format('YYYY-MM'))}
      onOpenChange={(open) => !open && props.onClose()}
    />
  );
}
