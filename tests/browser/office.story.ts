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
  /** the interface as the page itself asks it */
  const api = (path: string, body?: object) =>
    page.evaluate(
      async ({ path, body }) => {
        const me = await (await fetch('/api/me')).json();
        const headers = { 'content-type': 'application/json', 'x-lantian-csrf': me.csrf };
        const answer = await fetch(path, body ? { method: 'POST', headers, body: JSON.stringify(body) } : {});
        if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
        return answer.json();
      },
      { path, body },
    );

  beforeAll(async () => {
    demo = await startDemo();
    const context = await browser.newContext({
      locale: 'zh-CN',
      viewport: { width: 1440, height: 900 },
      acceptDownloads: true,
    });
    page = await context.newPage();
  }, 120_000);
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
    const filtered = await text();
    expect(filtered).toContain('裸地');
    expect(filtered).not.toContain('落实《北京市烟花爆竹安全管理规定》');
  });

  it('opens the first measure and sees its indicators with their figures', async () => {
    await go('/plan/2021/measures/1.1');
    const body = await text();
    expect(body).toContain('PM2.5平均浓度');
    expect(body).toContain('重污染天数');
    expect(body).toMatch(/同比(下降|上升)\d+\.\d%|同比持平/);
  });

  it('imports the issued document and adopts it as a second version', async () => {
    await go('/import');
    await page.locator('input[type=file]').first().setInputFiles(DOCX);
    await page.waitForURL(/\/import\/drafts\//, { timeout: 30_000 });
    await page.getByText('北京市西城区大气污染防治2021年行动计划').first().waitFor({ timeout: 20_000 });
    await page.getByText('控制在5.1吨/平方公里·月以内').first().waitFor();
    const drafts = await api('/api/plan-drafts');
    expect(drafts.drafts[0]).toMatchObject({ year: 2021, measures: 58 });
    const id = drafts.drafts[0].id as string;
    const adopted = await api(`/api/plan-drafts/${id}/adopt`, {
      effectiveOn: '2021-11-08',
      acceptUncertain: true,
      note: '年中修订',
    });
    expect(adopted).toMatchObject({ versionNo: 2, measures: 58 });
    expect((await api('/api/plans/2021/table')).versionNo).toBe(2);
  });

  it('makes the bulletin of October, issues it and downloads both papers', async () => {
    const draft = await api('/api/bulletins', { kind: 'air', month: '2021-10' });
    const issued = await api(`/api/bulletins/${draft.id}/issue`, {});
    expect(issued.number).toMatch(/〔2021〕第?1号/);
    await go(`/bulletins/${draft.id}`);
    await page.getByText('2021年10月').first().waitFor();
    for (const [ending, magic] of [
      ['docx', 'PK'],
      ['pdf', '%PDF'],
    ] as const) {
      const answer = await page.request.get(`${demo.address}/api/bulletins/${draft.id}/bulletin.${ending}`);
      expect(answer.status()).toBe(200);
      expect((await answer.body()).subarray(0, magic.length).toString()).toBe(magic);
    }
  });

  it('finds no page with a serious fault of accessibility', async () => {
    for (const path of ['/', '/plan', '/plan/2021/measures/1.1', '/air', '/bulletins', '/import', '/system/units']) {
      await go(path);
      const { violations } = await new AxeBuilder({ page }).analyze();
      const serious = violations.filter((v) => v.impact === 'serious' || v.impact === 'critical');
      expect(serious.map((v) => `${path} ${v.id}: ${v.nodes[0]?.target.join(' ')}`)).toEqual([]);
    }
  }, 90_000);

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
