import { useVirtualizer } from '@tanstack/react-virtual';
import { Checkbox } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { QualityMark } from '#app/api';
import { ReviewBadge, StateBadge } from './badges.tsx';
import { deviceName, useEvidence, useQuantityName, useSpan, useTestTitle } from './names.ts';

type Props = {
  marks: readonly QualityMark[];
  ticked: readonly number[];
  onTick: (id: number, on: boolean) => void;
  opened: string | undefined;
  onOpen: (id: number) => void;
  onEnd: () => void;
};

/** Marks in a list that draws only what is in view; more is fetched while scrolling. */
export function MarkRows({ marks, ticked, onTick, opened, onOpen, onEnd }: Props) {
  const { t } = useTranslation();
  const at = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: marks.length,
    getScrollElement: () => at.current,
    estimateSize: () => 84,
    overscan: 8,
    getItemKey: (index) => marks[index]!.id,
  });
  const shown = rows.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;
  useEffect(() => {
    if (last >= marks.length - 20) onEnd();
  }, [last, marks.length, onEnd]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard
    <section ref={at} className="quality-list" tabIndex={0} aria-label={t('quality.views.marks')}>
      <ol style={{ height: rows.getTotalSize() }}>
        {shown.map(({ key, index, start }) => {
          const mark = marks[index]!;
          return (
            <li
              key={key}
              ref={rows.measureElement}
              data-index={index}
              aria-setsize={-1}
              aria-posinset={index + 1}
              className={String(mark.id) === opened ? 'here' : undefined}
              style={{ transform: `translateY(${start}px)` }}
            >
              <Row
                mark={mark}
                ticked={ticked.includes(mark.id)}
                onTick={(on) => onTick(mark.id, on)}
                opened={String(mark.id) === opened}
                onOpen={() => onOpen(mark.id)}
              />
            </li>
          );
        })}
      </ol>
    </section>
  );
}

type RowProps = {
  mark: QualityMark;
  ticked: boolean;
  onTick: (on: boolean) => void;
  opened: boolean;
  onOpen: () => void;
};

function Row({ mark, ticked, onTick, opened, onOpen }: RowProps) {
  const { t } = useTranslation();
  const [title, span, quantity, evidence] = [useTestTitle(), useSpan(), useQuantityName(), useEvidence()];
  const name = deviceName(mark.device);
  const { phrase } = evidence(mark);
  return (
    <div className="quality-row">
      <Checkbox
        checked={ticked}
        disabled={mark.state === 'told'}
        onChange={(event) => onTick(event.target.checked)}
        aria-label={t('quality.tick', { device: name, test: title(mark.test) })}
      />
      <button type="button" onClick={onOpen} aria-current={opened ? 'true' : undefined}>
        <span className="quality-row-head">
          <strong>{name}</strong>
          <span>{quantity(mark.channel.pollutant)}</span>
          {mark.device.simulated && <span className="provenance">{t('quality.simulated')}</span>}
        </span>
        <span className="quality-row-line">
          <StateBadge state={mark.state} />
          <span>
            {title(mark.test)}
            {phrase && ` · ${phrase}`}
          </span>
          <ReviewBadge mark={mark} />
        </span>
        <span className="quiet">{span(mark.from, mark.until)}</span>
      </button>
    </div>
  );
}
