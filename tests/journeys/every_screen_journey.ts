// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Every screen, in every look: no accessibility finding, targets large enough, nothing wider than
// the window. In English, whose words are the longer ones, in the largest letters alone: a language
// changes no colour.
import type { Page } from '@playwright/test'
import { enter, expect, save, see, test, upload } from './person'
import { soundInEveryLook } from './soundness'

for (const language of ['zh-CN', 'en'] as const) {
  test(`every screen, ${language}`, async ({ page, isMobile }) => {
    test.setTimeout(600_000)
    const looks = language === 'en' ? (['large'] as const) : undefined
    await see(page, { theme: 'light', size: 'normal', language })
    const check = async (path: string, ready: string) => {
      await page.goto(path)
      await expect(page.locator(ready).first()).toBeVisible()
      await soundInEveryLook(page, path, isMobile, looks)
    }
    await check('/sign-in', '.account-button')
    await withProvider(page)
    await check('/sign-in?oidc=unknown_person', '.gate-oidc button')
    await page.unroute('**/api/about')
    await check('/setup#token=abc', '.gate-card .note') // a link that is none
    await page.route('**/api/setup/link', (route) =>
      route.fulfill({ json: { usable: true, setup_needed: true } }),
    )
    await check('/setup#token=good', 'form')
    await check('/account-link#code=7KQ2M', 'form')
    await check('/c', 'form input')
    await check('/answer', 'form input')
    await enter(page, 'office')
    await check('/plans', '.row-link')
    await check('/plans?q=nothing-is-called-so', '.empty-state')
    await check('/import', '.drop-zone')
    await check('/people/import', '.drop-zone')
    await upload(page)
    await soundInEveryLook(page, 'the reading', isMobile, looks)
    const reading = new URL(page.url()).pathname
    await check('/import', '.row-do')
    await check(`${reading}/steps/discard`, 'textarea')
    await page.goto(reading)
    const plan = await save(page)
    await check(plan, '.topic-row')
    await check(`${plan}/versions`, '.version-choices select')
    await check(`${plan}/edit`, 'form input')
    await check(`${plan}/steps/discard`, 'textarea')
    await page.goto(plan)
    const topic = (await page.locator('.topic-row').first().getAttribute('href'))!
    await check(topic, '.facts')
    await check(`${topic}/edit`, 'form textarea')
    await check(await closedPlan(page), '[aria-labelledby=plan-amendments] .pill')
    await check('/settings', '.row-link')
    await check('/settings?q=nothing-is-called-so', '.empty-state')
    await check('/settings/three_offices_reviewers', '.facts')
    await check('/settings/topic_kinds/edit', 'form input')
    await check('/settings/party_committee_reviewers/edit', 'form input') // rows of another kind
    await check('/settings/thematic_notice/edit', 'form select')
    await check('/settings/thematic_notice/reset', 'textarea')
    await check('/calendar', '.month')
    await check('/calendar/import', 'input[type=file]')
    await check('/calendar/mark?year=2027', 'form select')
    await check('/calendar/complete?year=2027', 'textarea')
    await check('/account', '.own-session')
    await check('/policies', '.policies-table')
    await check('/policies?q=nothing-is-called-so', '.empty-state')
    await check('/search?q=养老', 'a.hit')
    await check('/search?q=nothing-is-called-so', '.empty-state')
    await page.locator('.search-opener').click()
    await page.locator('.search-input').fill('养老')
    await expect(page.locator('.found-list .hit').first()).toBeVisible()
    await soundInEveryLook(page, 'the search dialog', isMobile, looks)
    await check('/no-such-page', '.empty-state')
    if (isMobile) {
      await page.locator('.top-bar .icon-button').click()
      await expect(page.locator('.side-head')).toBeVisible()
      await soundInEveryLook(page, 'the drawer', isMobile, looks)
    }
  })
}

// The demo's year that is over.
async function closedPlan(page: Page): Promise<string> {
  const plans = (await (await page.request.get('/api/plans?size=200')).json()) as {
    items: { id: string; state: string }[]
  }
  return `/plans/${plans.items.find(({ state }) => state === 'closed')!.id}`
}

// The same server, as one that has a provider would speak of itself.
async function withProvider(page: Page): Promise<void> {
  await page.route('**/api/about', async (route) => {
    const about: object = await (await route.fetch()).json()
    await route.fulfill({ json: { ...about, oidc: '区统一身份认证' } })
  })
}
