// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Text stays text, and stays where it may be seen: canaries (canary.ts) are written into every field
// of the API, then every screen is seen as every role. No script runs, nothing tries to; and no
// canary that a role may not see is in any byte that it receives: pages, answers, exports, live
// changes.
import { readdirSync, readFileSync } from 'node:fs'
import type { Browser, BrowserContext, Page } from '@playwright/test'
import { Flock, no_place_for_one, textFields, writeEverywhere, type Api } from './canary'
import { roles, test } from './demo_house'
import { enter, expect, type Role } from './person'

const at_once = 4

// The addresses of all screens, as the slices declare them.
const files = readdirSync('features', { recursive: true, encoding: 'utf8' })
const screens = files
  .filter((file) => file.endsWith('_pages.ts'))
  .flatMap((file) =>
    [...readFileSync(`features/${file}`, 'utf8').matchAll(/path: '([^']+)'/g)].map(
      (found) => found[1]!,
    ),
  )

let home: string
let api: Api
const flock = new Flock()
const people = new Map<string, BrowserContext>()
const ids = new Map<string, Set<string>>() // 'plans' → those that the API lists
const heard = new Map<string, string[]>() // role → live changes

test.skip(({ isMobile }) => isMobile, 'the same bytes')

test.beforeAll(async ({ browser, house }) => {
  test.setTimeout(180_000)
  home = house
  for (const role of roles) people.set(role, await person(browser, role))
  const office = people.get('office')!.request
  api = (await (await office.get('/api/openapi.json')).json()) as Api
  for (const role of roles) void listen(role)
  await writeEverywhere((role) => people.get(role)!.request, flock)
  await office.get('/api/plans')
})
test.afterAll(async () => {
  for (const context of people.values()) await context.close()
})

async function person(browser: Browser, role: Role): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL: home, locale: 'zh-CN' })
  const page = await context.newPage()
  await enter(page, role)
  await page.close()
  return context
}

