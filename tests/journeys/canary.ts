// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Canaries: texts that would run as a script wherever they were taken for anything but text, each
// with a mark of its own by which it is known again, and the roles that may see it.
import type { APIRequestContext } from '@playwright/test'
import { blanks, expect, plan_text, plan_title } from './person'
import { roles } from './demo_house'

const payloads = [
  '<script>window.canary=1</script>',
  '<img src=x onerror=window.canary=1>',
  '<svg/onload=window.canary=1>',
  'javascript:window.canary=1//',
  "{{constructor.constructor('window.canary=1')()}}",
] as const

// The three administrators see nothing of the assembly's work.
export const administrators: string[] = [
  'auditor',
  'system_administrator',
  'security_administrator',
]
export const readers = roles.filter((role) => !administrators.includes(role))

export interface Canary {
  mark: string
  field: string // "editPlan /title"
  seen_by: readonly string[]
}

interface Schema {
  $ref?: string
  type?: string | string[]
  format?: string
  enum?: unknown[]
  anyOf?: Schema[]
  items?: Schema
  properties?: Record<string, Schema>
}
interface Operation {
  operationId: string
  requestBody?: { content: Record<string, { schema: Schema }> }
}
export interface Api {
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, Schema> }
}

// Every text that a request can bring: "editPlan /title", "editTopic /responsible/-".
export function textFields(api: Api): string[] {
  const found: string[] = []
  const walk = (schema: Schema, field: string): void => {
    if (schema.$ref) walk(api.components.schemas[schema.$ref.split('/').pop()!]!, field)
    schema.anyOf?.forEach((one) => walk(one, field))
    if (schema.items) walk(schema.items, `${field}/-`)
    for (const [name, one] of Object.entries(schema.properties ?? {})) walk(one, `${field}/${name}`)
    const is_text = schema.type === 'string' || schema.type?.includes('string')
    if (is_text && !schema.enum && schema.format !== 'uuid' && !schema.items) found.push(field)
  }
  for (const methods of Object.values(api.paths))
    for (const operation of Object.values(methods)) {
      const json = operation.requestBody?.content['application/json']
      if (json) walk(json.schema, `${operation.operationId} `)
    }
  return [...new Set(found)]
}

// Fields that no canary can sit in: never kept as they were typed, or held to letters and digits.
export const no_place_for_one = /\/(old_|new_)?password$|\/(login|token|code|link|back|window_id)$/

type As = (role: string) => APIRequestContext

export class Flock {
  readonly canaries: Canary[] = []

  // All payloads, or as many as a short field takes: others in the next one.
  one(field: string, seen_by: readonly string[], most = 200): string {
    const mark = `canary${this.canaries.length}q`
    this.canaries.push({ mark, field, seen_by })
    let text = mark
    for (let at = 0; at < payloads.length; at += 1) {
      const next = payloads[(this.canaries.length + at) % payloads.length]!
      if (text.length + next.length <= most) text += next
    }
    return text
  }
}

let requests = 0
async function send(
  request: APIRequestContext,
  method: 'POST' | 'PUT' | 'PATCH',
  path: string,
  data: unknown,
  version?: number,
  headers: Record<string, string> = {},
) {
  requests += 1
  const answer = await request.fetch(path, {
    method,
    data: data as Record<string, unknown>,
    headers: {
      'Idempotency-Key': `00000000-0000-4000-8000-${String(requests).padStart(12, '0')}`,
      ...(version === undefined ? {} : { 'If-Match': `"v${version}"` }),
      ...headers,
    },
  })
  const text = await answer.text()
  expect(answer.ok(), `${method} ${path}: ${answer.status()} ${text}`).toBe(true)
  return (text ? JSON.parse(text) : {}) as Record<string, never> & {
    id: string
    version: number
    topics: { id: string; version: number }[]
  }
}

