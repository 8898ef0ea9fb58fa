// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Where each route of the router is visited: at objects that hold marks, and with markup in the
// address itself. A route with a part that is not known here fails the journey.
import type { Visitor } from './canary_admission'
import type { World } from './canary_ways'

const markup = encodeURIComponent(`'"><img src=x onerror=__xss=1>`)

// What stands before :id → kind and names of the objects to be seen there.
const objects: Record<string, [kind: string, ...names: string[]]> = {
  '/people/:id': ['people', 'person'],
  '/people/import/:id': ['roster-imports', 'open', 'confirmed'],
  '/organisations/:id': ['organisations', 'department'],
  '/posts/:id': ['posts', 'post'],
  '/plans/:id': ['plans', 'edited', 'read', 'issued'],
  '/amendments/:id': ['amendments', 'open', 'carried_out'],
  '/import/:id': ['plan-documents', 'import', 'planned'],
  '/topics/:id': ['topics', 'draft', 'added'],
  '/accounts/:id': ['accounts', 'account'],
  '/roles/:id': ['accounts', 'account'],
  '/behalf/:id': ['acts', 'answered', 'paper'],
  '/settings/:id': ['settings', 'fields'],
  '/calls/:id': ['calls', 'open', 'draft'],
  '/suggestions/:id': ['suggestions', 'waiting', 'screened', 'paper'],
  '/rounds/:id': ['rounds', 'marking', 'proposed', 'decided'],
  '/opinion-requests/:id': ['opinion-requests', 'request'],
  '/scoring/:id': ['scoring-rounds', 'open', 'preparing'],
}
// And which of them is asked for a step.
const steps: Record<string, [name: string, action: string][]> = {
  '/people/:id': [['person', 'leave']],
  '/people/import/:id': [
    ['open', 'discard'],
    ['discarded', 'restore'],
  ],
  '/plans/:id': [
    ['edited', 'restore'],
    ['decided', 'submit'],
    ['submitted', 'pass'],
  ],
  '/topics/:id': [
    ['draft', 'unlist'],
    ['added', 'shortlist'],
  ],
  '/import/:id': [['import', 'discard']],
  '/amendments/:id': [['open', 'decide']],
  '/calls/:id': [
    ['draft', 'open'],
    ['open', 'extend'],
  ],
  '/opinion-requests/:id': [['request', 'extend']],
  '/scoring/:id': [
    ['preparing', 'open'],
    ['open', 'close'],
  ],
  '/suggestions/:id': [
    ['waiting', 'reject'],
    ['passed', 'reopen'],
  ],
  '/rounds/:id': [['marking', 'close']],
}
// Words that find what is marked in a list that is longer than its first page.
const found: Record<string, string> = {
  '/search': 'q=onerror',
  '/people': 'q=kq',
  '/plans': 'q=onerror',
  '/accounts': 'q=kq',
}
// Whose screens are of their own kind. Others look as the reader's do: they see each screen once.
const distinct = ['office', 'chairperson', 'reader', 'former_member', 'auditor'].concat(
  'system_administrator',
  'security_administrator',
)

export function addressesOf(route: string, world: World, by: Visitor): string[] {
  if (route === '/:rest(.*)*') return [`/no-such-page/${markup}`]
  if (route === '/c/:code') return [`/c/${world.id('codes', 'open')}`, `/c/${markup}`]
  const addresses = route.includes(':') ? ofObjects(route, world, by) : ofLists(route, world, by)
  return distinct.includes(by.login) ? addresses : addresses.slice(0, 1)
}

function ofLists(route: string, world: World, by: Visitor): string[] {
  const queries = [found[route] ?? '']
  if (by.id) queries.push(`q=${markup}&sort=${markup}`)
  if (route === '/posts') queries.unshift(`organisation=${world.id('organisations', 'department')}`)
  if (route === '/sign-in') queries.unshift(`oidc=${markup}&back=${markup}`)
  return queries.map((query) => (query ? `${route}?${query}` : route))
}

function ofObjects(route: string, world: World, by: Visitor): string[] {
  const start = Object.keys(objects).find((one) => route === one || route.startsWith(`${one}/`))
  if (!start) throw new Error(`canary_addresses.ts does not know what ${route} shows`)
  const [kind, ...names] = objects[start]!
  const ids = names.map((name) => world.id(kind, name))
  if (kind === 'people' && by.id) ids.push(by.id)
  if (kind === 'acts') ids.unshift(...world.ids('own_acts', by.login))
  const asked = route.includes(':action')
    ? (steps[start] ?? []).map(([name, action]) => [world.id(kind, name), action] as const)
    : ids.map((id) => [id, ''] as const)
  return asked.map(([id, action]) =>
    route
      .replace(':id', id)
      .replace(':membership', world.id('memberships', 'membership'))
      .replace(':tenure', world.id('tenures', 'tenure'))
      .replace(':opinion', world.id('draft-opinions', 'own'))
      .replace(/:action(\(.*?\))?/, action),
  )
}
