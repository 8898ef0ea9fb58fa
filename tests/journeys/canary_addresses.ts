// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Where each route of the router is visited: at objects that hold marks, and with markup in the
// address itself. A route with a part that is not known here fails the journey.
import type { Visitor } from './canary_audience'
import type { World } from './canary_ways'

const markup = encodeURIComponent(`'"><img src=x onerror=__xss=1>`)

// What stands before :id → kind and names of the objects to be seen there.
const objects: Record<string, [kind: string, ...names: string[]]> = {
  '/people/:id': ['people', 'person'],
  '/people/import/:id': ['roster-imports', 'open', 'confirmed'],
  '/organisations/:id': ['organisations', 'department'],
  '/plans/:id': ['plans', 'read', 'edited'],
  '/import/:id': ['plan-documents', 'import', 'planned'],
  '/topics/:id': ['topics', 'draft'],
  '/accounts/:id': ['accounts', 'account'],
  '/roles/:id': ['accounts', 'account'],
}
const actions: Record<string, string> = {
  '/people/:id': 'leave',
  '/plans/:id': 'restore',
  '/import/:id': 'discard',
}
// Words that find what is marked in a list that is longer than its first page.
const found: Record<string, string> = {
  '/search': 'q=onerror',
  '/people': 'q=kq',
  '/plans': 'q=onerror',
  '/accounts': 'q=kq',
}
// Lists of their own kind: others look as the reader's do.
const distinct = ['office', 'auditor', 'system_administrator', 'security_administrator']

export function addressesOf(route: string, world: World, by: Visitor): string[] {
  if (route === '/:rest(.*)*') return [`/no-such-page/${markup}`]
  if (!route.includes(':')) {
    const queries = [found[route] ?? '']
    if (distinct.includes(by.login)) queries.push(`q=${markup}&sort=${markup}`)
    if (route === '/posts') queries.push(`organisation=${world.id('organisations', 'department')}`)
    if (route === '/sign-in') queries.push(`oidc=${markup}&back=${markup}`)
    return queries.map((query) => (query ? `${route}?${query}` : route))
  }
  const start = Object.keys(objects).find((one) => route === one || route.startsWith(`${one}/`))
  if (!start) throw new Error(`canary_addresses.ts does not know what ${route} shows`)
  const [kind, ...names] = objects[start]!
  const ids = names.map((name) => world.id(kind, name))
  if (kind === 'people' && by.id) ids.push(by.id)
  return ids.map((id) =>
    route
      .replace(':id', id)
      .replace(':membership', world.id('memberships', 'membership'))
      .replace(':tenure', world.id('tenures', 'tenure'))
      .replace(':action', actions[start] ?? 'none'),
  )
}
