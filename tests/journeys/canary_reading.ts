// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Everybody asks for everything that can be asked for: each object, list, page, export and file.
import { operation, operationAt, operations, type Operation } from './canary_api'
import type { Visitor } from './canary_admission'
import { maySee } from './canary_audience'
import type { CanaryHouse } from './canary_house'
import type { Mark } from './canary_marks'
import type { World } from './canary_ways'

// What an operation cannot be asked without.
const queries: Record<string, string> = {
  search: 'q=onerror',
  exportSearch: 'q=onerror',
  previewReElection: 'from=2031-01-05',
}
const most_pages = 40

export async function readEverything(
  house: CanaryHouse,
  world: World,
  troubles: string[],
): Promise<number> {
  let asked = 0
  await askByPost(house, world)
  const reads = operations.filter((one) => one.method === 'GET' && one.name !== 'followChanges')
  for (const what of reads) {
    await Promise.all(
      house.visitors.map(async (by) => {
        const paths = pathsOf(what, world, by)
        if (paths.length === 0) troubles.push(`no object to ask ${what.name} of`)
        for (const path of paths) {
          const pages = await pagesOf(house, what, by, path)
          asked += pages
        }
      }),
    )
  }
  return asked
}

// Reads that are POSTs, since each look is kept: of what is not one's own.
async function askByPost(house: CanaryHouse, world: World): Promise<void> {
  const body = JSON.stringify({ reason: '核对', contacts: true, format: 'csv', term_number: null })
  const reason = JSON.stringify({ reason: '核对' })
  const looks = ['telephone', 'email', 'identity_number'].map(
    (contact) => `/api/people/${world.id('people', 'person')}/contacts/${contact}/looks`,
  )
  const original = `/api/roster-imports/${world.id('roster-imports', 'open')}/original`
  for (const by of house.visitors) {
    for (const path of [...looks, original])
      await house.ask(by, operationAt('POST', path)!, { path, body: reason })
    await house.ask(by, operation('exportRoster'), { path: '/api/roster-exports', body })
  }
}

function pathsOf(what: Operation, world: World, by: Visitor): string[] {
  const [part, kind] = /([^/]+)\/\{(?:id|key|year)\}/.exec(what.path) ?? []
  const ids = kind ? world.ids(kind) : ['']
  if (kind === 'people' && by.id) ids.push(by.id)
  if (kind === 'acts') ids.push(...world.ids('own_acts', by.login))
  const states = what.choices.find(({ name }) => name === 'state')?.values ?? []
  const queried = ['', ...states.map((state) => `state=${state}`)]
  return ids.flatMap((id) =>
    queried.map((state) => {
      const size = what.query.includes('size') ? 'size=200' : ''
      const query = [queries[what.name], state, size].filter(Boolean).join('&')
      const path = part ? what.path.replace(part, `${kind}/${id}`) : what.path
      return path + (query ? `?${query}` : '')
    }),
  )
}

async function pagesOf(
  house: CanaryHouse,
  what: Operation,
  by: Visitor,
  path: string,
): Promise<number> {
  let next: unknown
  for (let page = 1; ; page += 1) {
    const after = next ? `&after=${encodeURIComponent(String(next))}` : ''
    const answer = await house.ask(by, what, { path: path + after })
    if (answer.status >= 500) throw new Error(`${what.name}, ${path}: ${answer.status}`)
    const type = answer.headers.get('Content-Type') ?? ''
    next = answer.status === 200 && type.startsWith('application/json') && answer.json().next
    if (!next || page === most_pages) return page
  }
}

// Whether a list or a search finds by words that it does not show: then it would answer otherwise
// than to words that nobody wrote.
export async function seekWhatIsHidden(house: CanaryHouse, troubles: string[]): Promise<void> {
  const lists = operations.filter((one) => one.method === 'GET' && one.query.includes('q'))
  for (const login of ['reader', 'member', 'auditor', 'system_administrator']) {
    const by = house.visitor(login)
    const hidden = oneOfEach(house.marks.list().filter((mark) => !maySee(by, mark, '')))
    await Promise.all(
      lists.map(async (what) => {
        const found = async (word: string) => {
          const answer = await house.ask(by, what, { path: `${what.path}?q=${word}` })
          return answer.status === 200 ? answer.bytes.toString() : 'refused'
        }
        const nothing = await found('kq0000zy')
        for (const mark of hidden)
          if ((await found(mark.word)) !== nothing)
            troubles.push(`${login} finds ${mark.operation} ${mark.field} by ${what.name}`)
      }),
    )
  }
}

function oneOfEach(marks: Mark[]): Mark[] {
  return [...new Map(marks.map((mark) => [`${mark.operation}.${mark.field}`, mark])).values()]
}

// The stream of live events, from now on until `end`, which holds what was sent against what
// he may see and says how many bytes it was.
export function follow(house: CanaryHouse, by: Visitor): { end: () => Promise<number> } {
  const stop = new AbortController()
  const headers = { Cookie: by.cookie }
  const sent: Uint8Array[] = []
  const reading = fetch(`${house.url}/api/events`, { headers, signal: stop.signal })
    .then(async (answer) => {
      for await (const bytes of answer.body as unknown as AsyncIterable<Uint8Array>)
        sent.push(bytes)
    })
    .catch(() => undefined)
  return {
    end: async () => {
      stop.abort()
      await reading
      const bytes = Buffer.concat(sent)
      house.hold(by, 'followChanges', '/api/events', bytes)
      return bytes.length
    },
  }
}
