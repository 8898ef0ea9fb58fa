// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What every screen has to be, in every look: no accessibility finding, targets large enough,
// nothing wider than the window.
import type { Page } from '@playwright/test'
import type { RunOptions } from 'axe-core'
import axe_core from 'axe-core'
import { expect } from './person'

const looks = ['light', 'dark', 'large'] as const

// What a page is made of is the same in every look; the dark one has other colours alone, large
// letters have other sizes alone.
const rules_of_looks = {
  light: [],
  dark: ['color-contrast', 'link-in-text-block'],
  large: ['target-size', 'scrollable-region-focusable'],
}
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
    await sound(page, `${where} (${look})`, least, look === these[0] ? [] : rules_of_looks[look])
  }
  await page.evaluate(() => document.documentElement.classList.remove('dark', 'large'))
}

// `only`: those rules of axe, or all.
async function sound(
  page: Page,
  where: string,
  least: number,
  only: readonly string[],
): Promise<void> {
  await expect(page.locator('h1').first()).toBeVisible() // a page that has not come yet has no fault
  await expect(page.locator('.el-message, .loading-block')).toHaveCount(0)
  // Not waited for: in a window that nobody looks at some never end.
  await page.evaluate(() => {
    for (const animation of document.getAnimations()) {
      const { endTime } = animation.effect!.getComputedTiming()
      if (endTime === Infinity) animation.cancel()
      else animation.finish()
    }
  })
  await bars(page, 'static')
  const found = await findings(page, only)
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

// In the page itself, which has no frames: six times as fast as by a page of axe's own each time.
async function findings(page: Page, only: readonly string[]): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe_core.source)
  const options: RunOptions = {
    runOnly: only.length ? { type: 'rule', values: [...only] } : { type: 'tag', values: rules },
    resultTypes: ['violations'],
    preload: false, // asks for what no rule of these needs
  }
  return page.evaluate(async (wanted) => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') }
    const { violations } = await axe.run(document, wanted)
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`,
    )
  }, options)
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
