import type { Http } from '#platform/http';

/** A browser for tests without one: keeps cookies and sends the csrf value, as the web application does. */
export class Caller {
  readonly cookies = new Map<string, string>();
  csrf = '';
  readonly #http: Http;
  readonly #address: string;
  constructor(http: Http, address = '10.0.0.1') {
    this.#http = http;
    this.#address = address;
  }

  async ask(method: string, url: string, body?: object | string, headers: Record<string, string> = {}) {
    const answer = await this.#http.inject({
      method: method as 'GET',
      url,
      remoteAddress: this.#address,
      ...(body === undefined ? {} : { payload: body }),
      headers: {
        ...(this.cookies.size ? { cookie: [...this.cookies].map(([k, v]) => `${k}=${v}`).join('; ') } : {}),
        ...(method !== 'GET' && this.csrf ? { 'x-lantian-csrf': this.csrf } : {}),
        ...headers,
      },
    });
    for (const cookie of answer.cookies) {
      if (cookie.maxAge === 0 || cookie.expires?.getTime() === 0) this.cookies.delete(cookie.name);
      else this.cookies.set(cookie.name, cookie.value);
    }
    return answer;
  }

  get = (url: string) => this.ask('GET', url);
  post = (url: string, body: object = {}, headers?: Record<string, string>) => this.ask('POST', url, body, headers);
  patch = (url: string, body: object) => this.ask('PATCH', url, body);

  /** @returns the answer of the log-in; on success the csrf value is kept */
  async logIn(login: string, password: string) {
    const answer = await this.post('/api/login', { login, password });
    if (answer.statusCode === 200) this.csrf = answer.json().csrf;
    return answer;
  }
}
