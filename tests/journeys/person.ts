// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What every journey stands on: a person at a browser, watched for requests that leave the origin,
// for breaches of the content security policy and for errors in the page.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { test as base, expect, type Page } from '@playwright/test'
import type { components } from '../../web/api/schema'

export const plan_file = fileURLToPath(new URL('fixtures/plan_2025.txt', import.meta.url))
export const plan_text = readFileSync(plan_file, 'utf8')
export const plan_title = '云栖区政协2025年协商工作计划'

interface Watch {
  strays: string[]
  breaches: string[]
  errors: string[]
}

export const test = base.extend<{ watch: Watch; origin: string }>({
  origin: async ({}, use) => use(process.env.XIESHANG_URL!),
  baseURL: async ({ origin }, use) => use(origin),
  watch: [
    async ({ page, origin }, use) => {
      const watch: Watch = { strays: [], breaches: [], errors: [] }
      page.on('request', (request) => {
        const { protocol, origin: asked } = new URL(request.url())
        if (protocol.startsWith('http') && asked !== origin) watch.strays.push(request.url())
      })
      page.on('console', (message) => {
        if (/content security policy/i.test(message.text())) watch.breaches.push(message.text())
      })
      page.on('pageerror', (error) => watch.errors.push(error.message))
      await use(watch)
      expect(watch).toEqual({ strays: [], breaches: [], errors: [] })
    },
    { auto: true },
  ],
})

export { expect }

// A login of the demo is called as its role.
export type Role = components['schemas']['Role'] | 'former_member'

// The three administrators see no content, and begin where their work is.
const homes: Partial<Record<Role, RegExp>> = {
  system_administrator: /\/accounts$/,
  security_administrator: /\/roles$/,
  auditor: /\/audit$/,
}

// Signs in with the demo's one-click button of that role.
export async function enter(page: Page, role: Role): Promise<void> {
  const about = (await (await page.request.get('/api/about')).json()) as {
    demo_accounts: { login: string; name: string }[]
  }
  const account = about.demo_accounts.find((one) => one.login === role)
  expect(account, `a demo account for ${role}`).toBeDefined()
  await page.goto('/sign-in')
  await page.locator('.account-button', { hasText: account!.name }).click()
  await expect(page).toHaveURL(homes[role] ?? /\/plans$/)
}

// Presses what leads to a form whose own button carries the same words. The page stays as it is until
// the form's part has come, and a second press too early would meet the first button again.
export async function openForm(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click()
  await expect(page.locator('main form').getByRole('button', { name, exact: true })).toBeVisible()
}

export interface Look {
  theme: 'light' | 'dark'
  size: 'normal' | 'large'
  language: 'zh-CN' | 'en'
}

export async function see(page: Page, look: Look): Promise<void> {
  await page.addInitScript(({ theme, size, language }) => {
    localStorage.setItem('xieshang.theme', theme)
    localStorage.setItem('xieshang.size', size)
    localStorage.setItem('xieshang.language', language)
  }, look)
}

// Blanks in an order that no other has: the same words in another file. The house asks about a file
// that it has already.
export const blanks = (): string =>
  Array.from({ length: 40 }, () => (Math.random() < 0.5 ? ' ' : '\u3000')).join('')

// Uploads a document and stops at the page that says what was read.
export async function take(page: Page, name: string, bytes: Buffer): Promise<void> {
  await page.goto('/import')
  await page
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: bytes })
  await expect(page).toHaveURL(/\/import\/.+/)
  await expect(page.locator('.doc-line').first()).toBeVisible()
}

// Uploads the plan, as a file of its own; returns its text.
export async function upload(page: Page): Promise<string> {
  const text = `${plan_text}\n${blanks()}`
  await take(page, 'plan_2025.txt', Buffer.from(text))
  return text
}

// On a phone the document and the plan that is made of it are seen one at a time.
export async function seeSide(page: Page, name: '原文' | '读出的内容'): Promise<void> {
  const side = page.locator('.correct-sides button', { hasText: name })
  await page.locator('.correct-save').waitFor()
  if (await side.isVisible()) await side.click()
}

// Saves it as a draft and returns the address of the plan.
export async function save(page: Page): Promise<string> {
  await page.locator('.correct-save').click()
  await expect(page).toHaveURL(/\/plans\/.+/)
  return new URL(page.url()).pathname
}
