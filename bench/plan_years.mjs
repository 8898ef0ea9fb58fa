// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// The list of plans and their balance with twenty years of plans: each figure is asked for right after a commit, so that no answer is
// given again. The peer of the same run is the same list, remembered.
import { performance } from 'node:perf_hooks'
import { randomUUID } from 'node:crypto'
import { Served } from './served.mjs'

const years = 20
const topics_of_a_year = 40
const times = 200
const kinds = ['standing_committee', 'chairpersons', 'thematic', 'supervision', 'counterpart']
const fields = ['economy', 'politics', 'culture', 'society', 'ecology']

const topic = (year, n) => ({
  number: n + 1,
  kind: kinds[n % kinds.length],
  title: `${year}年第${n + 1}个议题：提升养老服务水平`,
  period: `${(n % 12) + 1}月`,
  month: (n % 12) + 1,
  responsible: ['区民政局', '区住建局'],
  participating: ['各街道'],
  line: 0,
  field: fields[n % fields.length],
})

async function send(served, method, path, body, version) {
  const headers = {
    cookie: served.cookie,
    'content-type': 'application/json',
    'idempotency-key': randomUUID(),
    'sec-fetch-site': 'same-origin',
  }
  if (version) headers['if-match'] = `"v${version}"`
  const answer = await fetch(served.url + path, { method, headers, body: JSON.stringify(body) })
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
  return answer.json()
}

async function timed(served, path) {
  const begin = performance.now()
  const answer = await served.get(path)
  const body = await answer.json()
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`)
  return [performance.now() - begin, body]
}

const at = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]
const spread = (all) => {
  const sorted = [...all].sort((a, b) => a - b)
  return { median: at(sorted, 0.5), p95: at(sorted, 0.95) }
}

export async function listsTwentyYears(xieshang, folder, row) {
  const served = await Served.start(xieshang, folder)
  await served.signIn('office')
  let last
  for (let n = 0; n < years; n += 1) {
    const year = 2001 + n
    const topics = Array.from({ length: topics_of_a_year }, (_, i) => topic(year, i))
    const title = `崇川区政协${year}年协商工作计划`
    last = await send(served, 'POST', '/api/plans', { title, committee: '崇川区政协', year, topics })
  }
  const list = '/api/plans?sort=year&size=30'
  const balance = '/api/plans/balance?from=2001&to=2020'
  const figures = { list: [], remembered: [], balance: [] }
  for (let i = 0; i < times; i += 1) {
    const edit = { title: `崇川区政协2020年协商工作计划 ${i}` }
    last = await send(served, 'PATCH', `/api/plans/${last.id}`, edit, last.version)
    const [ms, found] = await timed(served, list)
    if (found.items.length < years) throw new Error(`only ${found.items.length} plans`)
    figures.list.push(ms)
    figures.remembered.push((await timed(served, list))[0])
    figures.balance.push((await timed(served, balance))[0])
  }
  await served.stop()
  const [lists, again, balances] = Object.values(figures).map(spread)
  const shown = ({ median, p95 }) => `median ${median.toFixed(2)}, p95 ${p95.toFixed(2)}`
  row('the list of plans with twenty years of 40 topics, p95 over HTTP, after a commit', lists.p95, 'ms', ['<=', 20],
    `${shown(lists)}; the same answer given again ${shown(again)}`)
  row('fields and kinds of twenty years side by side, p95 over HTTP, after a commit', balances.p95, 'ms', ['<=', 20], shown(balances))
}
