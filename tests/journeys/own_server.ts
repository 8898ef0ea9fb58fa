// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// A server with one account of its own, for journeys that the demo cannot make: wang, who has a
// password.
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

export const password = 'a-long-enough-password'
const binary = resolve(process.env.XIESHANG_BINARY ?? 'build/release/xieshang')

export function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      if (address === null || typeof address === 'string') return failed(new Error('no port'))
      probe.close(() => found(address.port))
    })
  })
}

export async function ownServer(
  port: number,
  files: (data: string) => Record<string, string> = () => ({}),
): Promise<{ end: () => Promise<void> }> {
  const data = mkdtempSync(join(tmpdir(), 'xieshang-journey-'))
  for (const [name, text] of Object.entries(files(data))) writeFileSync(join(data, name), text)
  const account = ['--login', 'wang', '--name', '王小协', '--role', 'office']
  const added = spawnSync(binary, ['user', 'add', ...account, '--data', data], {
    input: `${password}\n`,
  })
  if (added.status !== 0) throw new Error(added.stderr.toString())
  const server = spawn(binary, ['serve', '--data', data, '--listen', `127.0.0.1:${port}`], {
    stdio: 'ignore',
  })
  for (let tries = 0; tries < 300; tries += 1) {
    const answer = await fetch(`http://127.0.0.1:${port}/healthz`).catch(() => undefined)
    if (answer?.ok) break
    await new Promise((again) => setTimeout(again, 100))
  }
  return {
    end: () =>
      new Promise((done) => {
        server.on('exit', () => {
          rmSync(data, { recursive: true, force: true })
          done()
        })
        server.kill('SIGTERM')
      }),
  }
}