async function listen(role: string): Promise<void> {
  const lines: string[] = []
  heard.set(role, lines)
  const cookies = await people.get(role)!.cookies()
  const answer = await fetch(`${home}/api/events`, {
    headers: { Cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; ') },
  })
  const decoder = new TextDecoder()
  try {
    for await (const chunk of answer.body as unknown as AsyncIterable<Uint8Array>)
      lines.push(decoder.decode(chunk))
  } catch {
    // the server has ended
  }
}

// Marks of canaries that this role may not see.
function leaks(role: string, bytes: string): string[] {
  return flock.canaries
    .filter((one) => !one.seen_by.includes(role) && bytes.includes(one.mark))
    .map((one) => `${role} received ${one.field} (${one.mark})`)
}

function learnIds(place: string, bytes: string): void {
  const known = ids.get(place) ?? new Set()
  for (const found of bytes.matchAll(/"(?:id|document_id)":"([0-9a-f-]{36})"/g))
    known.add(found[1]!)
  ids.set(place, known)
}

const some = (place: string): string[] => [...(ids.get(place) ?? [])].slice(0, 8)

test('there is a canary in every field that takes a text', () => {
  const written = new Set(flock.canaries.map((one) => one.field))
  const bare = textFields(api).filter((one) => !no_place_for_one.test(one) && !written.has(one))
  expect(bare, 'write them in canary.ts').toEqual([])
})

test('no answer has a canary for one who may not see it', async () => {
  test.setTimeout(120_000)
  const reads = Object.entries(api.paths)
    .filter(([, methods]) => methods.get)
    .map(([path]) => path)
    .sort((one, other) => one.split('{').length - other.split('{').length)
  const found: string[] = []
  const seen = new Set<string>()
  for (const role of ['office', ...roles]) {
    for (const path of reads) {
      const place = path.split('/')[2]!
      const targets = path.includes('{')
        ? some(place).map((id) => path.replace(/\{\w+\}/, id))
        : [path]
      for (const target of targets) {
        const query = path.startsWith('/api/search') ? '?q=canary' : ''
        const answer = await people.get(role)!.request.get(target + query, { maxRedirects: 0 })
        const bytes = `${JSON.stringify(answer.headers())}${await answer.text()}`
        if (role === 'office') learnIds(path.includes('{') ? '' : place, bytes)
        if (role === 'office' && path === '/api/plans') await topicIds()
        found.push(...leaks(role, bytes))
        for (const one of flock.canaries) if (bytes.includes(one.mark)) seen.add(one.field)
      }
    }
    found.push(...leaks(role, (heard.get(role) ?? []).join('')))
  }
  expect(found).toEqual([])
  expect(heard.get('reader')!.join('')).toContain('"kind":"plan"')
  expect(seen.size, 'fields whose canary somebody saw').toBeGreaterThan(15)
})

async function topicIds(): Promise<void> {
  const office = people.get('office')!.request
  for (const id of some('plans'))
    learnIds('topics', JSON.stringify((await (await office.get(`/api/plans/${id}`)).json()).topics))
}

interface Sound {
  troubles: string[]
  waiting: Promise<void>[]
}

// Whatever happens in this page that must not.
async function watched(page: Page, role: string): Promise<Sound> {
  const sound: Sound = { troubles: [], waiting: [] }
  const note = (what: string) => sound.troubles.push(`${role} at ${page.url()}: ${what}`)
  page.on('console', (message) => {
    if (/content security policy/i.test(message.text())) note(message.text())
  })
  page.on('pageerror', (error) => note(error.message))
  page.on('dialog', (dialog) => void dialog.dismiss().then(() => note('a dialog')))
  page.on('response', (response) => {
    if (response.headers()['content-type']?.includes('event-stream')) return
    sound.waiting.push(
      response.text().then(
        (bytes) => leaks(role, bytes).forEach(note),
        () => undefined,
      ),
    )
  })
  return sound
}

async function ran(page: Page): Promise<boolean> {
  return page.evaluate(() => 'canary' in window)
}

function addresses(): string[] {
  return screens.flatMap((screen) => {
    const place = screen.split('/')[1]!
    const list = some(place === 'import' ? 'plan-documents' : place)
    const path = screen.replace(':action', 'discard').replace('/search', '/search?q=canary')
    return path.includes(':') ? list.slice(0, 2).map((id) => path.replace(/:\w+/, id)) : [path]
  })
}

async function seeAll(role: string): Promise<string[]> {
  const page = await people.get(role)!.newPage()
  const sound = await watched(page, role)
  for (const address of addresses()) {
    await page.goto(address, { waitUntil: 'load' })
    await page.locator('main h1, main .gate-card').first().waitFor()
    await expect(page.locator('.loading-block')).toHaveCount(0)
    if (await ran(page)) sound.troubles.push(`${role} at ${address}: a script ran`)
  }
  await Promise.all(sound.waiting)
  await page.close()
  return sound.troubles
}

test('every screen as every role: no script, no breach, no leak', async () => {
  test.setTimeout(180_000)
  expect(addresses().some((address) => address.includes(':'))).toBe(false)
  const waiting = [...roles]
  const found: string[] = []
  const walk = async () => {
    for (let role = waiting.shift(); role; role = waiting.shift())
      found.push(...(await seeAll(role)))
  }
  await Promise.all(Array.from({ length: at_once }, walk))
  expect(found).toEqual([])
})

test('a canary that gets loose is heard', async () => {
  const loose = flock.canaries.find((one) => one.field === 'keepCorrection /title')!
  const page = await people.get('reader')!.newPage()
  const sound = await watched(page, 'reader')
  await page.route('**/api/plans?*', async (route) => {
    const answer = await route.fetch()
    const body = (await answer.text()).replace(/"title":"/, `"title":"${loose.mark}`)
    await route.fulfill({ response: answer, body })
  })
  await page.goto('/plans')
  await expect(page.locator('.row-link').first()).toBeVisible()
  await page.evaluate(() => {
    document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=window.canary=1>')
  })
  await expect.poll(() => sound.troubles.join('\n')).toMatch(/security policy/i)
  await Promise.all(sound.waiting)
  expect(sound.troubles.join('\n')).toContain(`received keepCorrection /title (${loose.mark})`)
  await page.close()
})
