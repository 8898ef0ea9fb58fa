// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Everybody writes into every field that he is let write into, and what nobody wrote is named.
import { filled, operation, operationAt, operations, type Operation } from './canary_api'
import { admits, type Visitor } from './canary_admission'
import { audienceOf } from './canary_audience'
import { ways_on_behalf } from './canary_behalf_ways'
import { ways_of_calls } from './canary_calls_ways'
import { ways_of_scoring } from './canary_scoring_ways'
import type { CanaryHouse } from './canary_house'
import type { Form, Mark } from './canary_marks'
import { more_ways } from './canary_more_ways'
import { passkeysAreFor } from './canary_passkey'
import { ways_of_opinions } from './canary_opinion_ways'
import { ways_of_settings } from './canary_settings_ways'
import { ways_of_shortlists } from './canary_shortlists_ways'
import {
  left_out,
  ways_of_the_register,
  World,
  type Json,
  type Look,
  type Way,
} from './canary_ways'

interface Named {
  id: string
  kind: string
  runs: boolean
  stands: boolean
}

// Returns what was made; what went otherwise than said is added to `troubles`.
export async function writeEverywhere(house: CanaryHouse, troubles: string[]): Promise<World> {
  const world = new World()
  const look = looker(house, house.visitor('office'))
  const items = async (path: string) => (await look(path))!.items as Named[]
  const organisations = (await items('/api/organisations')).filter((one) => one.stands)
  const first = (kind: string) => organisations.find((one) => one.kind === kind)!.id
  world.keep('organisations', 'committee', first('committee'))
  const departments = organisations.filter((one) => one.kind === 'department')
  world.keep('organisations', 'nobodys', departments[departments.length - 1]!.id)
  world.keep('terms', 'running', (await items('/api/terms')).find((one) => one.runs)!.id)
  for (const by of house.visitors) if (by.id) world.keep('logins', by.login, by.id)
  const convenor = (await look(`/api/people/${world.id('logins', 'convenor')}`))!.tenures as Json[]
  const { id: sector } = convenor[0]!.organisation as { id: string }
  world.keep('organisations', 'sector_of_convenor', sector)
  passkeysAreFor(house.url)
  const asked: Asked[] = []
  for (const way of [
    ...ways_of_the_register,
    ...more_ways,
    ...ways_of_calls,
    ...ways_of_shortlists,
    ...ways_of_opinions,
    ...ways_of_scoring,
    ...ways_on_behalf,
    ...ways_of_settings,
  ]) {
    const what = operation(way.operation)
    const may = (by: Visitor) => what.rows.some((row) => admits(row, by)) && (way.by?.(by) ?? true)
    for (const by of house.visitors.filter(may)) {
      asked.push({ operation: what.name, role: by.role })
      await write(house, world, way, by).catch((trouble: unknown) => {
        troubles.push(`${what.name} by ${by.login}: ${String(trouble)}`)
      })
    }
  }
  troubles.push(...unwritten(house), ...unasked(house, asked))
  return world
}

interface Asked {
  operation: string
  role: string
}

async function write(house: CanaryHouse, world: World, way: Way, by: Visitor): Promise<void> {
  const what = operation(way.operation)
  const marks: Mark[] = []
  const text = (field: string, form?: Form) => {
    const owners = way.owners?.(world, by) ?? []
    const { state = '', of_convenor, scored_by } = way
    const of = { operation: what.name, field, by: by.login, owners, state, of_convenor, scored_by }
    const made = house.marks.make(of, form)
    marks.push(made.mark)
    return made.text
  }
  const look = looker(house, by)
  const path = await way.at(world, by, look)
  const template = await way.body?.(world, by, look)
  const body = way.file
    ? Buffer.from(way.file(text))
    : what.body && JSON.stringify(filled(what.body, template, '', text))
  const headers: Record<string, string> = {}
  if (what.fields.includes('X-File-Name'))
    headers['X-File-Name'] = `${encodeURIComponent(text('X-File-Name'))}.txt`
  const version = what.wants_version
    ? (way.version ?? (await versionAt(house, by, path)))
    : undefined
  const answer = await house.ask(by, what, { path, body, headers, version })
  const done = answer.status < 300
  for (const mark of marks) mark.kept = done
  if (done === Boolean(way.refuses?.(by)))
    throw new Error(`${answer.status} ${answer.bytes.toString().slice(0, 400)}`)
  const type = answer.headers.get('Content-Type') ?? ''
  if (done && type.startsWith('application/json')) await way.after?.(world, answer.json(), by, look)
}

// Of the object, or of what it is a part of. Contacts have each their own, told with the person.
async function versionAt(house: CanaryHouse, by: Visitor, path: string): Promise<string> {
  const [, person, contact] = /^(\/api\/people\/[^/]+)\/contacts\/([^/]+)$/.exec(path) ?? []
  if (person) {
    const answer = await house.ask(by, operationAt('GET', person)!, { path: person })
    const told = answer.status === 200 ? (answer.json().contacts as Json[] | undefined) : undefined
    return `"v${told?.find((one) => one.contact === contact)?.version ?? 0}"`
  }
  const parts = path.split('?')[0]!.split('/')
  for (let size = parts.length; size > 3; size -= 1) {
    const where = parts.slice(0, size).join('/')
    const what = operationAt('GET', where)
    const answer = what && (await house.ask(by, what, { path: where }))
    const version = answer?.headers.get('ETag')
    if (answer?.status === 200 && version) return version
  }
  return '"v1"'
}

function looker(house: CanaryHouse, by: Visitor): Look {
  return async (path, method = 'GET') => {
    const what = operationAt(method, path)!
    const answer = await house.ask(by, what, { path, body: method === 'GET' ? undefined : '{}' })
    return answer.status < 300 ? (answer.json() as Json) : undefined
  }
}

const fieldsOf = (what: Operation) => what.fields.map((field) => `${what.name}.${field}`)

// Fields that no mark got into, or of which nobody has said who may see them.
function unwritten(house: CanaryHouse): string[] {
  const kept = house.marks.list().filter((mark) => mark.kept)
  const refused_always = ['signIn.login', 'signInAsDemo.login']
  const written = new Set([
    ...refused_always,
    ...kept.flatMap(({ operation: name, field }) => [
      `${name}.${field}`,
      `${name}.${field.split('.')[0]!}`,
    ]),
  ])
  const fields = operations.flatMap(fieldsOf)
  const stale = Object.keys(left_out).filter((field) => !fields.includes(field))
  const dumb = kept.filter((mark) => !audienceOf(mark.operation, mark.field))
  return [
    ...fields
      .filter((field) => !written.has(field) && !left_out[field])
      .map((field) => `nobody has written into ${field}`),
    ...stale.map((field) => `the API has no ${field} to be left out`),
    ...[...new Set(dumb.map((mark) => `${mark.operation}.${mark.field}`))].map(
      (field) => `nobody has said where ${field} is read (canary_audience.ts)`,
    ),
  ]
}

// Roles that a policy names and that did not try.
function unasked(house: CanaryHouse, asked: Asked[]): string[] {
  const roles = new Set(house.visitors.map((by) => by.role).filter(Boolean))
  return operations
    .filter((what) => fieldsOf(what).some((field) => !left_out[field]))
    .flatMap((what) => {
      const named = what.rows.flatMap((row) => row.roles)
      const wanted = named.includes('any account') ? [...roles] : named
      return [...new Set(wanted)]
        .filter((role) => role !== 'anyone')
        .filter((role) => !asked.some((one) => one.operation === what.name && one.role === role))
        .map((role) => `${what.name} was not tried as ${role}`)
    })
}
