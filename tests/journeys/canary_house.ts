// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The house of the canary, and those who visit it: everybody of the demo, one real account, and
// whoever has no session. Each answer that anybody gets is held against what he may see.
import { randomUUID } from 'node:crypto'
import type { Visitor } from './canary_admission'
import { maySee } from './canary_audience'
import { operation, type Operation } from './canary_api'
import { Marks, type Mark } from './canary_marks'
import { startServer, type OwnServer } from './server'

const password = '春江潮水连海平，海上明月共潮生'

export interface Answer {
  status: number
  headers: Headers
  bytes: Buffer
  json: () => Record<string, unknown>
}

export interface Asked {
  path: string
  body?: string | Buffer
  version?: string
  headers?: Record<string, string>
}

export class CanaryHouse {
  readonly marks = new Marks()
  readonly visitors: Visitor[] = []
  readonly leaks = new Set<string>()
  packed = 0 // answers that held marks within a packed file
  readonly sighted = new Map<Mark, Set<string>>() // by whom it was rightly seen
  private server!: OwnServer
  url = ''

  async open(): Promise<void> {
    this.server = await startServer(['--demo'])
    // The name, not the number: passkeys are made for names.
    this.url = this.server.url.replace('127.0.0.1', 'localhost')
    const about = (await (await fetch(`${this.url}/api/about`)).json()) as {
      demo_accounts: { login: string; roles: string }[]
    }
    this.visitors.push(visitor('anonymous', '', 'none'))
    for (const { login } of about.demo_accounts) await this.signIn(login)
    await this.addReal('wang')
    await this.signIn('wang')
  }

  end(): Promise<void> {
    return this.server.end()
  }

  visitor(login: string): Visitor {
    const found = this.visitors.find((one) => one.login === login)
    if (!found) throw new Error(`nobody is called ${login}`)
    return found
  }

  // Whoever signed in a while ago is asked again who he is: he shows it, and asks again.
  async ask(by: Visitor, what: Operation, asked: Asked): Promise<Answer> {
    const answer = await this.askOnce(by, what, asked)
    if (answer.status !== 403 || answer.json().code !== 'members.prove_again') return answer
    await this.enter(by, {})
    return this.askOnce(by, what, asked)
  }

  private async askOnce(by: Visitor, what: Operation, asked: Asked): Promise<Answer> {
    const headers: Record<string, string> = { Cookie: by.cookie, ...asked.headers }
    if (what.method !== 'GET') headers['Idempotency-Key'] = randomUUID()
    if (typeof asked.body === 'string') headers['Content-Type'] = 'application/json'
    else if (asked.body) headers['Content-Type'] = 'application/octet-stream'
    if (asked.version) headers['If-Match'] = asked.version
    const { method } = what
    const body = asked.body === undefined ? undefined : new Blob([asked.body as BlobPart])
    const sent = await fetch(this.url + asked.path, { method, headers, body })
    const bytes = Buffer.from(await sent.arrayBuffer())
    const head = Buffer.from(JSON.stringify([...sent.headers]))
    for (const part of [bytes, head]) this.hold(by, what.name, asked.path, part, sentBy(asked))
    if (bytes.toString('latin1', 0, 2) === 'PK' && this.marks.in(bytes).length > 0) this.packed += 1
    return {
      status: sent.status,
      headers: sent.headers,
      bytes,
      json: () => JSON.parse(bytes.toString()) as Record<string, unknown>,
    }
  }

  // Bytes that the visitor was sent. What he has just sent himself is no secret to him.
  hold(by: Visitor, name: string, where: string, bytes: Buffer, sent?: Buffer): void {
    const own = sent ? this.marks.in(sent) : []
    for (const mark of this.marks.in(bytes)) {
      const told = `${mark.operation} ${mark.field} by ${mark.by} (${mark.word})`
      if (maySee(by, mark, name)) {
        const seen = this.sighted.get(mark) ?? new Set<string>()
        this.sighted.set(mark, seen.add(by.login))
      } else if (!own.includes(mark)) {
        this.leaks.add(`${by.login} is shown ${told} by ${name || 'a screen'}, ${where}`)
      }
    }
  }

  // Made as the administrators make one: an account, its role, and a link for the first password.
  private async addReal(login: string): Promise<void> {
    const of = { operation: 'makeAccount', field: 'name', by: 'system_administrator' }
    const name = this.marks.make({ ...of, owners: [login], state: '' })
    name.mark.kept = true
    const told = async (by: Visitor, name: string, id: string, body: object) => {
      const what = operation(name)
      const asked = { path: what.path.replace('{id}', id), body: JSON.stringify(body) }
      const answer = await this.ask(by, what, asked)
      if (answer.status >= 300) throw new Error(`${name}: ${answer.bytes.toString()}`)
      return answer.json() as Record<string, string>
    }
    const words = { login, name: name.text }
    const { id } = await told(this.visitor('system_administrator'), 'makeAccount', '', words)
    const reader = { role: 'reader', granted: true }
    await told(this.visitor('security_administrator'), 'changeAccountRole', id!, reader)
    const { code } = await told(this.visitor('system_administrator'), 'makeAccountLink', id!, {})
    await told(visitor(login, '', 'none'), 'useAccountLink', '', { code, password })
  }

  private async signIn(login: string): Promise<void> {
    const by = visitor(login, '', login === 'former_member' ? 'former' : 'active')
    const what = wayIn(by)
    const browser = this.marks.make({
      operation: what.name,
      field: 'User-Agent',
      by: login,
      owners: [login],
      state: '',
    })
    browser.mark.kept = true
    const { person } = await this.enter(by, { 'User-Agent': browser.text })
    by.id = person.id
    by.role = person.roles[0]!
    this.visitors.push(by)
  }

  // Begins a session; one that there was goes on, for it may be that of a browser.
  private async enter(by: Visitor, headers: Record<string, string>) {
    const what = wayIn(by)
    const { login } = by
    const body = JSON.stringify(login === 'wang' ? { login, password } : { login })
    by.cookie = ''
    const signed = await this.askOnce(by, what, { path: what.path, body, headers })
    if (signed.status !== 201) throw new Error(`${login}: ${signed.bytes.toString()}`)
    by.cookie = signed.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; ')
    return signed.json() as { person: { id: string; roles: string[] } }
  }
}

const wayIn = (by: Visitor) => operation(by.login === 'wang' ? 'signIn' : 'signInAsDemo')

const sentBy = ({ body, headers }: Asked) =>
  Buffer.concat([Buffer.from(body ?? ''), Buffer.from(JSON.stringify(headers ?? {}))])

function visitor(login: string, role: string, membership: string): Visitor {
  return { login, role, membership, id: '', cookie: '' }
}
