// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Every screen, in every look: no accessibility finding, targets large enough, nothing wider than
// the window.
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { enter, expect, save, see, test, upload } from './person'

const looks = ['light', 'dark', 'large'] as const

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

for (const language of ['zh-CN', 'en'] as const) {
  test(`every screen in light, dark and large text, ${language}`, async ({ page, isMobile }) => {
    test.setTimeout(600_000)
    await see(page, { theme: 'light', size: 'normal', language })
    const check = async (path: string, ready: string) => {
      await page.goto(path)
      await expect(page.locator(ready).first()).toBeVisible()
      await soundInEveryLook(page, path, isMobile)
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
    await enter(page, 'office')
    await check('/plans', '.row-link')
    await check('/plans?q=nothing-is-called-so', '.empty-state')
    await check('/import', '.drop-zone')
    await upload(page)
    await soundInEveryLook(page, 'the reading', isMobile)
    const reading = new URL(page.url()).pathname
    await check('/import', '.row-do')
    await check(`${reading}/steps/discard`, 'textarea')
    await page.goto(reading)
    const plan = await save(page)
    await check(plan, '.topic-row')
    await check(`${plan}/edit`, 'form input')
    await check(`${plan}/steps/discard`, 'textarea')
    await page.goto(plan)
    const topic = (await page.locator('.topic-row').first().getAttribute('href'))!
    await check(topic, '.facts')
    await check(`${topic}/edit`, 'form textarea')
    await check('/account', '.own-session')
    await check('/policies', '.policies-table')
    await check('/policies?q=nothing-is-called-so', '.empty-state')
    await check('/search?q=养老', 'a.hit')
    await check('/search?q=nothing-is-called-so', '.empty-state')
    await page.locator('.search-opener').click()
    await page.locator('.search-input').fill('养老')
    await expect(page.locator('.found-list .hit').first()).toBeVisible()
    await soundInEveryLook(page, 'the search dialog', isMobile)
    await check('/no-such-page', '.empty-state')
    if (isMobile) {
      await page.locator('.top-bar .icon-button').click()
      await expect(page.locator('.side-head')).toBeVisible()
      await soundInEveryLook(page, 'the drawer', isMobile)
    }
  })
}

// The same server, as one that has a provider would speak of itself.
async function withProvider(page: Page): Promise<void> {
  await page.route('**/api/about', async (route) => {
    const about: object = await (await route.fetch()).json()
    await route.fulfill({ json: { ...about, oidc: '区统一身份认证' } })
  })
}

// The look is two classes on <html> (web/shell/preferences.ts): setting them here spares two visits
// of three.
async function soundInEveryLook(page: Page, where: string, phone: boolean): Promise<void> {
  for (const look of looks) {
    await page.evaluate((now) => {
      for (const name of ['dark', 'large'])
        document.documentElement.classList.toggle(name, name === now)
    }, look)
    await sound(page, `${where} (${look})`, look === 'large' ? 60 : phone ? 44 : 24)
  }
  await page.evaluate(() => document.documentElement.classList.remove('dark', 'large'))
}

async function sound(page: Page, where: string, least: number): Promise<void> {
  await expect(page.locator('.el-message, .loading-block')).toHaveCount(0)
  await page.evaluate(() =>
    Promise.all(
      document.getAnimations().map((animation) => animation.finished.catch(() => undefined)),
    ),
  )
  await bars(page, 'static')
  const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze()
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`,
  )
  expect(found, `axe at ${where}`).toEqual([])
  expect(
    await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    ),
    `overflow at ${where}`,
  ).toBeLessThanOrEqual(0)
  expect(await smallTargets(page, least), `targets under ${least} px at ${where}`).toEqual([])
  await bars(page, '')
}

// A bar that sticks covers half a button at some scroll position or other: axe looks at the page
// with the bars in place. (scroll-padding keeps what has the focus clear of them.)
function bars(page: Page, position: string): Promise<void> {
  return page.evaluate((wanted) => {
    for (const bar of document.querySelectorAll<HTMLElement>('.top-bar, .bottom-bar, .save-bar'))
      bar.style.position = wanted
  }, position)
}

// axe asks for 24 px only. Links within running text are excepted, as in WCAG 2.5.8.
function smallTargets(page: Page, least: number): Promise<string[]> {
  return page.evaluate((wanted) => {
    const measured = (element: Element) =>
      (element.closest('.el-input') ?? element).getBoundingClientRect()
    return [...document.querySelectorAll('a, button, input, select, textarea')]
      .filter(
        (element) =>
          !element.closest('.skip-link, .paper') &&
          getComputedStyle(element).visibility !== 'hidden',
      )
      .filter((element) => {
        const { width, height } = measured(element)
        return width > 0 && height > 0 && height < wanted - 0.5
      })
      .map(
        (element) =>
          `${element.tagName} ${(element.textContent || element.getAttribute('aria-label') || '').trim().slice(0, 20)} ${Math.round(measured(element).height)} px`,
      )
  }, least)
}
