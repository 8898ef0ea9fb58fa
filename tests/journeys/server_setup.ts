// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const start_limit_ms = 30_000

// Starts the demo server and reads the address that it prints; returns what ends it.
export default async function serverSetup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.XIESHANG_URL) return undefined
  const binary = resolve(process.env.XIESHANG_BINARY ?? 'build/release/xieshang')
  const data = mkdtempSync(join(tmpdir(), 'xieshang-journeys-'))
  const server = spawn(binary, ['serve', '--demo', '--data', data, '--listen', '127.0.0.1:0'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  process.env.XIESHANG_URL = await printedAddress(server)
  await healthy(process.env.XIESHANG_URL)
  return async () => {
    await ended(server)
    rmSync(data, { recursive: true, force: true })
  }
}

export function printedAddress(server: ChildProcess): Promise<string> {
  return new Promise((found, failed) => {
    let printed = ''
    const late = setTimeout(
      () => failed(new Error(`no address within ${start_limit_ms} ms:\n${printed}`)),
      start_limit_ms,
    )
    const hear = (chunk: Buffer) => {
      printed += chunk.toString()
      const address = /https?:\/\/127\.0\.0\.1:\d+/.exec(printed)?.[0]
      if (!address) return
      clearTimeout(late)
      found(address)
    }
    server.stdout?.on('data', hear)
    server.stderr?.on('data', hear)
    server.on('error', failed)
    server.on('exit', (code) => failed(new Error(`the server ended with ${code}:\n${printed}`)))
  })
}

export async function healthy(address: string): Promise<void> {
  const limit = Date.now() + start_limit_ms
  while (Date.now() < limit) {
    const answer = await fetch(`${address}/healthz`).catch(() => undefined)
    if (answer?.ok) return
    await new Promise((again) => setTimeout(again, 100))
  }
  throw new Error('the server does not answer /healthz')
}

export function ended(server: ChildProcess): Promise<void> {
  return new Promise((done) => {
    if (server.exitCode !== null) return done()
    server.on('exit', () => done())
    server.kill('SIGTERM')
  })
}
