// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Somebody who uses no mouse.
import type { FileChooser } from '@playwright/test'

import { enter, expect, plan_file, test } from './person'

test.beforeEach(({ isMobile }) => {
  test.skip(isMobile, 'a phone has no keyboard')
})

test('everything is reached and done by keyboard', async ({ page }) => {
  // Asked for before anything else: the browser hands the chooser over only from then on.
  const chooser = new Promise<FileChooser>((found) => page.once('filechooser', found))
  await enter(page, 'office')
  await page.reload()
  await expect(page.locator('.row-link').first()).toBeVisible()

  await page.keyboard.press('Tab')
  await expect(page.locator('.skip-link')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.locator('main')).toBeFocused()

  await tabTo('button', '导入计划文件')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/import$/)
  await tabTo('button', '选择文件')
  await page.keyboard.press('Enter')
  await (await chooser).setFiles(plan_file)
  await expect(page).toHaveURL(/\/import\/.+/)

  await tabTo('div', '云栖区政协')
  const line = page.locator('.doc-line:focus')
  for (
    let step = 0;
    step < 30 && !(await line.textContent())!.includes('优化基层医疗');
    step += 1
  ) {
    await page.keyboard.press('ArrowDown')
  }
  await expect(page.locator('.doc-lit .topic-card-title textarea')).toHaveValue(
    '优化基层医疗资源布局',
  )

  await tabTo('button', '保存为草稿')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/plans\/.+/)
  await tabTo('a', '校园周边食品安全整治')
  await page.keyboard.press('Enter')
  await expect(page.locator('main h1')).toHaveText('校园周边食品安全整治')

  // Tab until the wanted element has the focus: whoever cannot get there that way cannot get there
  // at all.
  async function tabTo(tag: string, words: string): Promise<void> {
    for (let step = 0; step < 150; step += 1) {
      await page.keyboard.press('Tab')
      const here = await page.evaluate(() => ({
        tag: document.activeElement?.tagName.toLowerCase(),
        words: document.activeElement?.textContent ?? '',
      }))
      if (here.tag === tag && here.words.includes(words)) return
    }
    throw new Error(`no ${tag} "${words}" can be reached by Tab`)
  }
})
