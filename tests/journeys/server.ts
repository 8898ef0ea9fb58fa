// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// A server of our own with a data folder of its own, on a free port of 127.0.0.1.
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const start_limit_ms = 30_000

export interface OwnServer {
  url: string
  says: (words: RegExp) => Promise<string> // waits until it has printed them
  end: () => Promise<void>
}

// Resolves when it is healthy; `end` stops it and removes its data.
// `prepare` sees the data folder before the server starts.
export async function startServer(
  flags: string[],
  prepare: (data: string) => void = () => undefined,
): Promise<OwnServer> {
  const binary = resolve(process.env.XIESHANG_BINARY ?? 'build/release/xieshang')
  const data = mkdtempSync(join(tmpdir(), 'xieshang-journeys-'))
  prepare(data)
  const server = spawn(binary, ['serve', ...flags, '--data', data, '--listen', '127.0.0.1:0'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  const hear = (chunk: Buffer) => (printed += chunk.toString())
  server.stdout.on('data', hear)
  server.stderr.on('data', hear)
  const url = await printedAddress(server, () => printed)
  await healthy(url)
  return {
    url,
    says: (words) => said(words, () => printed),
    end: async () => {
      await ended(server)
      rmSync(data, { recursive: true, force: true })
    },
  }
}

function printedAddress(server: ChildProcess, printed: () => string): Promise<string> {
  return new Promise((found, failed) => {
    const late = setTimeout(
      () => failed(new Error(`no address within ${start_limit_ms} ms:\n${printed()}`)),
      start_limit_ms,
    )
    server.stdout?.on('data', () => {
      const address = /https?:\/\/127\.0\.0\.1:\d+(?=\D)/.exec(printed())?.[0]
      if (!address) return
      clearTimeout(late)
      found(address)
    })
    server.on('error', failed)
    server.on('exit', (code) => failed(new Error(`the server ended with ${code}:\n${printed()}`)))
  })
}

// It may be healthy before the line that it printed has come through the pipe.
async function said(words: RegExp, printed: () => string): Promise<string> {
  const limit = Date.now() + start_limit_ms
  while (Date.now() < limit) {
    const found = words.exec(printed())?.[0]
    if (found) return found
    await new Promise((again) => setTimeout(again, 20))
  }
  throw new Error(`the server did not print ${words}:\n${printed()}`)
}

async function healthy(address: string): Promise<void> {
  const limit = Date.now() + start_limit_ms
  while (Date.now() < limit) {
    const answer = await fetch(`${address}/healthz`).catch(() => undefined)
    if (answer?.ok) return
    await new Promise((again) => setTimeout(again, 100))
  }
  throw new Error('the server does not answer /healthz')
}

function ended(server: ChildProcess): Promise<void> {
  return new Promise((done) => {
    if (server.exitCode !== null) return done()
    server.on('exit', () => done())
    server.kill('SIGTERM')
  })
}
