// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// What the writers know against what is there: over the API, and in the rows of a backup.
import { readFileSync, rmSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { get } from './client.mjs'

export class Verdict {
  lost = 0
  ghosts = 0
  duplicates = 0
  examples = []
  #told = new Set() // the rows may say again what the API has said

  add(kind, count, what) {
    if (count <= 0 || this.#told.has(kind + what)) return
    this.#told.add(kind + what)
    this[kind] += count
    if (this.examples.length < 20) this.examples.push(`${kind}: ${what}`)
  }
}

// `known` and `found`: {title, version, state, topics: [{title, version}]}.
function comparePlan(known, found, verdict) {
  if (!found) return verdict.add('lost', known.accepted, `plan ${known.title}`)
  verdict.add('lost', known.version - found.version, `${known.version - found.version} changes of plan ${known.id}`)
  verdict.add('duplicates', found.version - known.version, `plan ${known.id} has version ${found.version}`)
  if (found.version !== known.version) return
  const words = (plan) => JSON.stringify([plan.title, plan.state, plan.topics.map((topic) => [topic.title, topic.version])])
  if (words(known) !== words(found)) verdict.add('lost', 1, `words of plan ${known.id}: ${words(found)} for ${words(known)}`)
}

// The newest of what this writer did.
export async function judgeByApi(server, writer, verdict) {
  for (const plan of writer.plans.slice(-40)) {
    const answer = await get(server, `/api/plans/${plan.id}`)
    const found = answer && (await answer.json())
    comparePlan(plan, found && { ...found, topics: await topicsOf(server, found, plan) }, verdict)
  }
  for (const document of writer.documents.slice(-20)) {
    const answer = await get(server, `/api/plan-documents/${document.id}/file`)
    if (!answer) verdict.add('lost', 1, `document ${document.name}`)
    else if ((await answer.text()) !== document.text) verdict.add('lost', 1, `bytes of ${document.name}`)
    if (document.version === 1) continue
    const correction = await get(server, `/api/plan-documents/${document.id}/correction`)
    const found = correction && (await correction.json())
    compareCorrection(document, found && { ...found, title: found.correction.title }, verdict)
  }
}

// `found`: {title, version} of the correction.
function compareCorrection(document, found, verdict) {
  if (!found) return verdict.add('lost', document.accepted, `correction of ${document.name}`)
  const { version, title } = document
  verdict.add('lost', version - found.version, `${version - found.version} corrections of ${document.name}`)
  verdict.add('duplicates', found.version - version, `the correction of ${document.name} has version ${found.version}`)
  if (found.version === version && found.title !== title) verdict.add('lost', 1, `words of the correction of ${document.name}`)
}

// A plan's page has its topics' titles; their versions stand on their own pages.
async function topicsOf(server, found, known) {
  const changed = known.topics.some((topic) => topic.version > 1)
  const topics = []
  for (const topic of found.topics) {
    topics.push(changed ? await (await get(server, `/api/topics/${topic.id}`)).json() : { title: topic.title, version: 1 })
  }
  return topics
}

// All rows, as `xieshang backup` writes them: table → objects.
export function rowsOf(binary, data, database) {
  const place = ['--data', data, ...(database ? ['--database', database] : [])]
  const { stdout, stderr } = spawnSync(binary, ['backup', `${data}.backup`, '--json', ...place], { encoding: 'utf8' })
  if (!stdout) throw new Error(`no backup: ${stderr}`) // damaged files are named by the check
  const made = JSON.parse(stdout)
  const tables = {}
  let table = null
  for (const line of readFileSync(`${made.folder}/rows.jsonl`, 'utf8').split('\n')) {
    const parsed = line ? JSON.parse(line) : {}
    if (parsed.table) tables[parsed.table] = { columns: parsed.columns, rows: [] }
    if (parsed.table) table = tables[parsed.table]
    else if (Array.isArray(parsed)) table.rows.push(Object.fromEntries(parsed.map((value, at) => [table.columns[at], value])))
  }
  rmSync(`${data}.backup`, { recursive: true })
  return Object.fromEntries(Object.entries(tables).map(([name, { rows }]) => [name, rows]))
}

export function judgeByRows(rows, writers, verdict) {
  const topics = groupByPlan(rows.topic)
  const plans = new Map(rows.plan.map((plan) => [plan.id, plan]))
  const known = writers.flatMap((writer) => writer.plans)
  for (const plan of known) {
    const row = plans.get(plan.id)
    const ordered = (topics.get(plan.id) ?? []).sort((a, b) => a.position - b.position)
    comparePlan(plan, row && { ...row, topics: ordered }, verdict)
  }
  const documents = writers.flatMap((writer) => writer.documents)
  const names = new Map()
  for (const row of rows.plan_document) names.set(row.file_name, (names.get(row.file_name) ?? 0) + 1)
  for (const { name } of documents) {
    verdict.add('lost', names.has(name) ? 0 : 1, `row of ${name}`)
    verdict.add('duplicates', (names.get(name) ?? 1) - 1, `rows of ${name}`)
  }
  const corrections = new Map(rows.plan_correction.map((row) => [row.document_id, row]))
  for (const document of documents.filter((one) => one.version > 1)) {
    const row = corrections.get(document.id)
    const title = row && JSON.parse(row.content).title
    compareCorrection(document, row && { version: Number(row.version), title }, verdict)
  }
  const demo = 4 // the years that demo mode makes by itself
  verdict.add('duplicates', rows.plan.length - known.length - demo, `${rows.plan.length} plans for ${known.length}`)
  judgeForbidden(rows, writers, verdict)
}

function judgeForbidden(rows, writers, verdict) {
  const corrected = rows.plan_correction.map((row) => JSON.parse(row.content).title)
  const titles = new Set([...rows.plan.map((plan) => plan.title), ...corrected])
  for (const title of writers.flatMap((writer) => writer.forbidden)) {
    verdict.add('ghosts', titles.has(title) ? 1 : 0, title)
  }
  verdict.add('ghosts', rows.topic.filter((topic) => topic.title === '同一个议题').length, 'a topic that was refused')
}

function groupByPlan(topics) {
  const groups = new Map()
  for (const topic of topics) groups.set(topic.plan_id, [...(groups.get(topic.plan_id) ?? []), topic])
  return groups
}
