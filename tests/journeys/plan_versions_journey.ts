// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Two versions of a plan: how a draft that was sent round differs from what came back and was mended,
// read by a reader, by keyboard, on a phone.
import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { enter, expect, test } from './person'
import { soundInEveryLook } from './soundness'

interface Made {
  id: string
  version: number
  topics: { id: string }[]
}

const topic = (title: string, number: number) => ({
  number,
  kind: 'thematic',
  title,
  period: '5月',
  responsible: [],
  participating: [],
  line: 0,
})

// What is asked of the server in one's own name, without the screens that other journeys go through.
async function ask(page: Page, method: string, path: string, data: object, version?: number) {
  const answer = await page.request.fetch(path, {
    method,
    data,
    headers: {
      'Idempotency-Key': randomUUID(),
      ...(version ? { 'If-Match': `"v${version}"` } : {}),
    },
  })
  expect(answer.ok(), await answer.text()).toBe(true)
  return (await answer.json()) as Made
}

// A draft of two topics that went round, came back and was mended.
async function mended(page: Page): Promise<string> {
  await enter(page, 'office')
  const title = `云栖区政协协商工作计划 ${randomUUID().slice(0, 8)}`
  const topics = [topic('提升托育服务水平', 1), topic('推进垃圾分类', 2)]
  const body = { title, committee: '云栖区政协', year: 2055, topics }
  let plan = await ask(page, 'POST', '/api/plans', body)
  const steps = `/api/plans/${plan.id}/steps`
  plan = await ask(page, 'POST', steps, { action: 'submit', reason: '' }, plan.version)
  const back = { action: 'send_back', reason: '题目请写具体。' }
  await ask(page, 'POST', steps, back, plan.version)
  const [first, second] = plan.topics.map((one) => `/api/topics/${one.id}`) as [string, string]
  await ask(page, 'PATCH', first, { title: '提升普惠托育服务水平', period: '6月' }, 1)
  const leaves = { action: 'unlist', reason: '与专项工作重复。' }
  await ask(page, 'POST', `${second}/steps`, leaves, 1)
  return `/plans/${plan.id}`
}

test('a reader sees what a draft says otherwise than when it was sent round', async ({
  page,
  isMobile,
}) => {
  test.setTimeout(180_000)
  const plan = await mended(page)
  await enter(page, 'reader')
  await page.goto(plan)
  await page.getByRole('link', { name: '版本对照' }).click()
  await page.getByLabel('前一个版本', { exact: true }).selectOption({ index: 1 })
  await expect(page).toHaveURL(/before=2/)
  await expect(page.locator('main [role=status]')).toContainText('议题 2 个')
  const topics = page.locator('[aria-labelledby=compared-topics]')
  await expect(topics.locator('ins').first()).toContainText('普惠')
  await expect(topics.locator('.compared-topic', { hasText: '垃圾分类' })).toContainText('不再列入')
  await soundInEveryLook(page, 'two versions of a plan', isMobile)

  await page.getByRole('button', { name: '前一个版本全文' }).focus()
  await page.keyboard.press('Enter')
  await expect(topics.locator('ins, del')).toHaveCount(0)
  await expect(topics).toContainText('提升托育服务水平')
  await expect(topics).toContainText('推进垃圾分类')

  await page.getByRole('button', { name: '只看改动' }).click()
  await page.getByLabel('前一个版本', { exact: true }).selectOption('now')
  await expect(page.locator('.empty-state')).toContainText('内容相同')
  await page.getByLabel('前一个版本', { exact: true }).selectOption('day')
  const day = page.getByLabel('前一个版本的日期')
  await day.fill('2020-01-01')
  await day.press('Enter')
  await expect(page.locator('.field-error')).toHaveText('这一天还没有这份计划。')
  await soundInEveryLook(page, 'a day on which the plan was not there', isMobile)
})
