import type { EChartsCoreOption, EChartsType } from 'echarts/core';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAppearance } from '../app/appearance.tsx';
import { useLanguage } from '../app/language.ts';
import './chart.css';

export type ChartOption = EChartsCoreOption;
/** The figures of a chart as rows, for whom cannot see it. */
export type ChartTable = { columns: string[]; rows: (string | number | null)[][] };

type Props = {
  option: ChartOption;
  /** what the chart shows, in a sentence */
  label: string;
  height?: number;
  table?: ChartTable;
  onClick?: (at: { name: string; seriesName?: string; dataIndex: number; value: unknown }) => void;
};

/** A chart that loads its engine when it is first drawn, follows theme, language and width, and opens as a table. */
export function Chart({ option, label, height = 280, table, onClick }: Props) {
  const { t } = useTranslation();
  const at = useRef<HTMLDivElement>(null);
  const [chart, setChart] = useState<EChartsType | null>(null);
  const [opened, setOpened] = useState(false);
  const clicked = useRef(onClick);
  clicked.current = onClick;
  const { mode } = useAppearance();
  const locale = useLanguage() === 'zh-CN' ? 'ZH' : 'EN';

  useEffect(() => {
    let opened: EChartsType | null = null;
    let left = false;
    const size = new ResizeObserver(() => opened?.resize());
    void import('../chart/draw.ts').then(({ openChart }) => {
      if (left || !at.current) return;
      opened = openChart(at.current, mode, locale);
      opened.on('click', (event) => clicked.current?.(event as Parameters<NonNullable<Props['onClick']>>[0]));
      size.observe(at.current);
      setChart(opened);
    });
    return () => {
      left = true;
      size.disconnect();
      opened?.dispose();
      setChart(null);
    };
  }, [mode, locale]);

  useEffect(() => {
    chart?.setOption({ animation: false, ...option }, { notMerge: true });
  }, [chart, option]);

  return (
    <figure className="chart">
      <div ref={at} role="img" aria-label={label} style={{ height }} aria-busy={!chart} />
      {table && (
        <details onToggle={(event) => setOpened(event.currentTarget.open)}>
          <summary>{t('shared.chart.table')}</summary>
          {opened && <FigureTable {...table} caption={label} />}
        </details>
      )}
    </figure>
  );
}

function FigureTable({ columns, rows, caption }: ChartTable & { caption: ReactNode }) {
  const [first, ...others] = columns;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard
    <section className="chart-table" aria-label={String(caption)} tabIndex={0}>
      <table>
        <caption className="unseen">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{first}</th>
            {others.map((column) => (
              <th scope="col" key={column}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([head, ...cells]) => (
            <tr key={String(head)}>
              <th scope="row">{head}</th>
              {cells.map((cell, i) => (
                <td key={others[i]}>{cell ?? '—'}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
