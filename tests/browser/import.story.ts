import { readFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Demo, openBrowser, startDemo, stopDemo } from './demo.ts';

const FILE = {
  name: '官园小时值.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(
    '监测点,监测时间,PM2.5(μg/m³),CO\n官园子站,2021-10-01 00:00,35,500\n官园子站,2021-10-01 01:00,-999,600\n官园北,2021-10-01 02:00,36,700\n官园子站,昨天,37,700\n',
  ),
};

const PATIENT = { timeout: 60_000 };

/** An empty house, as on the first day: its start costs seconds, and every figure comes from the file. */
describe('a data engineer on the first day', async () => {
  const browser = await openBrowser();
  let demo: Demo;
  let page: Page;
  const chosen = (label: string, option: string) => choose(page, label, option);

  beforeAll(async () => {
    demo = await startDemo({ LANTIAN_DEMO: '0' });
    const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1440, height: 1000 } });
    page = await context.newPage();
    const first = { login: 'engineer', name: '数据工程师', password: 'hour values of every station' };
    const made = await page.request.post(`${demo.address}/api/first-administrator`, { data: first });
    expect(made.ok()).toBe(true);
    const { login, password } = first;
    await page.request.post(`${demo.address}/api/login`, { data: { login, password } });
  }, 120_000);
  afterAll(() => stopDemo(demo));

  it('drops a file and sees how every row is read, with what is wrong', async () => {
    await page.goto(`${demo.address}/import?tab=observations`, { waitUntil: 'networkidle' });
    await page.getByText('还没有导入过数据').waitFor();
    await page.locator('input[type=file]').first().setInputFiles(FILE);
    await page.waitForURL(/file=/);
    const rows = page.locator('.obs-grid tbody tr');
    await page.getByText('“CO”未写单位，按数值大小推断为 µg/m³').waitFor();
    await expect.poll(() => rows.nth(0).innerText(), PATIENT).toMatch(/官园 2021-10-01 00:00[\s\S]*500[\s\S]*→ 0\.5/);
    expect(await rows.nth(1).innerText()).toContain('→ 无数据');
    expect(await rows.nth(3).innerText()).toContain('时间无法识别');
  });

  it('tries it, leads a strange name to its station, tries again', async () => {
    await page.getByRole('button', { name: '试导入', exact: true }).click();
    await expect.poll(() => figures(page), PATIENT).toEqual({ 新增: '3', 更正: '0', 相同: '0', 拒收: '1' });
    await chosen('“官园北”对应的站点', '万寿西宫 1001A');
    await page.getByText('映射已改动').waitFor();
    expect(await page.getByRole('button', { name: '导入', exact: true }).isDisabled()).toBe(true);
    await page.getByRole('button', { name: '重新试导入' }).click();
    await page.getByText('映射已改动').waitFor({ state: 'detached' });
    const problems = page.locator('.obs-errors');
    await problems.getByText('时间无法识别').waitFor();
    expect(await problems.innerText()).toMatch(/第5行[\s\S]*昨天[\s\S]*时间无法识别/);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.filter((v) => v.impact === 'serious' || v.impact === 'critical').map((v) => v.id)).toEqual([]);
    const sheet = page.waitForEvent('download');
    await page.getByRole('link', { name: '下载问题清单' }).click();
    expect(readFileSync((await (await sheet).path())!, 'utf8')).toContain('5,监测时间,昨天,');
  });

  it('imports it, and the same file again changes nothing', async () => {
    await page.getByRole('button', { name: '导入3个小时值' }).click();
    await page.getByText('导入完成').waitFor({ timeout: 60_000 });
    expect(await page.getByRole('link', { name: '查看这些天的空气质量' }).getAttribute('href')).toContain('2021-10-01');
    await page.getByRole('button', { name: '再导入一个文件' }).click();
    await page.getByText('新增3、更正0、相同0').waitFor();
    await page.locator('input[type=file]').first().setInputFiles(FILE);
    await page.waitForURL(/file=/);
    await page.getByRole('button', { name: '试导入', exact: true }).click();
    await page.getByText('没有变化').waitFor({ timeout: 60_000 });
  });

  it('corrects one hour: the old value gives way', async () => {
    await page.goto(`${demo.address}/import?tab=observations`, { waitUntil: 'networkidle' });
    const text = '站点,时间,PM2.5(μg/m³)\n官园,2021-10-01 00:00,53\n';
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles({ ...FILE, name: '更正.csv', buffer: Buffer.from(text) });
    await page.waitForURL(/file=/);
    await page.getByRole('button', { name: '试导入', exact: true }).click();
    await page.getByRole('button', { name: '导入1个小时值' }).click();
    await page.getByText('导入完成').waitFor({ timeout: 60_000 });
    expect(await figures(page)).toEqual({ 新增: '0', 更正: '1', 相同: '0', 拒收: '0' });
    const answer = await page.request.get(
      `${demo.address}/api/air/hours?station=1006A&from=2021-10-01&until=2021-10-01`,
    );
    const { values } = await answer.json();
    // the carbon monoxide of the first file stays
    expect([values.PM25[0], values.CO[0]]).toEqual([53, 0.5]);
  });

  it('registers a sand period, by whole hours and with its source', async () => {
    await page.goto(`${demo.address}/import?tab=sand`, { waitUntil: 'networkidle' });
    await page.getByRole('button', { name: '新增沙尘时段' }).click();
    const at = async (label: string, text: string) => {
      await page.getByLabel(label).fill(text);
      await page.getByLabel(label).press('Enter');
    };
    await at('开始（北京时间）', '2021-03-15 04:00');
    await at('结束（北京时间）', '2021-03-15 02:00');
    await page.getByLabel('认定来源').fill('京环监测〔2021〕3号');
    await page.getByRole('button', { name: /保\s*存/ }).click();
    await page.getByText('结束时间应晚于开始时间。').waitFor();
    await at('结束（北京时间）', '2021-03-16 02:00');
    await page.getByRole('button', { name: /保\s*存/ }).click();
    await page.getByRole('cell', { name: '22小时' }).waitFor();
  });
});

/** the four counts of a report by their first words */
async function figures(page: Page): Promise<Record<string, string>> {
  const pairs = await page
    .locator('.obs-figures > div:not(.broad)')
    .evaluateAll((divs) =>
      divs.map((div) => [div.querySelector('dt')!.textContent!.slice(0, 2), div.querySelector('dd')!.textContent!]),
    );
  return Object.fromEntries(pairs);
}

async function choose(page: Page, label: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: label }).click();
  await page.locator('.ant-select-dropdown:visible').getByText(option, { exact: true }).click();
}
