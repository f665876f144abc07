import type { FastifyRequest } from 'fastify';
import type { DeviceRegister, Registered } from '#engines/devices';
import { Refusal } from '#platform/refusal';
import { sameSecret } from '../intake/secret.ts';

/** What a request says about who sends it: the password of the device, with its identity (basic) or without (bearer). */
export type Credentials = { readonly identity: string | null; readonly secret: string };

/** failures from one address in a minute before it is not listened to any more in that minute */
const MOST_FAILURES = 30;

const LOGIN_FAILED = {
  zh: '设备标识或密码不对，请核对设备台账中的 HTTP 标识和密码（Basic 或 Bearer）。',
  en: 'The identity or password of the device is not right: compare the HTTP identity and password in the register (basic or bearer).',
};
const TOO_OFTEN = {
  zh: '设备登录失败次数过多，请一分钟后再试。',
  en: 'The device failed to log in too often; try again in a minute.',
};

/** Who posts for a device has its password. Guessing is slowed down per address. */
export class DeviceLogin {
  readonly #failures = new Map<string, number>();
  #minute = 0;

  /** @throws Refusal device_login_failed, too_many_attempts */
  credentials(request: FastifyRequest): Credentials {
    this.#guard(request.ip);
    const [scheme, value = ''] = (request.headers.authorization ?? '').split(' ', 2) as [string, string?];
    if (/^bearer$/i.test(scheme) && value !== '') return { identity: null, secret: value };
    if (/^basic$/i.test(scheme)) {
      const text = Buffer.from(value, 'base64').toString('utf8');
      const colon = text.indexOf(':');
      if (colon > 0) return { identity: text.slice(0, colon), secret: text.slice(colon + 1) };
    }
    throw this.#failed(request.ip);
  }

  /** The device that may be spoken for. @throws Refusal device_login_failed */
  device(register: DeviceRegister, request: FastifyRequest, { secret }: Credentials, identity: string): Registered {
    const device = register.find('http', identity);
    if (device && device.password !== null && sameSecret(device.password, secret)) return device;
    throw this.#failed(request.ip);
  }

  #guard(address: string): void {
    const minute = Math.floor(Date.now() / 60_000);
    if (minute !== this.#minute) {
      this.#minute = minute;
      this.#failures.clear();
    }
    if ((this.#failures.get(address) ?? 0) >= MOST_FAILURES) throw new Refusal('too_many_attempts', TOO_OFTEN);
  }

  #failed(address: string): Refusal {
    this.#failures.set(address, (this.#failures.get(address) ?? 0) + 1);
    return new Refusal('device_login_failed', LOGIN_FAILED);
  }
}
