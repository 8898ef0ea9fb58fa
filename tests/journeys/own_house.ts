// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// A house of its own for journeys that need real accounts: people are added on the server, as its
// administrators do, and a password is theirs alone. Not in demo mode.
import { execFileSync } from 'node:child_process'
import { createHmac } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { startServer } from './server'

export const password = '春江潮水连海平，海上明月共潮生'

export interface OwnHouse {
  origin: string
  end: () => Promise<void>
}

export interface Member {
  login: string
  name: string
  role: string
}

export async function ownHouse(people: readonly Member[], config = ''): Promise<OwnHouse> {
  const binary = resolve(process.env.XIESHANG_BINARY ?? 'build/release/xieshang')
  const server = await startServer([], (data) => {
    if (config) writeFileSync(join(data, 'xieshang.toml'), config)
    for (const { login, name, role } of people)
      execFileSync(
        binary,
        ['user', 'add', '--data', data, '--login', login, '--name', name, '--role', role],
        { input: `${password}\n`, stdio: ['pipe', 'ignore', 'pipe'] },
      )
  })
  return { origin: server.url, end: server.end }
}

export async function signIn(page: Page, login: string, secret = password): Promise<void> {
  await page.goto('/sign-in')
  await page.getByLabel('登录名').fill(login)
  await page.getByLabel('密码').fill(secret)
  const answered = page.waitForResponse(
    (response) => response.url().endsWith('/api/session') && response.request().method() === 'POST',
  )
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await answered // going on before it would take the question back
}

export async function signOut(page: Page): Promise<void> {
  await page.request.delete('/api/session', {
    headers: { 'Idempotency-Key': crypto.randomUUID() },
  })
  await page.context().clearCookies()
}

// The code of RFC 6238, as an authenticator app shows it `ahead` steps later.
export function codeOf(secret: string, ahead = 0): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const bits = [...secret.replace(/\s/g, '')]
    .map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0'))
    .join('')
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + ahead))
  const digest = createHmac('sha1', key).update(counter).digest()
  const at = digest[19]! & 15
  return String((digest.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

export async function seenAlert(page: Page, words: string): Promise<void> {
  await expect(page.getByRole('alert').filter({ hasText: words })).toBeVisible()
}
