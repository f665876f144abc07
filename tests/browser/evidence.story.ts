import { Workbook } from '@cj-tech-master/excelts';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Demo, openBrowser, startDemo, stopDemo } from './demo.ts';
import { bringAlive } from './unforeseen.ts';

const PATIENT = { timeout: 60_000 };
const HEADINGS = [
  '项目编号',
  '项目名称',
  '街道',
  '主管部门',
  '类别',
  '建筑面积（平方米）',
  '计划完成',
  '开工日期',
  '完成日期',
];
const project = (no: string, street: string, done: string, area = 200_000) => [
  no,
  `${street}老旧小区改造${no}`,
  street,
  '区住房城市建设委',
  '居住建筑改造',
  area,
  '2021-10-31',
  '2021-04-01',
  done,
];

async function sheet(rows: (string | number)[][]): Promise<Buffer> {
  const book = new Workbook();
  const page = book.addWorksheet('建筑节能项目');
  page.addRow(HEADINGS);
  for (const row of rows) page.addRow(row);
  return Buffer.from(await book.xlsx.writeBuffer());
}

/** What happens in a bureau and in the street is evidence, and evidence moves figures and lamps. */
describe('evidence', async () => {
  const browser = await openBrowser();
  let demo: Demo;
  const pageOf = async (login: string, width: number): Promise<{ page: Page; context: BrowserContext }> => {
    const context = await browser.newContext({ locale: 'zh-CN', viewport: { width, height: 900 } });
    const page = await context.newPage();
    page.setDefaultTimeout(60_000);
    const said = await page.request.post(`${demo.address}/api/login`, {
      data: { login, password: 'lantian-demo' },
      headers: { origin: demo.address },
    });
    expect(said.ok()).toBe(true);
    return { page, context };
  };
  const go = (page: Page, path: string) => page.goto(demo.address + path, { waitUntil: 'networkidle' });

  beforeAll(async () => {
    demo = await startDemo();
  }, 300_000);
  afterAll(() => stopDemo(demo));

  it('a workbook with two wrong rows: both are told by row and column, the mended rows move figure and lamp', async () => {
    const { page } = await pageOf('airoffice', 1440);
    const measure = async () => {
      const { measure: row } = await (await page.request.get(`${demo.address}/api/plans/2021/measures/19.1`)).json();
      return { lamp: row.lamp, value: Number(row.indicators[0].value) };
    };
    const before = await measure();
    expect(before.lamp).toBe('behind');
    const give = async (name: string, rows: (string | number)[][]) =>
      page.locator('.ledger-import input[type=file]').setInputFiles({
        name,
        mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        buffer: await sheet(rows),
      });
    await go(page, '/ledgers/energy.building-projects?import=1');
    await give('节能改造.xlsx', [
      project('JN-901', '月坛', '2021-10-20'),
      project('JN-902', '月潭', '2021-10-22'),
      project('JN-903', '德胜', '十月底'),
    ]);
    await page.getByText('试导入 3 行：新增 1，修改 0，无变化 0，有问题 2').waitFor();
    const faults = await page.locator('.ledger-faults').innerText();
    expect(faults).toMatch(/3[\s\S]*街道[\s\S]*月潭/);
    expect(faults).toMatch(/4[\s\S]*完成日期[\s\S]*十月底/);
    // tried only: nothing has changed
    expect(await measure()).toEqual(before);
    await give('节能改造（改）.xlsx', [
      project('JN-901', '月坛', '2021-10-20'),
      project('JN-902', '月坛', '2021-10-22'),
      project('JN-903', '德胜', '2021-10-30'),
    ]);
    await page.getByRole('button', { name: '导入（3条有变化）' }).click();
    await page.getByText('已导入 3 行：新增 3').waitFor();
    await expect.poll(async () => (await measure()).value, PATIENT).toBeGreaterThan(before.value);
    expect((await measure()).lamp).toBe('on_track');
    await go(page, '/plan/2021/measures/19.1');
    await page.getByText('进度正常').first().waitFor();
  }, 180_000);

  it('an inspector sees a site on the phone and the list of the missing is one shorter', async () => {
    const { page } = await pageOf('inspector', 390);
    const missing = async () => {
      const kind = 'kind=dust.site-visit&month=2021-11';
      return (await (await page.request.get(`${demo.address}/api/inspections/monthly?${kind}`)).json()).missing.length;
    };
    const before = await missing();
    expect(before).toBeGreaterThan(1);
    await go(page, '/inspections/missing?kind=dust.site-visit&month=2021-11');
    await page.getByRole('button', { name: '去检查' }).first().click();
    await page.getByText('还有10项未填').waitFor();
    expect(await page.getByRole('button', { name: '提交检查' }).isDisabled()).toBe(true);
    for (const good of await page.locator('.inspection-checklist button.yes').all()) await good.click();
    await page
      .getByRole('button', { name: /不符合/ })
      .nth(1)
      .click();
    await page.getByLabel('问题描述：位置、程度').fill('东侧土堆未苫盖');
    await page.getByRole('button', { name: '提交检查' }).click();
    await page.waitForURL(/\/inspections\/\d+$/);
    await page.getByText('东侧土堆未苫盖').waitFor();
    expect(await missing()).toBe(before - 1);
    await page.getByLabel('整改情况').fill('已全部苫盖');
    await page.getByRole('button', { name: '登记整改' }).click();
    await page.getByText('1个问题已整改').first().waitFor();
  }, 120_000);

  it('in a dead spot the visit waits on the phone, and is kept once when the connection is back', async () => {
    const { page } = await pageOf('inspector', 390);
    const count = async () =>
      (await (await page.request.get(`${demo.address}/api/inspections?kind=dust.site-visit&limit=1`)).json()).counts
        .count;
    const before = await count();
    await go(page, '/inspections/missing?kind=dust.site-visit&month=2021-11');
    await page.getByRole('button', { name: '去检查' }).first().click();
    await page.getByText('还有10项未填').waitFor();
    for (const good of await page.locator('.inspection-checklist button.yes').all()) await good.click();
    const dead = (url: URL) => url.pathname === '/api/inspections';
    await page.route(dead, (route) => (route.request().method() === 'POST' ? route.abort() : route.continue()));
    await page.getByRole('button', { name: '提交检查' }).click();
    await page.getByText('没有网络，检查已保存在本机').waitFor();
    await page.getByText('待提交（1）').waitFor();
    expect(await count()).toBe(before);
    await page.unroute(dead);
    await page.getByRole('button', { name: '重新提交' }).click();
    await page.getByText('待提交（1）').waitFor({ state: 'detached' });
    expect(await count()).toBe(before + 1);
  }, 120_000);

  it('a month’s report goes to and fro: returned with a reason, reported again, passed by the head, accepted by the office', async () => {
    const MEASURE = '/plan/2021/measures/25.2';
    const { page: officer } = await pageOf('bureau', 1440);
    const { page: head } = await pageOf('bureauhead', 1440);
    const { page: office } = await pageOf('airoffice', 1440);
    const act = async (page: Page, name: string, words?: string) => {
      await page.locator('.report').first().getByRole('button', { name, exact: true }).click();
      const dialog = page.getByRole('dialog');
      if (words) await dialog.getByLabel('说明').fill(words);
      await dialog.getByRole('button', { name, exact: true }).click();
      await dialog.waitFor({ state: 'hidden' });
    };
    const state = (page: Page) => page.locator('.report').first().locator('.report-head').innerText();

    await go(officer, MEASURE);
    await officer.getByRole('button', { name: '填报进展' }).click();
    await officer.getByLabel('报告月份').click();
    await officer.locator('.ant-select-item-option', { hasText: '2021-10月报' }).click();
    await officer.getByLabel('进展情况').fill('10月机械化清扫已延伸到42条背街小巷。');
    await officer.locator('.report-form').getByRole('button', { name: '提交' }).click();
    await officer.getByText('10月机械化清扫').waitFor();
    if ((await state(officer)).includes('草稿')) await act(officer, '提交');
    await expect.poll(() => state(officer), PATIENT).toContain('待本单位审核');
    expect(await officer.locator('.report').first().innerText()).toContain('清扫保洁检查合格率');

    await go(head, MEASURE);
    await act(head, '退回', '请写明背街小巷名单');
    await go(officer, MEASURE);
    await expect.poll(() => state(officer), PATIENT).toContain('已退回');
    await officer.getByText('请写明背街小巷名单').first().waitFor();
    await officer.getByRole('button', { name: '重新填报' }).first().click();
    await officer.getByLabel('进展情况').fill('10月机械化清扫已延伸到42条背街小巷，名单见台账。');
    await officer.locator('.report-form').getByRole('button', { name: '提交' }).click();
    await officer.getByText('名单见台账').waitFor();
    if ((await state(officer)).includes('草稿')) await act(officer, '提交');

    await go(head, MEASURE);
    await act(head, '审核通过');
    await go(office, MEASURE);
    await act(office, '复核通过');
    await expect.poll(() => state(office), PATIENT).toContain('已通过');
  }, 240_000);

  it('a measure is struck off: asked for by the unit, decided by the office, the lamp stays what the evidence says', async () => {
    const MEASURE = '/plan/2021/measures/25.2';
    const { page: officer } = await pageOf('bureau', 1440);
    const { page: office } = await pageOf('airoffice', 1440);
    const lamp = async () =>
      (await (await office.request.get(`${demo.address}/api/plans/2021/measures/25.2`)).json()).measure.lamp;
    const before = await lamp();
    await go(officer, MEASURE);
    await officer.getByRole('button', { name: '申请销号' }).click();
    const asking = officer.getByRole('dialog');
    await asking.getByLabel('说明').fill('年度保洁任务已完成，申请销号。');
    await asking.getByRole('button', { name: '申请销号' }).click();
    await officer.getByText('待销号').first().waitFor();
    await go(office, MEASURE);
    await office.getByRole('button', { name: '销号', exact: true }).first().click();
    const deciding = office.getByRole('dialog');
    await deciding.getByLabel('说明').fill('佐证齐全，同意。');
    await deciding.getByRole('button', { name: '销号', exact: true }).click();
    await office.getByText('已销号').first().waitFor();
    expect(await lamp()).toBe(before);
  }, 120_000);

  it('a measure that nobody foresaw has a ledger, a figure declared over it in the form, and its lamp once it is bound', async () => {
    const { page } = await pageOf('airoffice', 1440);
    await bringAlive(page, (path) => go(page, path));
  }, 240_000);
});
