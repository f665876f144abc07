import { readFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Demo, openBrowser, startDemo, stopDemo } from './demo.ts';

const DOCX = 'districts/xicheng/plan-2021/xicheng-2021.docx';

describe('an officer of the air office at work', async () => {
  const browser = await openBrowser();
  let demo: Demo;
  let page: Page;
  const go = (path: string) => page.goto(demo.address + path, { waitUntil: 'networkidle' });
  const text = () => page.locator('body').innerText();
  /** what the interface says of it afterwards, asked as the page asks */
  const api = async (path: string) => (await page.request.get(demo.address + path)).json();

  beforeAll(async () => {
    demo = await startDemo();
    const context = await browser.newContext({
      locale: 'zh-CN',
      viewport: { width: 1440, height: 900 },
      acceptDownloads: true,
    });
    page = await context.newPage();
    page.setDefaultTimeout(60_000);
  }, 300_000);
  afterAll(() => stopDemo(demo));

  it('logs in', async () => {
    await go('/login');
    await page
      .getByLabel(/账号|登录名|Account|Log-in/)
      .first()
      .fill('airoffice');
    await page.locator('input[type=password]').fill('lantian-demo');
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => !url.pathname.startsWith('/login'));
    await page.waitForLoadState('networkidle');
    expect(await text()).toContain('西城');
  });

  it('reads the plan as it was issued, alive, and filters it', async () => {
    await go('/plan');
    expect(await page.locator('table').first().innerText()).toContain('尽最大努力巩固改善空气质量');
    for (const words of ['空气质量目标', '推进区域大气污染联防联控', '实测回放'])
      await page.getByText(words).first().waitFor();
    await go('/plan?q=裸地');
    await page.locator('.plan-wording', { hasText: '裸地' }).first().waitFor();
    await page.getByText('落实《北京市烟花爆竹安全管理规定》').waitFor({ state: 'detached' });
  });

  it('opens the first measure and sees its indicators with their figures', async () => {
    await go('/plan/2021/measures/1.1');
    const body = await text();
    expect(body).toContain('PM2.5平均浓度');
    expect(body).toContain('重污染天数');
    expect(body).toMatch(/同比(下降|上升)\d+\.\d%|同比持平/);
    await page.getByRole('button', { name: /依据：295天/ }).click();
    await page.getByRole('dialog').getByText('HJ 663-2013', { exact: false }).first().waitFor();
    await page.getByRole('dialog').getByText('采用的日均值（295天）').waitFor();
    await page.keyboard.press('Escape');
  });

  it('imports the issued document and adopts it as a second version', async () => {
    await go('/import');
    await page.locator('input[type=file]').first().setInputFiles(DOCX);
    await page.waitForURL(/\/import\/drafts\//, { timeout: 60_000 });
    await page.getByText('北京市西城区大气污染防治2021年行动计划').first().waitFor({ timeout: 60_000 });
    await page.getByText('控制在5.1吨/平方公里·月以内').first().waitFor();
    await page.getByRole('button', { name: '通过', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(/^说明/).fill('年中修订');
    const doubts = dialog.getByRole('checkbox');
    if (await doubts.count()) await doubts.check();
    await dialog.getByRole('button', { name: '通过', exact: true }).click();
    await page.waitForURL(/\/plan\?year=2021/);
    await page.getByText(/第2版/).first().waitFor();
    expect(await api('/api/plans/2021/table')).toMatchObject({ versionNo: 2 });
    // what is bound to the new version is bound by a job: a bulletin drafted before would rightly be refused as outdated
    const bound = async () =>
      (await api('/api/plans/2021/table')).chapters.flatMap((chapter: { tasks: { measures: object[] }[] }) =>
        chapter.tasks.flatMap(({ measures }) => measures),
      )[0].indicators.length;
    await expect.poll(bound, { timeout: 60_000 }).toBeGreaterThan(0);
  }, 240_000);

  it('makes the bulletin of October from its preview, issues it and downloads both papers', async () => {
    await go('/bulletins');
    await page.getByRole('button', { name: '预览 2021年10月' }).click();
    await page.getByText('该月有空气质量指数的日子为31/31天').waitFor();
    await page.getByRole('heading', { name: '2021年10月西城区环境空气质量通报' }).waitFor();
    await page.getByRole('button', { name: '生成草稿' }).click();
    await page.waitForURL(/\/bulletins\/[0-9a-f-]{36}$/);
    await page.getByText('（印发时编号）').waitFor();
    await page.getByRole('button', { name: '印发', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: '确定印发' }).click();
    await page
      .getByText(/〔2021〕\d+号/)
      .first()
      .waitFor();
    await page.getByRole('button', { name: '更正', exact: true }).waitFor();
    for (const [name, magic] of [
      ['下载 Word', 'PK'],
      ['下载 PDF', '%PDF'],
    ] as const) {
      const coming = page.waitForEvent('download');
      await page.getByRole('link', { name }).click();
      const bytes = readFileSync(await (await coming).path());
      expect(bytes.subarray(0, magic.length).toString()).toBe(magic);
    }
  }, 240_000);

  it('sees the air by day, month, year and primary pollutant, and opens a figure', async () => {
    await go('/air?view=years');
    await page.locator('.air-sum .air-above').first().waitFor();
    await page.getByRole('link', { name: '首要污染物' }).click();
    await page.getByText('其中并列').waitFor();
    await page.getByRole('link', { name: '日历' }).click();
    await page.locator('[data-date="2021-11-07"]').click();
    await page.getByText('有效小时').first().waitFor();
    await page.keyboard.press('ArrowRight');
    expect(await page.evaluate(() => (document.activeElement as HTMLElement).dataset.date)).toBe('2021-11-08');
    await page.locator('.air-legend').getByRole('link').first().click();
    await page.getByRole('dialog').getByText('规则').first().waitFor();
  }, 240_000);

  it('finds no page with a serious fault of accessibility', async () => {
    for (const path of ['/', '/plan', '/plan/2021/measures/1.1', '/air', '/bulletins', '/import', '/system/units']) {
      await go(path);
      const { violations } = await new AxeBuilder({ page }).analyze();
      const serious = violations.filter((v) => v.impact === 'serious' || v.impact === 'critical');
      expect(serious.map((v) => `${path} ${v.id}: ${v.nodes[0]?.target.join(' ')}`)).toEqual([]);
    }
  }, 240_000);

  it('switches the language without a reload', async () => {
    await go('/');
    await page.evaluate(() => Object.assign(window, { stayed: true }));
    await page
      .getByRole('button', { name: /English|EN/ })
      .first()
      .click();
    await page.waitForFunction(() => document.documentElement.lang.startsWith('en'));
    expect(await page.evaluate(() => 'stayed' in window)).toBe(true);
  });
});
