import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Conversation, DeviceCommand, DeviceCommandList, RequestKind } from '#app/api';
import { get } from '../../app/api.ts';
import { useSentence } from '../../app/language.ts';
import { useMay } from '../../app/queries.ts';
import { useFormat } from '../../shared/format.ts';
import { Panel } from '../../shared/page.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../shared/states.tsx';
import { useAct } from '../use-act.ts';
import { CommandDialog } from './command-dialog.tsx';
import type { TabProps } from './index.tsx';

/** while a command is under way one looks more often, ms */
const WATCHING = 3000;
const RESTING = 30_000;
const OPEN: readonly DeviceCommand['state'][] = ['waiting', 'sent', 'accepted'];
/** what one needs at night, as buttons; the rest stands in a list */
const QUICK = ['set-clock', 'start-realtime', 'read-clock'];

/** Commands to the device and what became of them, and the conversation line by line. */
export default function Talk({ device }: TabProps) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const may = useMay('devices.command');
  const [asked, ask] = useState<RequestKind | 'any' | null>(null);
  const speaks = device.identities.some(({ protocol }) => protocol === 'hj-212');
  const kinds = useQuery({
    queryKey: ['devices', 'requests'],
    queryFn: async ({ signal }) =>
      (await get<{ requests: RequestKind[] }>('/api/devices/requests', {}, signal)).requests,
    staleTime: Number.POSITIVE_INFINITY,
    enabled: speaks,
  }).data;
  const commands = useQuery({
    queryKey: ['devices', 'one', String(device.id), 'commands'],
    queryFn: async ({ signal }) =>
      (await get<DeviceCommandList>(`/api/devices/${device.id}/commands`, { limit: 20 }, signal)).commands,
    refetchInterval: ({ state }) => (state.data?.some((command) => OPEN.includes(command.state)) ? WATCHING : RESTING),
  });
  const watching = commands.data?.some((command) => OPEN.includes(command.state)) ?? false;
  return (
    <div className="device-columns">
      <Panel flush title={t('devices.talk.commands')} className="device-main">
        {!speaks ? (
          <p className="device-note quiet">{t('devices.talk.notSpoken')}</p>
        ) : (
          may && (
            <div className="device-acts">
              {kinds
                ?.filter(({ name }) => QUICK.includes(name))
                .map((kind) => (
                  <Button key={kind.name} onClick={() => ask(kind)}>
                    {sentence(kind.title)}
                  </Button>
                ))}
              <Button type="primary" disabled={!kinds} onClick={() => ask('any')}>
                {t('devices.talk.other')}
              </Button>
            </div>
          )
        )}
        {commands.error ? (
          <ErrorState error={commands.error} onRetry={() => void commands.refetch()} compact />
        ) : !commands.data ? (
          <LoadingState rows={4} />
        ) : commands.data.length === 0 ? (
          <EmptyState compact title={t('devices.talk.none')} text={t('devices.talk.noneText')} />
        ) : (
          <ol className="device-frames">
            {commands.data.map((command) => (
              <Command key={command.id} command={command} may={may} />
            ))}
          </ol>
        )}
      </Panel>
      <Lines device={device} watching={watching} />
      {asked && kinds && (
        <CommandDialog deviceId={device.id} kinds={asked === 'any' ? kinds : [asked]} onClose={() => ask(null)} />
      )}
    </div>
  );
}

const SIGNS: Record<DeviceCommand['state'], string> = {
  waiting: '…',
  sent: '→',
  accepted: '⇄',
  done: '✓',
  failed: '✗',
  refused: '✗',
  unanswered: '?',
  cancelled: '–',
};

function Command({ command, may }: { command: DeviceCommand; may: boolean }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const { time } = useFormat();
  const act = useAct();
  const { outcome } = command;
  const values = Object.entries({ ...command.arguments, ...outcome?.values });
  return (
    <li>
      <p>
        <span className={`device-command ${command.state}`}>
          <span aria-hidden>{SIGNS[command.state]}</span> {t(`devices.talk.states.${command.state}`)}
        </span>{' '}
        <b>{sentence(command.title)}</b>{' '}
        <span className="quiet">
          {command.askedByName === 'system' ? t('devices.talk.system') : command.askedByName}{' '}
          {time(command.askedAt, true)}
        </span>
      </p>
      {values.length > 0 && <p className="quiet">{values.map(([key, value]) => `${key} = ${value}`).join(' · ')}</p>}
      {outcome && (
        <p>
          {outcome.words ? sentence(outcome.words) : outcome.why ? t(`devices.talk.why.${outcome.why}`) : null}
          {outcome.packets !== undefined && ` · ${t('devices.talk.packets', { count: outcome.packets })}`}
        </p>
      )}
      {command.state === 'waiting' && (
        <p className="quiet">
          {command.waitsUntil && t('devices.talk.waitsUntil', { time: time(command.waitsUntil) })}{' '}
          {may && (
            <Button
              size="small"
              loading={act.isPending}
              onClick={() =>
                act.mutate({ method: 'POST', path: `/api/devices/${command.deviceId}/commands/${command.id}/cancel` })
              }
            >
              {t('devices.talk.cancel')}
            </Button>
          )}
        </p>
      )}
    </li>
  );
}

/** The conversation as it was spoken, newest first, without passwords. */
function Lines({ device, watching }: TabProps & { watching: boolean }) {
  const { t } = useTranslation();
  const { time } = useFormat();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['devices', 'one', String(device.id), 'messages'],
    queryFn: ({ signal, pageParam }) =>
      get<Conversation>(`/api/devices/${device.id}/messages`, { before: pageParam, limit: 50 }, signal),
    initialPageParam: null as number | null,
    getNextPageParam: (page) => page.next,
    refetchInterval: watching ? WATCHING : RESTING,
  });
  const lines = data?.pages.flatMap((page) => page.messages) ?? [];
  return (
    <Panel flush title={t('devices.talk.lines')} className="device-main">
      {error ? (
        <ErrorState error={error} onRetry={() => void refetch()} compact />
      ) : !data ? (
        <LoadingState rows={4} />
      ) : lines.length === 0 ? (
        <EmptyState compact title={t('devices.talk.noLines')} />
      ) : (
        <ol className="device-lines">
          {lines.map((line) => (
            <li key={line.id} className={line.direction}>
              <span className="quiet">
                {line.direction === 'out' ? t('devices.talk.out') : t('devices.talk.in')} {time(line.at, true)}
              </span>
              <code>{line.text}</code>
            </li>
          ))}
        </ol>
      )}
      {hasNextPage && (
        <p className="device-acts">
          <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('devices.alarm.older')}
          </Button>
        </p>
      )}
    </Panel>
  );
}
