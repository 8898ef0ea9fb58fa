// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// A house of its own, with one account for each role beside the demo's plan. It is no demo: people
// sign in by password.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Page } from '@playwright/test'
import { ended, healthy, printedAddress } from './server_setup'
import { expect, test as base } from './person'

// The demo's own people bear the names of their roles.
const loginOf = (role: string): string => `${role}.1`
const password = '春江潮水连海平上'

// As the program itself names them.
const header = readFileSync('features/members/role.h', 'utf8')
export const roles: string[] = /BOOST_DESCRIBE_ENUM\(Role, ([^)]*)\)/
  .exec(header)![1]!
  .split(/,\s*/)

// One house a file of journeys, with an account for each of these roles; `origin` is its own.
export const houseOf = (people: readonly string[]) =>
  base.extend<object, { house: House }>({
    house: [
      async ({}, use) => {
        const house = await fullHouse(people)
        await use(house)
        await house.close()
      },
      { scope: 'worker', timeout: 180_000 },
    ],
    origin: async ({ house }, use) => use(house.origin),
  })

export interface House {
  origin: string
  close: () => Promise<void>
}

async function fullHouse(people: readonly string[]): Promise<House> {
  const binary = resolve(process.env.XIESHANG_BINARY ?? 'build/release/xieshang')
  const data = mkdtempSync(join(tmpdir(), 'xieshang-house-'))
  const serve = async (...more: string[]): Promise<[ChildProcess, string]> => {
    const server = spawn(binary, ['serve', ...more, '--data', data, '--listen', '127.0.0.1:0'], {
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const origin = await printedAddress(server)
    await healthy(origin)
    return [server, origin]
  }
  const [seeding] = await serve('--demo')
  await ended(seeding)
  for (const role of people) {
    const added = spawnSync(
      binary,
      [
        'user',
        'add',
        '--login',
        loginOf(role),
        '--name',
        `某${role}`,
        '--role',
        role,
        '--data',
        data,
      ],
      { input: `${password}\n` },
    )
    expect(added.status, String(added.stderr)).toBe(0)
  }
  const [server, origin] = await serve()
  return {
    origin,
    close: async () => {
      await ended(server)
      rmSync(data, { recursive: true, force: true })
    },
  }
}

export async function signIn(page: Page, origin: string, role: string): Promise<void> {
  await page.goto(`${origin}/sign-in`)
  await page.locator('input[name=username]').fill(loginOf(role))
  await page.locator('input[name=password]').fill(password)
  await page.locator('form button[type=submit]').click()
  await expect(page).not.toHaveURL(/\/sign-in/)
}
