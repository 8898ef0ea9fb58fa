// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// A server of our own with demo data, on a free port of 127.0.0.1.
import { openSync } from 'node:fs'
import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'

export class Served {
  static async start(binary, data, { environment = {}, poll = 10, demo = true } = {}) {
    const log = openSync('/dev/null', 'w')
    const child = spawn(binary, ['serve', ...(demo ? ['--demo'] : []), '--data', data, '--listen', '127.0.0.1:0'], {
      stdio: ['ignore', 'pipe', log],
      env: { ...process.env, ...environment },
    })
    const served = new Served()
    served.child = child
    served.pid = child.pid
    served.url = await new Promise((done, failed) => {
      let text = ''
      child.stdout.on('data', (chunk) => {
        text += chunk
        const address = /http:\/\/127\.0\.0\.1:\d+/.exec(text)
        if (address) done(address[0])
      })
      child.on('exit', (code) => failed(new Error(`the server ended with ${code}: ${text}`)))
    })
    while (!(await fetch(`${served.url}/healthz`).then((answer) => answer.ok, () => false))) await sleep(poll)
    return served
  }

  async signIn(login) {
    const answer = await fetch(`${this.url}/api/demo/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
      body: JSON.stringify({ login }),
    })
    if (!answer.ok) throw new Error(`sign-in: ${answer.status} ${await answer.text()}`)
    this.cookie = answer.headers.getSetCookie()[0].split(';')[0]
  }

  get(path) {
    return fetch(this.url + path, { headers: { cookie: this.cookie } })
  }

  async firstPlan() {
    return (await (await this.get('/api/plans?year=2022')).json()).items[0].id
  }

  async stop() {
    this.child.removeAllListeners('exit')
    const gone = new Promise((done) => this.child.once('exit', done))
    this.child.kill('SIGTERM')
    await gone
  }
}