async function uploaded(office: APIRequestContext, flock: Flock, seen_by: readonly string[]) {
  const title = flock.one('uploadPlanDocument (title)', seen_by)
  const words = flock.one('uploadPlanDocument (words)', seen_by)
  const name = flock.one('uploadPlanDocument X-File-Name', seen_by).replaceAll('/', '')
  const text = `${plan_text.replace(plan_title, `${title}${plan_title}`)}\n${words}\n${blanks()}`
  return send(office, 'POST', '/api/plan-documents', Buffer.from(text), undefined, {
    'Content-Type': 'application/octet-stream',
    'X-File-Name': encodeURIComponent(`${name}.txt`),
  })
}

const topicWords = (flock: Flock, operation: string, seen_by: readonly string[]) => {
  const at = operation === 'editTopic' ? '' : '/topics/-'
  return {
    title: flock.one(`${operation} ${at}/title`, seen_by),
    period: flock.one(`${operation} ${at}/period`, seen_by, 100),
    responsible: [flock.one(`${operation} ${at}/responsible/-`, seen_by, 100)],
    participating: [flock.one(`${operation} ${at}/participating/-`, seen_by, 100)],
  }
}

async function writePlans(office: APIRequestContext, flock: Flock): Promise<void> {
  for (const [title, topic] of [
    ['savePlanDraft', 'savePlanDraft'],
    ['editPlan', 'editTopic'],
  ] as const) {
    const plan = await send(office, 'POST', '/api/plans', {
      title: flock.one('savePlanDraft /title', readers),
      committee: flock.one('savePlanDraft /committee', readers, 100),
      year: 2025,
      topics: [{ kind: 'thematic', ...topicWords(flock, 'savePlanDraft', readers) }],
    })
    if (topic === 'savePlanDraft') continue
    const { id, version } = plan.topics[0]!
    await send(office, 'PATCH', `/api/topics/${id}`, topicWords(flock, topic, readers), version)
    await send(
      office,
      'PATCH',
      `/api/plans/${plan.id}`,
      {
        title: flock.one(`${title} /title`, readers),
        committee: flock.one(`${title} /committee`, readers, 100),
      },
      plan.version + 1, // the topic's change is the plan's, too
    )
    for (const [action, at] of [
      ['discard', 2],
      ['restore', 3],
    ] as const)
      await send(
        office,
        'POST',
        `/api/plans/${plan.id}/steps`,
        { action, reason: flock.one('takePlanStep /reason', readers) },
        plan.version + at,
      )
  }
}

// An import that is not finished is the office's alone.
async function writeImport(office: APIRequestContext, flock: Flock): Promise<void> {
  const seen_by = ['office']
  const { id } = await uploaded(office, flock, seen_by)
  const kept = (await (await office.get(`/api/plan-documents/${id}/correction`)).json()) as {
    version: number
    correction: {
      title: string
      committee: string
      topics: Record<string, unknown>[]
      reasons: string[]
    }
  }
  const { correction } = kept
  correction.title += flock.one('keepCorrection /title', seen_by)
  correction.committee += flock.one('keepCorrection /committee', seen_by)
  Object.assign(correction.topics[0]!, topicWords(flock, 'keepCorrection', seen_by))
  correction.reasons.push(flock.one('keepCorrection /reasons/-', seen_by))
  await send(office, 'PUT', `/api/plan-documents/${id}/correction`, correction, kept.version)
  for (const [action, version] of [
    ['discard', 1],
    ['restore', 2],
  ] as const)
    await send(
      office,
      'POST',
      `/api/plan-documents/${id}/steps`,
      { action, reason: flock.one('takeImportStep /reason', seen_by) },
      version,
    )
}

// Each in its turn by the role that may.
export async function writeEverywhere(as: As, flock: Flock): Promise<void> {
  await writePlans(as('office'), flock)
  await writeImport(as('office'), flock)
  await send(as('system_administrator'), 'POST', '/api/accounts', {
    login: 'canary',
    name: flock.one('makeAccount /name', administrators, 64),
  })
}
