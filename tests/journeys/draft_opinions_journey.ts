// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// A draft goes out for opinions: the office sends it, a department asks for other words in a topic,
// a member has nothing to say; the office closes it, adopts the change with the words shown, and
// calls it answered; the department reads the answer.
import { randomUUID } from 'node:crypto'
import type { Browser, Page } from '@playwright/test'
import { enter, expect, test, type Role } from './person'
import { soundInEveryLook } from './soundness'

async function another(browser: Browser, origin: string, role: Role): Promise<Page> {
  const page = await (await browser.newContext({ baseURL: origin, locale: 'zh-CN' })).newPage()
  await enter(page, role)
  return page
}

async function draftPlan(desk: Page, origin: string, title: string): Promise<string> {
  const made = await desk.request.post('/api/plans', {
    headers: { Origin: origin, 'Idempotency-Key': randomUUID() },
    data: {
      title,
      committee: '云栖区政协',
      year: 2026,
      collecting: null,
      topics: [
        {
          number: 1,
          kind: 'thematic',
          title: '老旧小区加装电梯',
          period: '5月',
          month: 5,
          responsible: ['区住建局'],
          participating: [],
          line: 0,
        },
      ],
    },
  })
  expect(made.status()).toBe(201)
  return ((await made.json()) as { id: string }).id
}

// The body that the department's people act for, as the demo's round has it.
async function departmentOf(handler: Page): Promise<string> {
  const list = (await (await handler.request.get('/api/opinion-requests')).json()) as {
    items: { id: string }[]
  }
  const one = (await (
    await handler.request.get(`/api/opinion-requests/${list.items[0]!.id}`)
  ).json()) as { recipients: { name: string }[] }
  return one.recipients[0]!.name
}

async function send(desk: Page, plan: string, department: string): Promise<string> {
  await desk.goto(`/plans/${plan}`)
  await desk.getByRole('link', { name: '发出征求意见' }).click()
  await desk.getByRole('button', { name: '发出', exact: true }).click()
  await expect(desk.locator('.field-error').first()).toBeVisible()
  await desk.getByLabel('截止日期').fill('2999-12-01')
  await desk.getByLabel('征求意见的说明').fill('请就议题提出意见。')
  await desk.locator('summary', { hasText: '承办部门' }).click()
  await desk.getByLabel(department, { exact: true }).check()
  await desk.getByLabel('按姓名找个人').fill('吴委员')
  await desk.getByLabel(/^吴委员/).check()
  await desk.getByRole('button', { name: '发出', exact: true }).click()
  await expect(desk).toHaveURL(/\/opinion-requests\/[0-9a-f-]{36}$/)
  return new URL(desk.url()).pathname
}

// Who has it already is not offered again.
async function addAgain(desk: Page, place: string, department: string): Promise<void> {
  await desk.goto(place)
  await desk.getByRole('button', { name: '添加征求对象', exact: true }).click()
  await desk.locator('summary', { hasText: '承办部门' }).click()
  await expect(desk.locator('details[open] .check-field').first()).toBeVisible()
  await expect(desk.getByLabel(department, { exact: true })).toHaveCount(0)
  await soundInEveryLook(desk, 'a draft that goes to more', false)
}

async function take(desk: Page, place: string, step: string, why?: string): Promise<void> {
  await desk.goto(place)
  await desk.getByRole('button', { name: step, exact: true }).click()
  if (why) await desk.getByLabel('理由').fill(why)
  await desk.locator('main form').getByRole('button', { name: step, exact: true }).click()
  await expect(desk).toHaveURL(new RegExp(`${place}$`))
}

test('a department asks for other words, the office adopts them, the department reads it', async ({
  page,
  browser,
  origin,
  isMobile,
}) => {
  test.setTimeout(240_000)
  const mark = `${isMobile ? '手机' : '桌面'}${Date.now()}`
  const desk = await another(browser, origin, 'office')
  await enter(page, 'department_handler')
  const plan = await draftPlan(desk, origin, `征求意见的计划${mark}`)
  const department = await departmentOf(page)
  const place = await send(desk, plan, department)
  await addAgain(desk, place, department)

  await page.goto('/opinion-requests')
  await expect(page.locator('main li').first()).toContainText('请您提意见')
  await soundInEveryLook(page, 'drafts that ask', isMobile)
  await page.goto(place)
  await expect(page.locator('.opinion-part').first()).toBeVisible()
  await soundInEveryLook(page, 'a draft that asks', isMobile)
  await page.getByRole('link', { name: /^提意见：老旧小区加装电梯/ }).click()
  const words = page.getByLabel('建议文字')
  await expect(words).toHaveValue(/^老旧小区加装电梯/)
  await page.getByRole('button', { name: '提交', exact: true }).click()
  await expect(page.locator('.field-error').first()).toContainText('请写明您的意见')
  await words.fill('老旧小区加装电梯和养老服务\n时间：5月\n承办：区住建局')
  await expect(page.locator('form ins')).toContainText('养老服务')
  await soundInEveryLook(page, 'saying something of a topic', isMobile)
  await page.reload() // a telephone puts its browser to sleep
  await expect(words).toHaveValue(/养老服务/)
  await page.getByRole('button', { name: '提交', exact: true }).click()
  await expect(page.locator('.opinion')).toContainText('建议修改')

  const member = await another(browser, origin, 'member')
  await member.goto(place)
  await expect(member.locator('.opinion')).toHaveCount(0)
  await member.getByRole('button', { name: '无意见' }).click()
  await member.getByRole('button', { name: '提交', exact: true }).click()
  await expect(member.locator('.opinion')).toContainText('无意见')

  await desk.goto(place)
  await expect(desk.locator('[aria-labelledby=opinion-recipients]')).toContainText('2/2 已回复')
  await take(desk, place, '截止', '都已回复。')
  await expect(desk.locator('[aria-labelledby=opinion-refused]')).toContainText('还有意见没有答复')
  await desk.locator('.opinion-part').getByRole('link', { name: '答复' }).click()
  await expect(desk.locator('form ins')).toContainText('养老服务')
  await soundInEveryLook(desk, 'answering an opinion', false)
  await desk.getByLabel('采纳情况').selectOption('partly')
  await desk.locator('main form').getByRole('button', { name: '答复', exact: true }).click()
  await expect(desk.locator('.field-error').first()).toContainText('理由')
  await desk.getByLabel('采纳情况').selectOption('adopted')
  await desk.locator('main form').getByRole('button', { name: '答复', exact: true }).click()
  await expect(desk.locator('.opinion-answer')).toContainText('采纳')
  await take(desk, place, '办结')
  await expect(desk.locator('.page-head')).toContainText('已办结')

  await page.goto(place)
  await expect(page.locator('.opinion-answer')).toContainText('采纳')
  await expect(page.locator('.opinion-answer ins')).toContainText('养老服务')
  await expect(page.getByRole('link', { name: '修改意见' })).toHaveCount(0)
  await soundInEveryLook(page, 'the answer to an opinion', isMobile)
  for (const one of [desk, member]) await one.context().close()
})
