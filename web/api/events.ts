// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Xieshang authors

// Changes made by others: each event marks what it touches as out of date, and what is on the
// screen is fetched again.
import type { QueryClient } from '@tanstack/vue-query'

interface Changed {
  kind: string
  id: string
  version: number
}

// What of the register, or of a scoring round, a change touches, by the kind of the row.
const register: Record<string, readonly string[]> = {
  registered_person: ['people', 'person', 'organisation', 'posts'],
  organisation: ['organisations', 'organisation', 'person', 'people'],
  term: ['terms', 'people', 'person'],
  post: ['posts', 'organisation', 'organisations'],
  tenure: ['posts', 'organisation', 'person', 'people'],
  membership: ['people', 'person', 'terms', 'organisation'],
  contact: ['person'],
  roster_import: ['rosters', 'roster'],
  scoring_round: ['scoring'],
  scoring_sheet: ['scoring'],
}

export function listen(queries: QueryClient): () => void {
  if (typeof EventSource === 'undefined') return () => undefined
  const source = new EventSource('/api/events')
  let opened_before = false
  source.onopen = () => {
    if (opened_before) void queries.invalidateQueries() // something may have been missed meanwhile
    opened_before = true
  }
  // Ended, and not let in again: the session is over or has lost the right. What is on the screen is
  // fetched again, so that the screen hears of it, too.
  source.onerror = () => {
    if (opened_before && source.readyState === EventSource.CLOSED) void queries.invalidateQueries()
  }
  source.addEventListener('changed', (event) => {
    const changed = JSON.parse((event as MessageEvent<string>).data) as Changed
    void queries.invalidateQueries({ queryKey: [changed.kind, changed.id] })
    void queries.invalidateQueries({ queryKey: ['plans'] })
    void queries.invalidateQueries({ queryKey: ['search'] })
    void queries.invalidateQueries({ queryKey: ['imports'] })
    for (const key of register[changed.kind] ?? [])
      void queries.invalidateQueries({ queryKey: [key] })
    if (changed.kind === 'topic' || changed.kind === 'amendment')
      // one may wait for its day
      void queries.invalidateQueries({ queryKey: ['plan'] })
    if (changed.kind === 'plan') void queries.invalidateQueries({ queryKey: ['topic'] })
  })
  return () => source.close()
}
