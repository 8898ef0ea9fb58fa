// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// A server that is meant to die: started on a free port of 127.0.0.1, ended by SIGKILL.
import { openSync } from 'node:fs'
import { spawn } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'

export class Server {
  // Resolves when it answers or has died on the way: ask `alive`.
  static async start({ binary, data, database = '', environment = {} }) {
    const server = new Server()
    const args = ['serve', '--demo', '--data', data, '--listen', '127.0.0.1:0']
    if (database) args.push('--database', database)
    const log = openSync(`${data}.log`, 'a')
    // It dies with the oracle, whatever ends that.
    server.child = spawn('setpriv', ['--pdeathsig', 'KILL', binary, ...args], { stdio: ['ignore', 'pipe', log], env: { ...process.env, ...environment } })
    server.alive = true
    server.gone = new Promise((done) => {
      server.child.once('exit', (code, signal) => {
        server.alive = false
        server.ending = signal ?? code
        done()
      })
    })
    await Promise.race([server.#address(), server.gone])
    return server
  }

  async #address() {
    let text = ''
    this.url = await new Promise((done) => {
      this.child.stdout.on('data', (chunk) => {
        text += chunk
        const address = /http:\/\/127\.0\.0\.1:\d+/.exec(text)
        if (address) done(address[0])
      })
    })
    while (this.alive && !(await fetch(`${this.url}/healthz`).then((answer) => answer.ok, () => false))) await sleep(2)
  }

  async kill(signal = 'SIGKILL') {
    if (this.alive) this.child.kill(signal)
    await this.gone
  }
}
