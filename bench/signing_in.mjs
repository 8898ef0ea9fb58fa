// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// A server with accounts that have passwords, and people who all sign in at once.
import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { performance } from 'node:perf_hooks'
import { Served } from './served.mjs'

const password = 'a-long-enough-password'
const logins = Array.from({ length: 16 }, (_, i) => `person-${i}`)

export class SigningIn {
  static async start(binary, data) {
    for (const login of logins) {
      const added = spawnSync(binary, ['user', 'add', '--login', login, '--name', login, '--data', data],
        { input: `${password}\n`, encoding: 'utf8' })
      if (added.status !== 0) throw new Error(added.stderr)
    }
    const signing = new SigningIn()
    signing.served = await Served.start(binary, data, { demo: false })
    for (const login of logins) await signing.once(login) // known here from now on
    return signing
  }

  async once(login) {
    const answer = await fetch(`${this.served.url}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
      body: JSON.stringify({ login, password }),
    })
    const text = await answer.text()
    if (answer.status !== 201) throw new Error(`sign-in: ${answer.status} ${text}`)
  }

  // All of them, again and again.
  async perSecond(seconds) {
    const begin = performance.now()
    let done = 0
    await Promise.all(logins.map(async (login) => {
      while (performance.now() - begin < seconds * 1000) {
        await this.once(login)
        done += 1
      }
    }))
    return done / ((performance.now() - begin) / 1000)
  }
}
