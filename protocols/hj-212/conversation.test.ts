import { describe, expect, it } from 'vitest';
import {
  answerCode,
  answerTo,
  encode,
  type Hj212Draft,
  instantOf,
  partOf,
  qnAt,
  readSegment,
  request,
  requestAnswer,
  requestFaults,
  requestResult,
  stepOf,
} from './index.ts';

const MN = '010000A8900016F000169DC0';
const said = (cn: string, flag: string, area = '', qn = 'QN=20260101080000123;') =>
  readSegment(`${qn}ST=22;CN=${cn};PW=123456;MN=${MN};${flag}CP=&&${area}&&`);
const wire = (draft: Hj212Draft | null) => draft && encode(draft).toString().slice(6, -6);

describe('which answer a message asks for', () => {
  it.each([
    ['2011', 'Flag=5;', '9014', 'data with the answer bit'],
    ['2011', 'Flag=4;', null, 'data without it'],
    ['2011', '', null, 'data of 2005 without Flag'],
    ['2051', 'Flag=9;', '9014', 'data of 2025'],
    ['1013', 'Flag=5;', '9013', 'the notice that the clock needs setting'],
    ['9015', 'Flag=9;', '9013', 'the heartbeat of 2025'],
    ['2072', 'Flag=1;', '9013', 'the alarm event of 2005'],
    ['9021', 'Flag=5;', '9014', 'a log-in that no standard knows'],
    ['7777', 'Flag=5;', '9014', 'a command that nobody knows'],
    ['9011', 'Flag=5;', null, 'an answer that wants an answer'],
    ['9012', 'Flag=5;', null, 'a result that wants an answer'],
    ['9013', 'Flag=5;', null, 'an answer to a notice'],
    ['9014', 'Flag=5;', null, 'an answer to data'],
  ])('%s %s → %s: %s', (cn, flag, answer, _why) => expect(answerCode(said(cn, flag))).toBe(answer));
});

describe('the answer', () => {
  it('of 2017 as in table C.14: same QN, PW and MN, ST 91, no answer bit, empty area', () =>
    expect(wire(answerTo(said('2011', 'Flag=5;')))).toBe(
      `QN=20260101080000123;ST=91;CN=9014;PW=123456;MN=${MN};Flag=4;CP=&&&&`,
    ));
  it('of 2025 says 2025', () =>
    expect(wire(answerTo(said('9015', 'Flag=9;')))).toBe(
      `QN=20260101080000123;ST=91;CN=9013;PW=123456;MN=${MN};Flag=8;CP=&&&&`,
    ));
  it('of 2005 carries the QN in the area, if there was one', () => {
    expect(wire(answerTo(said('2011', 'Flag=1;')))).toBe(
      `ST=91;CN=9014;PW=123456;MN=${MN};Flag=0;CP=&&QN=20260101080000123&&`,
    );
    expect(wire(answerTo(said('2011', 'Flag=1;', '', '')))).toBe(`ST=91;CN=9014;PW=123456;MN=${MN};Flag=0;CP=&&&&`);
  });
  it('is never answered by a peer of the same mind', () => {
    const answer = answerTo(said('2011', 'Flag=5;'));
    expect(answerTo(readSegment(wire(answer) as string))).toBeNull();
  });
});

describe('a request of the platform', () => {
  const to = { edition: '2017', qn: '20260101080000123', st: '22', pw: '123456', mn: MN } as const;
  it('sets the interval of minute data as in table C.8', () =>
    expect(wire(request('set-minute-interval', { MinInterval: '10' }, to))).toBe(
      `QN=20260101080000123;ST=22;CN=1064;PW=123456;MN=${MN};Flag=5;CP=&&MinInterval=10&&`,
    ));
  it('asks for the history of a time, in 2005 as one item', () => {
    const values = { BeginTime: '20260101000000', EndTime: '20260101010000' };
    expect(wire(request('hour-history', values, to))).toMatch(/CP=&&BeginTime=\d{14};EndTime=\d{14}&&$/);
    expect(wire(request('hour-history', values, { ...to, edition: '2005' }))).toMatch(
      /Flag=1;CP=&&BeginTime=\d{14},EndTime/,
    );
  });
  it.each([
    ['set-minute-interval', { MinInterval: '7' }, /none of 1, 2, 3/],
    ['set-realtime-interval', { RtdInterval: '10' }, /between 30 and 3600 s/],
    ['set-timeouts', { OverTime: '5' }, /ReCount is missing/],
    ['set-password', { NewPW: '12' }, /not 6 characters/],
    ['hour-history', { BeginTime: '2026', EndTime: '20260101010000' }, /not 14 digits/],
    ['read-clock', { PolId: 'a;b' }, /separator/],
    ['stop-realtime', { PolId: 'x' }, /no item/],
  ] as const)('%s %j is refused', (name, values, fault) => {
    expect(requestFaults(name, values).join()).toMatch(fault);
    expect(() => request(name, values, to)).toThrow(fault);
  });
});

describe('the steps of a request', () => {
  const asked = { qn: '20260101080000123', cn: '2061' };
  const of2005 = said('2061', 'Flag=1;');
  it.each([
    [said('9011', 'Flag=4;', 'QnRtn=1'), { step: 'accepted', code: '1' }],
    [said('9011', 'Flag=4;', 'QnRtn=3'), { step: 'refused', code: '3' }],
    [said('2061', 'Flag=5;', 'DataTime=20260101080000', 'QN=20260101080001999;'), { step: 'data' }],
    [said('9012', 'Flag=4;', 'ExeRtn=1'), { step: 'done', code: '1' }],
    [said('9012', 'Flag=4;', 'ExeRtn=100'), { step: 'done', code: '100' }],
    [said('9012', 'Flag=4;', 'ExeRtn=5'), { step: 'failed', code: '5' }],
    [said('9012', 'Flag=4;', 'ExeRtn=1', 'QN=20260101080000999;'), null],
    [said('2011', 'Flag=5;'), null],
  ])('%#', (message, step) => expect(stepOf(asked, message)).toEqual(step));
  it('a device of 2005 answers with the QN in the area', () => {
    const [answer, result] = [requestAnswer(of2005, '1'), requestResult(of2005, '1')];
    expect(wire(answer)).toMatch(/^ST=91;CN=9011;.*CP=&&QN=20260101080000123;QnRtn=1&&$/);
    expect(stepOf(asked, readSegment(wire(answer) as string))).toEqual({ step: 'accepted', code: '1' });
    expect(stepOf(asked, readSegment(wire(result) as string))).toEqual({ step: 'done', code: '1' });
  });
  it('split data say which part of how many they are', () => {
    expect(partOf(said('2061', 'Flag=7;PNUM=0002;PNO=0001;'))).toEqual({ of: 2, number: 1 });
    expect(partOf(said('2061', 'Flag=5;'))).toBeNull();
  });
});

describe('times', () => {
  const eight = Date.parse('2026-01-01T08:00:00.123+08:00');
  it('a QN is Beijing time to the millisecond', () => expect(qnAt(eight)).toBe('20260101080000123'));
  it.each([
    ['20260101080000123', eight],
    ['20260101080000', eight - 123],
    ['2026010108000050', eight - 123],
    ['20260229080000', null],
    ['20260101240000', null],
    ['202601010800', null],
    ['201909262113836CST', null],
  ])('%s', (text, instant) => expect(instantOf(text)).toBe(instant));
});
