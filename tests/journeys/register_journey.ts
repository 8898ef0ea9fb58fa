// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// 办公室人员小张 keeps the register; 委员老李 keeps a telephone number of his own.
import { enter, expect, openForm, test } from './person'
import { chineseNumber as inChinese } from '../../web/numerals'
import { get, idOf, newMember, newName, standingRegister } from './register'

test('the office makes a person, invites and confirms the membership', async ({ page }) => {
  await enter(page, 'office')
  const { term, sector } = await standingRegister(page)
  const { name, pinyin } = newName()
  await page.goto('/people')
  await page.getByRole('button', { name: '新增人员' }).first().click()
  await page.getByLabel('出生年月').fill('1971年4月')
  await page.getByRole('button', { name: '新增人员' }).click()
  await expect(page.locator('.field-error')).toHaveText('请填写姓名。')
  await page.locator('form').getByLabel('姓名').fill(name)
  await page.getByRole('button', { name: '新增人员' }).click()
  await expect(page.locator('main h1')).toHaveText(name)
  await expect(page.locator('.facts')).toContainText('1971-04')

  await openForm(page, '邀请为委员')
  await page.getByRole('button', { name: '邀请为委员' }).click()
  await expect(page.locator('.field-error')).toHaveText('请选择界别。')
  await page.getByLabel('届次').selectOption(term.id)
  await page.getByLabel('界别').selectOption(sector.id)
  await page.getByRole('button', { name: '邀请为委员' }).click()
  await expect(page.locator('.membership')).toContainText('拟任')
  await openForm(page, '确认为委员')
  await page.getByRole('button', { name: '确认为委员' }).click()
  await expect(page.locator('.membership')).toContainText('在任')
  await page.locator('.membership-way summary').click()
  await expect(page.locator('.membership-way')).toContainText('邀请为委员')

  await page.goto('/people')
  await page.getByRole('textbox').first().fill(pinyin)
  await expect(page.locator('tbody tr')).toHaveCount(1)
  await expect(page.locator('tbody tr')).toContainText(name)
  await expect(page.locator('tbody tr')).toContainText(sector.name)
})

test('a member changes the telephone number', async ({ page }) => {
  await enter(page, 'member')
  const id = await idOf(page)
  const { name } = (await get<{ person: { name: string } }>(page, '/api/session')).person
  await page.goto('/account')
  await page.getByRole('link', { name: /名册/ }).click()
  await expect(page.locator('main h1')).toHaveText(name)
  await page.getByRole('button', { name: '修改联系方式' }).click()
  await page.getByLabel('电话').fill('12345')
  await page.getByRole('button', { name: '保存电话' }).click()
  await expect(page.locator('.field-error')).toContainText('11 位手机号码')
  await page.getByLabel('电话').fill('199 0000 1234')
  await page.getByRole('button', { name: '保存电话' }).click()
  await expect(page).toHaveURL(new RegExp(`/people/${id}$`))
  await page.getByRole('button', { name: /查看\s*电话/ }).click()
  await expect(page.locator('.contacts')).toContainText('19900001234')
  await expect(page.getByRole('button', { name: '邀请为委员' })).toHaveCount(0)
})

test('a re-election keeps history', async ({ page }) => {
  await enter(page, 'office')
  const member = await newMember(page)
  const terms = (await get<{ items: TermLine[] }>(page, '/api/terms')).items
  const last = [...terms].sort((a, b) => a.period.from.localeCompare(b.period.from)).at(-1)!
  // Five years on, and always a day to come: until then the running term stays what it is.
  const year = Math.max(Number(last.period.from.slice(0, 4)) + 5, new Date().getFullYear() + 1)
  const first_day = last.period.until ?? `${year}-01-05`
  const running = terms.find((one) => one.runs)!

  await page.goto('/terms')
  await page.getByRole('button', { name: '换届' }).click()
  await page.getByLabel('起始日期').fill(first_day)
  const number = page.getByLabel('第几届')
  await expect(number).not.toHaveValue('')
  const next = await number.inputValue()
  const names = page.locator('.names-list')
  if (last.id === running.id) {
    await page.locator('.names-head input').fill(member.name)
    await names.locator('label', { hasText: member.name }).locator('input').check()
  }
  await page.getByRole('button', { name: '下一步' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText(`第${inChinese(last.number)}届于`)
  await expect(dialog).toContainText(`第${inChinese(next)}届从 ${first_day} 开始`)
  await expect(dialog).toContainText('保持不变')
  await dialog.getByRole('button', { name: '确认换届' }).click()
  await expect(page).toHaveURL(/\/terms$/)
  await expect(page.locator('tbody tr').first()).toContainText(`第${inChinese(next)}届`)

  await page.goto(`/people/${member.id}`)
  const kept = page.locator('.membership', { hasText: `第${inChinese(running.number)}届` })
  await expect(kept).toContainText('在任')
  await kept.locator('summary').click()
  await expect(kept.locator('.history')).toContainText('确认为委员')
  if (last.id === running.id)
    await expect(page.locator('.membership', { hasText: `第${inChinese(next)}届` })).toContainText(
      '待就任',
    )
})

interface TermLine {
  id: string
  number: number
  period: { from: string; until: string | null }
  runs: boolean
}
