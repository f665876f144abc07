import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fontFile } from './fonts.ts';
import type { Chart } from './paper.ts';

/** as wide as the text at 96 pixels an inch */
export const CHART_WIDTH_PX = 590;
const PNG_WIDTH_PX = CHART_WIDTH_PX * 3;
/** the family name as it stands in the font file (cut from a variable font whose first instance is thin; this one is regular) */
export const CHART_FONT = 'Noto Sans SC Thin';

/** A chart block drawn by the same library as on the web page. @returns SVG text, CHART_WIDTH_PX × its height */
export async function chartSvg(chart: Chart): Promise<string> {
  const { init } = await import('echarts');
  const drawn = init(null, null, { renderer: 'svg', ssr: true, width: CHART_WIDTH_PX, height: chart.heightPx });
  try {
    drawn.setOption({
      ...chart.option,
      animation: false,
      backgroundColor: '#FFFFFF',
      textStyle: { fontFamily: CHART_FONT, fontSize: 12, color: '#000000' },
    });
    return drawn.renderToSVGString();
  } finally {
    drawn.dispose();
  }
}

let fontPath: string | undefined;

/** The rasteriser reads fonts from files only: one temporary file a process, gone with it. */
function chartFontPath(): string {
  if (fontPath) return fontPath;
  const folder = mkdtempSync(join(tmpdir(), 'lantian-font-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  fontPath = join(folder, 'sans.ttf');
  writeFileSync(fontPath, fontFile('sans-400'));
  return fontPath;
}

export type Picture = { readonly png: Buffer; readonly width: number; readonly height: number };

/** A chart as PNG, three device pixels a pixel. @returns width and height in pixels of the page */
export async function chartPng(chart: Chart): Promise<Picture> {
  const { Resvg } = await import('@resvg/resvg-js');
  const drawn = new Resvg(await chartSvg(chart), {
    fitTo: { mode: 'width', value: PNG_WIDTH_PX },
    font: { fontFiles: [chartFontPath()], loadSystemFonts: false, defaultFontFamily: CHART_FONT },
  });
  return { png: drawn.render().asPng(), width: CHART_WIDTH_PX, height: chart.heightPx };
}
