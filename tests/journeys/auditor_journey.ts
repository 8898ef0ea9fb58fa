// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// 审计员 follows a change of a telephone number: who did it, when, to which object, with what result.
// What the number was and is, nobody tells him.
import { readFile } from 'node:fs/promises'
import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { enter, expect, test } from './person'
import { get, idOf, leave } from './register'

// A member sets his number, changes it, and asks for what is not his to ask for.
async function change(page: Page): Promise<{ id: string; name: string; numbers: string[] }> {
  await enter(page, 'member')
  const id = await idOf(page)
  const { name } = (await get<{ person: { name: string } }>(page, '/api/session')).person
  const some = String(Date.now()).slice(-7)
  const numbers = [`1388${some}`, `1399${some}`]
  for (const value of numbers) {
    const { contacts } = await get<{ contacts: { contact: string; version: number }[] }>(
      page,
      `/api/people/${id}`,
    )
    const version = contacts.find((one) => one.contact === 'telephone')!.version
    const headers = { 'Idempotency-Key': randomUUID(), 'If-Match': `"v${version}"` }
    const kept = await page.request.put(`/api/people/${id}/contacts/telephone`, {
      data: { value },
      headers,
    })
    expect(kept.status()).toBe(204)
  }
  expect((await page.request.get('/api/audit/acts')).status()).toBe(403)
  await leave(page)
  return { id, name, numbers }
}

const dayOf = (at: Date) =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(at)

test('the auditor follows a change of a telephone number and sees no number', async ({ page }) => {
  const { id, name, numbers } = await change(page)
  const bytes: Promise<string>[] = []
  page.on('response', (response) => {
    if (response.url().includes('/api/') && !response.url().endsWith('/api/events'))
      bytes.push(response.text().catch(() => ''))
  })
  await enter(page, 'auditor')
  const rows = page.locator('.acts tbody tr')
  const choose = (label: string, option: string) =>
    page.getByLabel(label, { exact: true }).selectOption({ label: option })

  await page.getByRole('textbox', { name: '人员姓名、登录名，机构名称' }).fill(name)
  await choose('事项', '修改联系方式')
  await choose('对象类别', '联系方式')
  await page.getByLabel('起始日期').fill(dayOf(new Date()))
  await expect(page).toHaveURL(/from=/)
  await expect(page.locator('.table-foot')).toContainText(/共 \d+ 条/)
  await expect(rows.filter({ hasNotText: '修改联系方式' })).toHaveCount(0)
  await expect(rows.filter({ hasNotText: name })).toHaveCount(0)
  await expect(rows.nth(1)).toBeVisible() // set, then changed
  await expect(rows.first()).toContainText('完成')

  await page.getByLabel('起始日期').fill(dayOf(new Date(Date.now() + 2 * 86_400_000)))
  await expect(page.getByText('没有符合条件的记录')).toBeVisible()
  await page.getByRole('button', { name: '清除条件' }).first().click()

  await choose('事项', '修改联系方式')
  await expect(rows.first()).toContainText(name)
  await rows.first().locator('.act-object a').click()
  await expect(page).toHaveURL(/object=/)
  await expect(page.getByRole('button', { name: /^对象：/ })).toBeVisible()
  await expect(rows.nth(1)).toBeVisible()
  await expect(rows.filter({ hasNotText: name })).toHaveCount(0)

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByText('导出', { exact: true }).click(),
  ])
  const table = await readFile(await download.path(), 'utf8')
  expect(table).toContain('"修改联系方式"')
  expect(table).toContain(name)

  await page.getByRole('button', { name: '清除条件' }).first().click()
  await page.getByRole('textbox', { name: '人员姓名、登录名，机构名称' }).fill(name)
  await choose('结果', '被拒绝')
  await expect(rows.first()).toContainText('无权操作被拒绝')
  await expect(rows.first()).toContainText(name)

  expect((await page.request.get(`/api/people/${id}`)).status()).toBe(403)
  const look = await page.request.post(`/api/people/${id}/contacts/telephone/looks`, {
    data: { reason: '审计' },
    headers: { 'Idempotency-Key': randomUUID() },
  })
  expect(look.status()).toBe(403)
  const seen = [table, await page.content(), ...(await Promise.all(bytes))].join('\n')
  for (const number of numbers) expect(seen).not.toContain(number)
})
