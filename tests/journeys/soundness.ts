// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What every screen has to be, in every look: no accessibility finding, targets large enough,
// nothing wider than the window.
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect } from './person'

const looks = ['light', 'dark', 'large'] as const

// What a page is made of is the same in every look; colours and sizes are not.
const rules_of_looks = [
  'color-contrast',
  'link-in-text-block',
  'target-size',
  'scrollable-region-focusable',
  'css-orientation-lock',
]
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

// The look is two classes on <html> (web/shell/preferences.ts): setting them here spares two visits
// of three.
export async function soundInEveryLook(
  page: Page,
  where: string,
  phone: boolean,
  these: readonly (typeof looks)[number][] = looks,
): Promise<void> {
  for (const look of these) {
    await page.evaluate((now) => {
      for (const name of ['dark', 'large'])
        document.documentElement.classList.toggle(name, name === now)
    }, look)
    const least = look === 'large' ? 60 : phone ? 44 : 24
    await sound(page, `${where} (${look})`, least, look === these[0])
  }
  await page.evaluate(() => document.documentElement.classList.remove('dark', 'large'))
}

async function sound(page: Page, where: string, least: number, whole: boolean): Promise<void> {
  await expect(page.locator('h1').first()).toBeVisible() // a page that has not come yet has no fault
  await expect(page.locator('.el-message, .loading-block')).toHaveCount(0)
  await page.evaluate(() =>
    Promise.all(
      document.getAnimations().map((animation) => animation.finished.catch(() => undefined)),
    ),
  )
  await bars(page, 'static')
  const axe = new AxeBuilder({ page })
  const { violations } = await (
    whole ? axe.withTags(rules) : axe.withRules(rules_of_looks)
  ).analyze()
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
      (element.closest('.el-input, .check-label, .file-choice') ?? element).getBoundingClientRect()
    return [...document.querySelectorAll('a, button, input, select, textarea')]
      .filter(
        (element) =>
          !element.closest('.skip-link, .paper, .sr-only') &&
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
