// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// 办公室 imports a roster: columns are proposed and changed, what is wrong is shown and left out on
// purpose, nothing is written before the button, and the same file again changes nothing.
import { readFileSync } from 'node:fs'
import { blanks, enter, expect, test } from './person'
import { csv, number } from './roster_file'

test('the office imports the roster', async ({ page }) => {
  await enter(page, 'office')
  const mark = number()
  const file = { name: '委员名册.csv', mimeType: 'text/csv', buffer: Buffer.from(csv(mark)) }
  await page.goto('/people/import')
  await page.locator('input[type=file]').setInputFiles(file)

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('委员名册.csv')
  await expect(page.getByLabel('表头所在的行')).toHaveValue('2')
  const party = page.getByLabel(`“所在党派${mark}”列对应`)
  await expect(party).toHaveValue('')
  await party.selectOption({ label: '党派' })
  await expect(page.getByText('138 0013 8000')).toHaveCount(0) // no contact is shown
  await page.getByRole('button', { name: '看预览' }).click()

  const chips = page.getByRole('group', { name: '按结果筛选' })
  await expect(chips.getByRole('button', { name: '新增 2' })).toBeVisible()
  await chips.getByRole('button', { name: '有误 1' }).click()
  const rows = page.locator('.roster-rows tbody tr')
  await expect(rows).toHaveCount(1)
  await expect(rows).toContainText('没有这个界别')
  const missing = page.getByRole('region', { name: '导入之前还缺什么' })
  await expect(missing).toContainText('有 1 个界别在人员库中没有，涉及 1 行')
  await expect(missing.getByLabel('“不存在的界别”添加时的名称')).toHaveValue('不存在的界')
  await chips.getByRole('button', { name: '新增 2' }).click()
  await expect(rows.first()).toContainText('1971-04')
  await expect(rows.first()).toContainText('新的，加密保存')
  await expect(page.getByText('新增的 2 人不会成为委员：界别为空')).toBeVisible()

  const confirm = page.getByRole('button', { name: '导入 2 人' })
  await expect(confirm).toBeDisabled()
  await page.getByLabel('不导入有误或待选的 1 行').check()
  await confirm.click()
  await expect(page.getByRole('heading', { name: '已导入' })).toBeVisible()
  await expect(page.locator('.facts')).toContainText('2')
  await expect(rows).toHaveCount(1)
  await expect(rows).toContainText(`示例丙${mark}`)
  await expect(rows).toContainText('没有这个界别')
  const downloading = page.waitForEvent('download')
  await page.getByRole('link', { name: 'CSV' }).click()
  const left_out = readFileSync(await (await downloading).path(), 'utf8')
  expect(left_out).toContain(`"示例丙${mark}"`)
  expect(left_out).not.toContain(`示例甲${mark}`)
  await page
    .getByRole('group', { name: '按结果筛选' })
    .getByRole('button', { name: '新增 2' })
    .click()
  await page.getByRole('link', { name: `示例甲${mark}` }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(`示例甲${mark}`)

  await page.goto('/people/import')
  await page.locator('input[type=file]').setInputFiles(file)
  const same = page.getByRole('alert').filter({ hasText: '同一份文件' })
  await expect(same).toContainText('已于')
  await same.getByRole('link', { name: '查看那次导入' }).click()
  await expect(page.getByRole('heading', { name: '已导入' })).toBeVisible()

  await page.goto('/people/import')
  await page.locator('input[type=file]').setInputFiles(file)
  await page.getByRole('button', { name: '仍然导入' }).click()
  await expect(party).toHaveValue('party') // as the last time
  await expect(page.getByText('与上次相同')).toHaveCount(1)
  await page.getByRole('button', { name: '看预览' }).click()
  await expect(chips.getByRole('button', { name: '相同 2' })).toBeVisible()
})

test('an import is discarded with a reason and restored', async ({ page }) => {
  await enter(page, 'office')
  await page.goto('/people/import')
  const name = `作废${number()}.csv`
  await page.locator('input[type=file]').setInputFiles({
    name,
    mimeType: 'text/csv',
    buffer: Buffer.from(`姓名\n示例丁${number()}\n`),
  })
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
  await page.getByRole('button', { name: '作废这次导入' }).click()
  await expect(page.getByText('作废后不会写入人员库')).toBeVisible()
  await page.getByRole('button', { name: '作废这次导入' }).click()
  await expect(page.getByText('请说明理由')).toBeVisible()
  await page.getByLabel('理由').fill('传错了文件')
  await page.getByRole('button', { name: '作废这次导入' }).click()
  await expect(page.getByRole('heading', { name: '已作废' })).toBeVisible()
  await expect(page.locator('.history')).toContainText('传错了文件')

  await page.goto('/people/import')
  await expect(page.locator('tr', { hasText: name })).toContainText('已作废')
  await page.getByRole('link', { name }).click()
  await page.getByRole('button', { name: '恢复这次导入' }).click()
  await page.getByLabel('理由').fill('还是要用')
  await page.getByRole('button', { name: '恢复这次导入' }).click()
  await expect(page.getByRole('button', { name: '看预览' })).toBeVisible()
  await expect(page.locator('.history')).toContainText('还是要用')
})

test('a file that is no roster is refused with its reason', async ({ page }) => {
  await enter(page, 'office')
  await page.goto('/people/import')
  await page.locator('input[type=file]').setInputFiles({
    name: '名册.xls',
    mimeType: 'application/vnd.ms-excel',
    buffer: Buffer.from(`%PDF-1.7 ${blanks()}`),
  })
  await expect(page.getByRole('alert')).toContainText('既不是 Excel 工作簿')
})

test('the roster is a page for phone and keyboard, and not for readers', async ({ page }) => {
  await enter(page, 'reader')
  await page.goto('/people/import')
  await expect(page.getByText('只有政协办公室可以导入名册')).toBeVisible()
})
